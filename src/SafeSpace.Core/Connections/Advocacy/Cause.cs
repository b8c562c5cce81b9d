using SafeSpace.Core.Data;
using SafeSpace.Core.FollowUp;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Connections.Advocacy;

/// <summary>What we fight for with somebody: a benefit form, an appeal, a hearing. Papers still missing are things to do that bear its id.</summary>
public sealed class Cause : IRecorded, IAboutPerson, IVersioned, IGoesOn
{
    public Guid Id { get; set; }

    public PersonId PersonId { get; set; }

    /// <summary>An entry of the group's list.</summary>
    public string? Kind { get; set; }

    public Sealed? What { get; set; }

    public DateTime BegunAt { get; set; }

    public DateOnly? EndedOn { get; set; }

    /// <summary>An entry of the group's list.</summary>
    public string? Outcome { get; set; }

    public Sealed? OutcomeWords { get; set; }

    /// <summary>What it was worth to the person in money, in the smallest coin; empty where it is no money.</summary>
    public long? WorthPence { get; set; }

    /// <summary>… and in their own words.</summary>
    public Sealed? WorthWords { get; set; }

    public Guid Version { get; set; }

    public Guid RowId => Id;

    public PersonId? About => PersonId;

    public PromiseFor StepFor => PromiseFor.Advocacy;
}

/// <summary>A day by which something must be in.</summary>
public sealed class CauseDeadline : IRecorded, IAboutPerson, IVersioned
{
    public Guid Id { get; set; }

    public Guid CauseId { get; set; }

    public PersonId PersonId { get; set; }

    public Sealed? What { get; set; }

    public DateOnly DueOn { get; set; }

    public DateOnly? MetOn { get; set; }

    /// <summary>There is no such deadline after all.</summary>
    public DateTime? TakenBackAt { get; set; }

    public Guid Version { get; set; }

    public Guid RowId => Id;

    public PersonId? About => PersonId;
}

public static class CauseWords
{
    public const string What = "cause.what";

    public const string Outcome = "cause.outcome_words";

    public const string Worth = "cause.worth_words";

    public const string Deadline = "cause_deadline.what";
}
