using System.ComponentModel;
using System.Globalization;
using SafeSpace.Core.Referrals;
using SafeSpace.Core.Register;
using SafeSpace.Core.Register.Counting;
using SafeSpace.Core.Shared;

namespace SafeSpace.Web.Modules.Referrals.Api;

/// <summary>A referral as a program sends it. Everything may be missing but a name, a number or a note. Days are 2026-03-14.</summary>
public sealed record ReferralRequest(
    PersonRequest? Person,
    [property: Description("Day of the referral, 2026-03-14; today when left out. Not in the future.")] string? Day,
    [property: Description("A code of the group's list of referring teams, such as crisis_team.")] string? Team,
    string? ReferrerName,
    [property: Description("How the referrer can be rung back.")] string? ReferrerContact,
    [property: Description("How soon, by the referrer's word: a code of the group's list, such as today, this_week, when_you_can. Never a risk.")] string? HowSoon,
    string? HowSoonWords,
    [property: Description("What the referrer tells, in their words.")] string? ToldUs,
    string? Needs,
    string? Risks,
    [property: Description("Codes of the group's list of factors, as the referrer sees them: housing, financial, isolation …")] string[]? Factors,
    [property: Description("The same list, as peers heard it. Tokens of the desk only.")] string[]? PeerFactors,
    [property: Description("What the referrer still owes: a hospital letter.")] string[]? Owed,
    [property: Description("same or new crisis, when a facilitator said so. Tokens of the desk only; left out, the counting rule decides.")] string? Crisis);

/// <summary>Who is referred.</summary>
public sealed record PersonRequest(
    [property: Description("Somebody in the register already, SS0042. Tokens of the desk only; then give nothing that the register has: only what is new about reaching them.")] string? Reference,
    string? GivenName,
    string? Surname,
    string? KnownAs,
    [property: Description("1984-03-14")] string? DateOfBirth,
    string? Gender,
    string? Ethnicity,
    string? Language,
    string? Address,
    string? Postcode,
    string? Email,
    string[]? Phones,
    string? SafeTimes,
    [property: Description("yes, no, or left out when nobody asked.")] string? Voicemail,
    string? WhoMayAnswer,
    string? CommunicationNeeds);

/// <summary>Reads a request into what the service takes. What cannot be read is a mistake beside its field.</summary>
internal sealed class ReferralReading(bool fromDesk)
{
    private readonly List<Mistake> mistakes = [];

    public IReadOnlyList<Mistake> Mistakes => mistakes;

    public ReferralDetails Read(ReferralRequest request)
    {
        var person = request.Person;
        if (!fromDesk)
            Refuse(request);
        return new ReferralDetails
        {
            Channel = Channel.Interface,
            Person = person is null ? new PersonDetails() : Details(person),
            Day = DayOf("Day", request.Day),
            Team = request.Team,
            ReferrerName = request.ReferrerName,
            ReferrerContact = request.ReferrerContact,
            HowSoon = request.HowSoon,
            HowSoonWords = request.HowSoonWords,
            ToldUs = request.ToldUs,
            Needs = request.Needs,
            Risks = request.Risks,
            FromReferrer = Said(request.Factors),
            FromPeers = Said(request.PeerFactors),
            Owed = Said(request.Owed),
            Said = OneOf<CrisisWord>("Crisis", request.Crisis, ("same", CrisisWord.SameCrisis), ("new", CrisisWord.NewCrisis)),
        };
    }

    /// <summary>With a reference, only what is said new of reaching somebody: the register itself is changed on the person's own page.</summary>
    public void CheckKnown(PersonRequest person)
    {
        foreach (var (field, words) in new[]
        {
            ("GivenName", person.GivenName), ("Surname", person.Surname), ("KnownAs", person.KnownAs), ("DateOfBirth", person.DateOfBirth), ("Gender", person.Gender),
            ("Ethnicity", person.Ethnicity), ("Language", person.Language), ("Address", person.Address), ("Postcode", person.Postcode), ("Email", person.Email),
        })
        {
            if (!string.IsNullOrWhiteSpace(words))
                mistakes.Add(new Mistake("Person." + field, "With a reference, leave this out: what the register holds is changed there."));
        }
    }

    /// <summary>A mistake under the name that the field has in the request.</summary>
    public static Mistake AsSent(Mistake mistake) => mistake.Field switch
    {
        nameof(ReferralDetails.FromReferrer) => mistake with { Field = "Factors" },
        nameof(ReferralDetails.FromPeers) => mistake with { Field = "PeerFactors" },
        _ => mistake,
    };

    private PersonDetails Details(PersonRequest person) => new()
    {
        GivenName = person.GivenName,
        Surname = person.Surname,
        KnownAs = person.KnownAs,
        DateOfBirth = DayOf("Person.DateOfBirth", person.DateOfBirth),
        Gender = person.Gender,
        Ethnicity = person.Ethnicity,
        Language = person.Language,
        Address = person.Address,
        Postcode = person.Postcode,
        Email = person.Email,
        Phones = [.. Said(person.Phones).Select(p => new PhoneDetails(p))],
        SafeTimes = person.SafeTimes,
        Voicemail = OneOf("Person.Voicemail", person.Voicemail, ("yes", Voicemail.Yes), ("no", Voicemail.No)) ?? Voicemail.NotAsked,
        WhoMayAnswer = person.WhoMayAnswer,
        CommunicationNeeds = person.CommunicationNeeds,
    };

    /// <summary>The same sentence whether the person is known or not: a referrer learns nothing from it.</summary>
    private void Refuse(ReferralRequest request)
    {
        const string only = "Only the group's own desk can say this. Please leave it out.";
        if (!string.IsNullOrWhiteSpace(request.Person?.Reference))
            mistakes.Add(new Mistake("Person.Reference", only));
        if (!string.IsNullOrWhiteSpace(request.Crisis))
            mistakes.Add(new Mistake("Crisis", only));
        if (request.PeerFactors is { Length: > 0 })
            mistakes.Add(new Mistake("PeerFactors", only));
    }

    private DateOnly? DayOf(string field, string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        if (DateOnly.TryParseExact(text.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return day;
        mistakes.Add(new Mistake(field, "There is no such day. Write it like 2026-03-14."));
        return null;
    }

    private T? OneOf<T>(string field, string? text, params (string Word, T Value)[] words) where T : struct
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        foreach (var (word, value) in words)
        {
            if (string.Equals(word, text.Trim(), StringComparison.OrdinalIgnoreCase))
                return value;
        }

        mistakes.Add(new Mistake(field, "Write {0} or {1}.", words[0].Word, words[1].Word));
        return null;
    }

    private static string[] Said(string?[]? many) => [.. (many ?? []).OfType<string>().Where(one => one.Length > 0)];
}
