using SafeSpace.Core.Diary;
using SafeSpace.Core.Register.Counting;

namespace SafeSpace.Core.Jobs.Invented;

/// <summary>What happened to one invented person. Days count from the first day of the plan; the last one is yesterday.</summary>
internal sealed record Story(StoryPerson Person, IReadOnlyList<StorySpell> Spells, IReadOnlyList<StoryReferral> Referrals, IReadOnlyList<string> Heard)
{
    public List<StoryContact> Contacts { get; } = [];

    /// <summary>How much of the group's time this person took, beside others.</summary>
    public required double Share { get; init; }
}

internal sealed record StoryPerson(string GivenName, string Surname, string? Gender, string? Ethnicity, int? AgeInDays)
{
    public int Phone { get; init; }

    public int House { get; init; }

    public required string Street { get; init; }

    public string? BeforeRinging { get; init; }

    public string? SafeTimes { get; init; }

    public (string Name, string Tie, string MayHear)? Family { get; init; }
}

/// <summary>One stretch; open while <paramref name="Closed"/> is null.</summary>
internal sealed record StorySpell(int Opened, int? SteppedDown, int? Closed, string? Reason, string? AtTheEnd)
{
    public int LastDay(int days) => Closed ?? days - 1;
}

internal sealed record StoryReferral(int Day, int MinuteOfDay, ReferralKind Kind, int Spell, string Team, string HowSoon, IReadOnlyList<string> Factors)
{
    public required string ToldUs { get; init; }

    public string? Needs { get; init; }

    public string? Risks { get; init; }
}

internal sealed record StoryContact(int Day, int MinuteOfDay, ContactKind Kind, int? Minutes, int Peer, string? Words);
