using Microsoft.AspNetCore.Mvc.ModelBinding;
using SafeSpace.Core.Register;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure.Words;

namespace SafeSpace.Web.Modules.Register.EditPerson;

/// <summary>The fields of a person's record as they are typed. Nothing is required, nothing is cut.</summary>
public sealed class PersonForm
{
    private const int EmptyPhones = 2;

    public string? GivenName { get; set; }

    public string? Surname { get; set; }

    public string? KnownAs { get; set; }

    public DateOnly? DateOfBirth { get; set; }

    public string? Gender { get; set; }

    public string? Ethnicity { get; set; }

    public string? Language { get; set; }

    public string? Address { get; set; }

    public string? Postcode { get; set; }

    public string? Email { get; set; }

    public List<PhoneForm> Phones { get; set; } = [];

    public string? SafeTimes { get; set; }

    public Voicemail Voicemail { get; set; }

    public string? WhoMayAnswer { get; set; }

    public string? CommunicationNeeds { get; set; }

    public string? BeforeRinging { get; set; }

    public static PersonForm Of(PersonDetails details)
    {
        var form = new PersonForm
        {
            GivenName = details.GivenName,
            Surname = details.Surname,
            KnownAs = details.KnownAs,
            DateOfBirth = details.DateOfBirth,
            Gender = details.Gender,
            Ethnicity = details.Ethnicity,
            Language = details.Language,
            Address = details.Address,
            Postcode = details.Postcode,
            Email = details.Email,
            Phones = [.. details.Phones.Select(p => new PhoneForm { Number = p.Number, Note = p.Note })],
            SafeTimes = details.SafeTimes,
            Voicemail = details.Voicemail,
            WhoMayAnswer = details.WhoMayAnswer,
            CommunicationNeeds = details.CommunicationNeeds,
            BeforeRinging = details.BeforeRinging,
        };
        form.MakeRoom();
        return form;
    }

    /// <summary>A few empty lines for new numbers.</summary>
    public void MakeRoom()
    {
        while (Phones.Count(p => string.IsNullOrWhiteSpace(p.Number)) < EmptyPhones)
            Phones.Add(new PhoneForm());
    }

    public PersonDetails ToDetails() => new()
    {
        GivenName = GivenName,
        Surname = Surname,
        KnownAs = KnownAs,
        DateOfBirth = DateOfBirth,
        Gender = Gender,
        Ethnicity = Ethnicity,
        Language = Language,
        Address = Address,
        Postcode = Postcode,
        Email = Email,
        Phones = [.. Phones.Where(p => !string.IsNullOrWhiteSpace(p.Number)).Select(p => new PhoneDetails(p.Number!, p.Note))],
        SafeTimes = SafeTimes,
        Voicemail = Voicemail,
        WhoMayAnswer = WhoMayAnswer,
        CommunicationNeeds = CommunicationNeeds,
        BeforeRinging = BeforeRinging,
    };

    /// <summary>What is wrong with what was typed, beside each field.</summary>
    public void Check(string prefix, ModelStateDictionary state, Texts t, DateOnly today)
    {
        foreach (var (name, text) in Lines())
            Say(WrittenText.Check(name, text, WrittenText.Line));
        foreach (var (name, text) in Notes())
            Say(WrittenText.Check(name, text, WrittenText.Note));
        if (DateOfBirth > today)
            Say(new Mistake(nameof(DateOfBirth), "This day has not come yet."));
        if (DateOfBirth < today.AddYears(-125))
            Say(new Mistake(nameof(DateOfBirth), "This is more than 125 years ago. Please look at the year."));

        void Say(Mistake? mistake)
        {
            if (mistake is { } m)
                state.AddModelError($"{prefix}.{m.Field}", t[m.Sentence, [.. m.Values]]);
        }
    }

    /// <summary>Each field with its words, for showing two versions side by side.</summary>
    public IEnumerable<(string Label, string? Text)> Labelled(Texts t) =>
    [
        (t["First name"], GivenName), (t["Surname"], Surname), (t["Likes to be called"], KnownAs), (t["Born"], DateOfBirth is { } born ? TagHelpers.Spoken.Date(born) : null),
        (t["Phones"], string.Join("\n", Phones.Where(p => !string.IsNullOrWhiteSpace(p.Number)).Select(p => $"{p.Number} {p.Note}".Trim()))),
        (t["Before you ring"], BeforeRinging), (t["Safe times"], SafeTimes), (t["Voicemail"], t[Voicemail switch { Voicemail.Yes => "yes", Voicemail.No => "no", _ => "not asked yet" }]),
        (t["Who may answer"], WhoMayAnswer), (t["To understand each other"], CommunicationNeeds), (t["Gender"], Gender), (t["Ethnicity"], Ethnicity), (t["Language"], Language),
        (t["Address"], Address), (t["Postcode"], Postcode), (t["E-mail"], Email),
    ];

    private IEnumerable<(string, string?)> Lines()
    {
        IEnumerable<(string, string?)> plain =
        [
            (nameof(GivenName), GivenName), (nameof(Surname), Surname), (nameof(KnownAs), KnownAs), (nameof(Gender), Gender), (nameof(Ethnicity), Ethnicity),
            (nameof(Language), Language), (nameof(Postcode), Postcode), (nameof(Email), Email),
        ];
        return plain.Concat(Phones.SelectMany((p, i) => new[] { ($"Phones[{i}].Number", p.Number), ($"Phones[{i}].Note", p.Note) }));
    }

    private IEnumerable<(string, string?)> Notes() =>
    [
        (nameof(Address), Address), (nameof(SafeTimes), SafeTimes), (nameof(WhoMayAnswer), WhoMayAnswer), (nameof(CommunicationNeeds), CommunicationNeeds), (nameof(BeforeRinging), BeforeRinging),
    ];
}

public sealed class PhoneForm
{
    public string? Number { get; set; }

    public string? Note { get; set; }
}
