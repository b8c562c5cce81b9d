using SafeSpace.Core.Data;

namespace SafeSpace.Core.Register;

/// <summary>What is known of a person, in open words. Everything may be missing.</summary>
public sealed record PersonDetails
{
    public string? GivenName { get; init; }

    public string? Surname { get; init; }

    public string? KnownAs { get; init; }

    public DateOnly? DateOfBirth { get; init; }

    public string? Gender { get; init; }

    public string? Ethnicity { get; init; }

    public string? Language { get; init; }

    public string? Address { get; init; }

    public string? Postcode { get; init; }

    public string? Email { get; init; }

    public IReadOnlyList<PhoneDetails> Phones { get; init; } = [];

    /// <summary>When it is safe to ring, and when not.</summary>
    public string? SafeTimes { get; init; }

    public Voicemail Voicemail { get; init; }

    public string? WhoMayAnswer { get; init; }

    public string? CommunicationNeeds { get; init; }

    public string? BeforeRinging { get; init; }

    /// <summary>What a record holds now, its words opened.</summary>
    public static PersonDetails Of(Person person, IEnumerable<PersonPhone> phones, Vault vault) => new()
    {
        GivenName = person.GivenName,
        Surname = person.Surname,
        KnownAs = person.KnownAs,
        DateOfBirth = person.DateOfBirth,
        Gender = person.Gender,
        Ethnicity = person.Ethnicity,
        Language = person.Language,
        Address = person.Address,
        Postcode = person.Postcode,
        Email = person.Email,
        Phones = [.. phones.Select(p => new PhoneDetails(p.Number, p.Note))],
        SafeTimes = vault.Open(PersonWords.SafeTimes, person.Id.Value, person.SafeTimes),
        Voicemail = person.Voicemail,
        WhoMayAnswer = vault.Open(PersonWords.WhoMayAnswer, person.Id.Value, person.WhoMayAnswer),
        CommunicationNeeds = vault.Open(PersonWords.CommunicationNeeds, person.Id.Value, person.CommunicationNeeds),
        BeforeRinging = vault.Open(PersonWords.BeforeRinging, person.Id.Value, person.BeforeRinging),
    };
}

/// <summary>A number as it was typed, and whose it is or what to mind.</summary>
public sealed record PhoneDetails(string Number, string? Note = null);
