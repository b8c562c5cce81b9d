using SafeSpace.Core.Register;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Referrals;

/// <summary>The codes a group offers; retired ones are known but not offered.</summary>
public sealed record ReferralCodes(ILookup<GroupList, string> Offered)
{
    public bool Has(GroupList list, string? code) => string.IsNullOrEmpty(code) || Offered[list].Contains(code);
}

/// <summary>What can be wrong with a referral or a decision. Draft is lenient: nothing here asks for more than the work cannot do without.</summary>
public static class ReferralRules
{
    private const string NotOnTheList = "This is not on the group's list. Please choose again.";
    private static readonly DateOnly EarliestBirth = new(1890, 1, 1);

    /// <summary>Every mistake at once, so that nobody has to save five times.</summary>
    /// <param name="details">What was told.</param>
    /// <param name="codes">What the group offers.</param>
    /// <param name="today">The group's day.</param>
    /// <param name="knownBirth">Of somebody known.</param>
    /// <param name="now">UTC, to hold the moment of a talk against; null where there was none.</param>
    public static IReadOnlyList<Mistake> Check(ReferralDetails details, ReferralCodes codes, DateOnly today, DateOnly? knownBirth = null, DateTime? now = null)
    {
        var mistakes = new List<Mistake?>();
        Day(mistakes, details, today, knownBirth);
        Texts(mistakes, details);
        if (!codes.Has(GroupList.ReferringTeam, details.Team))
            mistakes.Add(new(nameof(details.Team), NotOnTheList));
        if (!codes.Has(GroupList.HowSoon, details.HowSoon))
            mistakes.Add(new(nameof(details.HowSoon), NotOnTheList));
        if (!details.FromReferrer.All(f => codes.Has(GroupList.Factor, f)))
            mistakes.Add(new(nameof(details.FromReferrer), NotOnTheList));
        if (!details.FromPeers.All(f => codes.Has(GroupList.Factor, f)))
            mistakes.Add(new(nameof(details.FromPeers), NotOnTheList));
        if (details.Known is null && IsEmpty(details))
            mistakes.Add(new("Person.GivenName", "Write a name, a phone number or a note, so that we know who this is about."));
        if (details.Decision is { } decision)
            mistakes.AddRange(Check(decision, codes, now, null));
        return [.. mistakes.OfType<Mistake>()];
    }

    /// <param name="now">UTC; null where the moment is the store's own.</param>
    /// <param name="referred">UTC, when the referral came; null when it comes now.</param>
    public static IReadOnlyList<Mistake> Check(DecisionDetails decision, ReferralCodes codes, DateTime? now, DateTime? referred)
    {
        var mistakes = new List<Mistake?>
        {
            WrittenText.Check(nameof(decision.TalkedWith), decision.TalkedWith, WrittenText.Line),
            WrittenText.Check(nameof(decision.Words), decision.Words, WrittenText.Note),
            WrittenText.Check(nameof(decision.Because), decision.Because, WrittenText.Note),
        };
        if (decision.Outcome == ReferralOutcome.Waiting)
            mistakes.Add(new(nameof(decision.Outcome), "Say what was decided."));
        if (decision.Outcome == ReferralOutcome.TakenOn && string.IsNullOrWhiteSpace(decision.TalkedWith))
            mistakes.Add(new(nameof(decision.TalkedWith), "Say who you talked with before taking this person on."));
        if (now is { } latest && decision.TalkedAt > latest.AddMinutes(5))
            mistakes.Add(new(nameof(decision.TalkedAt), "This is in the future. When did you talk?"));
        if (referred is { } came && decision.TalkedAt < came.AddDays(-1))
            mistakes.Add(new(nameof(decision.TalkedAt), "This is before the referral came. When did you talk?"));
        if (ListOf(decision.Outcome) is { } list)
        {
            if (!codes.Has(list, decision.Reason))
                mistakes.Add(new(nameof(decision.Reason), NotOnTheList));
            else if (string.IsNullOrEmpty(decision.Reason) && string.IsNullOrWhiteSpace(decision.Words))
                mistakes.Add(new(nameof(decision.Reason), "Say why, so that the referrer knows."));
        }

        return [.. mistakes.OfType<Mistake>()];
    }

    /// <summary>The list a reason for this outcome comes from; taking on needs none.</summary>
    public static GroupList? ListOf(ReferralOutcome outcome) => outcome switch
    {
        ReferralOutcome.PointedElsewhere => GroupList.PointedElsewhere,
        ReferralOutcome.NotNow => GroupList.NotNow,
        _ => null,
    };

    private static void Day(List<Mistake?> mistakes, ReferralDetails details, DateOnly today, DateOnly? knownBirth)
    {
        var born = details.Person.DateOfBirth;
        var day = details.Day ?? today;
        if (day > today)
            mistakes.Add(new(nameof(details.Day), "The day of the referral is in the future."));
        if (born > today)
            mistakes.Add(new("Person.DateOfBirth", "The date of birth is in the future."));
        else if (born > day)
            mistakes.Add(new("Person.DateOfBirth", "The date of birth is after the referral."));
        else if (born < EarliestBirth)
            mistakes.Add(new("Person.DateOfBirth", "The date of birth is too long ago. Please look at the year."));
        if (knownBirth > day)
            mistakes.Add(new(nameof(details.Day), "The day of the referral is before this person was born."));
    }

    private static void Texts(List<Mistake?> mistakes, ReferralDetails details)
    {
        var person = details.Person;
        foreach (var (field, text) in new[]
        {
            ("Person.GivenName", person.GivenName), ("Person.Surname", person.Surname), ("Person.KnownAs", person.KnownAs), ("Person.Gender", person.Gender),
            ("Person.Ethnicity", person.Ethnicity), ("Person.Language", person.Language), ("Person.Postcode", person.Postcode), ("Person.Email", person.Email),
            (nameof(details.ReferrerName), details.ReferrerName), (nameof(details.ReferrerContact), details.ReferrerContact),
        })
            mistakes.Add(WrittenText.Check(field, text, WrittenText.Line));
        foreach (var (field, text) in new[]
        {
            ("Person.Address", person.Address), ("Person.SafeTimes", person.SafeTimes), ("Person.WhoMayAnswer", person.WhoMayAnswer),
            ("Person.CommunicationNeeds", person.CommunicationNeeds), ("Person.BeforeRinging", person.BeforeRinging),
            (nameof(details.HowSoonWords), details.HowSoonWords), (nameof(details.ToldUs), details.ToldUs),
            (nameof(details.Needs), details.Needs), (nameof(details.Risks), details.Risks),
        })
            mistakes.Add(WrittenText.Check(field, text, WrittenText.Note));
        mistakes.Add(person.Phones.Select(p => WrittenText.Check("Person.Phones", p.Number, WrittenText.Line)).FirstOrDefault(m => m is not null));
        mistakes.Add(details.Owed.Select(o => WrittenText.Check(nameof(details.Owed), o, WrittenText.Note)).FirstOrDefault(m => m is not null));
    }

    private static bool IsEmpty(ReferralDetails details) =>
        new[]
        {
            details.Person.GivenName, details.Person.Surname, details.Person.KnownAs, details.Person.Address, details.Person.Email,
            details.ToldUs, details.Needs, details.Risks,
        }.Concat(details.Person.Phones.Select(p => p.Number)).All(string.IsNullOrWhiteSpace);
}
