using SafeSpace.Core.Data;

namespace SafeSpace.Core.Feedback;

/// <summary>One asking of all referrers: the same six questions each time, by a link, from a day to a day.</summary>
public sealed class SurveyRound : IRecorded
{
    public Guid Id { get; set; }

    /// <summary>What the group calls it: "Spring 2026".</summary>
    public required string Name { get; set; }

    public DateOnly OpensOn { get; set; }

    /// <summary>The last day on which it can be answered.</summary>
    public DateOnly ClosesOn { get; set; }

    /// <summary>Of the link's secret, which is shown once.</summary>
    public required byte[] SecretHash { get; set; }

    public Guid RowId => Id;
}

/// <summary>How good, in four words; left out is an answer too.</summary>
public enum HowGood
{
    VeryGood,
    Good,
    NotSoGood,
    Poor,
}

/// <summary>One referrer's answers. Who, from where and at which minute is not asked and not kept in it.</summary>
public sealed class SurveyAnswer : IRecorded
{
    public Guid Id { get; set; }

    public Guid RoundId { get; set; }

    public HowGood? EaseOfReferring { get; set; }

    public HowGood? CourtesyOnCalls { get; set; }

    public HowGood? KnowledgeAndAbility { get; set; }

    public HowGood? Partnership { get; set; }

    /// <summary>What it would have been like without the service.</summary>
    public Sealed? Without { get; set; }

    public Sealed? AnythingElse { get; set; }

    public Guid RowId => Id;
}
