using SafeSpace.Core.Data;
using SafeSpace.Core.Register;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.SocialValue;

/// <summary>What the value statement is made of; each has its record book.</summary>
public enum ValueComponent
{
    Leadership,
    PeerSupport,
    CentreUse,
    Membership,
    CrisisSupport,
}

/// <summary>Hours somebody led in a week, at one level. Beside the name they are seen by that person and the coordinator alone.</summary>
public sealed class LeaderHours : IRecorded, IVersioned
{
    public Guid Id { get; set; }

    /// <summary>The week's Monday: the week belongs to its month.</summary>
    public DateOnly Week { get; set; }

    /// <summary>Of the Monday.</summary>
    public Month Month { get; set; }

    public required string Name { get; set; }

    public required string NameKey { get; set; }

    /// <summary>Whose own they are; empty for somebody without an account.</summary>
    public UserId? UserId { get; set; }

    public required string Level { get; set; }

    /// <summary>Seconds, because they hold quarters, hundredths and minutes of an hour alike.</summary>
    public int Seconds { get; set; }

    public DateTime? TakenBackAt { get; set; }

    public Guid Version { get; set; }

    public Guid RowId => Id;
}

/// <summary>One crisis in the log, or a case somebody looked at and left out of it (without a kind).</summary>
public sealed class CrisisEntry : IRecorded, IVersioned, IAboutPerson
{
    public Guid Id { get; set; }

    public DateOnly Day { get; set; }

    /// <summary>Severe, brief: an entry of the group's list; empty for a case that is not for the log.</summary>
    public string? Kind { get; set; }

    public string? Name { get; set; }

    public string? NameKey { get; set; }

    public PersonId? PersonId { get; set; }

    /// <summary>The stretch of a case it was offered from: never counted twice.</summary>
    public SpellId? SpellId { get; set; }

    public DateTime? TakenBackAt { get; set; }

    public Guid Version { get; set; }

    public Guid RowId => Id;

    public PersonId? About => PersonId;
}

/// <summary>What one unit at one level is worth, from a day on, as agreed. Whole pence.</summary>
public sealed class Rate : IRecorded, IVersioned
{
    public Guid Id { get; set; }

    public ValueComponent Component { get; set; }

    public required string Level { get; set; }

    /// <summary>hour, supporter-month, use, member-month, crisis.</summary>
    public required string Unit { get; set; }

    public long Pence { get; set; }

    public DateOnly From { get; set; }

    /// <summary>The last day it holds; empty until the next one begins.</summary>
    public DateOnly? Until { get; set; }

    /// <summary>The council, the health commissioner, the group.</summary>
    public string? AgreedBy { get; set; }

    public string? Source { get; set; }

    public string? PriceYear { get; set; }

    public DateTime? TakenBackAt { get; set; }

    public Guid Version { get; set; }

    public Guid RowId => Id;
}

public enum IncomeKind
{
    Statutory,
    Other,
}

/// <summary>Money that came in a month.</summary>
public sealed class Income : IRecorded, IVersioned
{
    public Guid Id { get; set; }

    public Month Month { get; set; }

    public IncomeKind Kind { get; set; }

    /// <summary>From whom, if the group says.</summary>
    public string? From { get; set; }

    public long Pence { get; set; }

    public DateTime? TakenBackAt { get; set; }

    public Guid Version { get; set; }

    public Guid RowId => Id;
}

/// <summary>Hours of help members gave one another, of one kind: the whole group's, in a month or in a sample week. No names.</summary>
public sealed class SupportGiven : IRecorded, IVersioned
{
    public Guid Id { get; set; }

    public Month Month { get; set; }

    /// <summary>The Monday of a sample week; empty for a whole month.</summary>
    public DateOnly? SampleWeek { get; set; }

    public required string Kind { get; set; }

    public int Seconds { get; set; }

    public Guid Version { get; set; }

    public Guid RowId => Id;
}

/// <summary>How a group counts: one row.</summary>
public sealed class ValueSettings : IRecorded, IVersioned
{
    public static readonly Guid OnlyId = new("00000000-0000-7000-8000-000000000005");

    /// <summary>37.5 hours in 44 weeks.</summary>
    public const int UsualHoursAYear = 1650;

    public Guid Id { get; set; } = OnlyId;

    /// <summary>Support given is counted: off unless the group turns it on.</summary>
    public bool CountsSupportGiven { get; set; }

    /// <summary>Hours somebody in full-time work gives in a year.</summary>
    public int HoursAYear { get; set; } = UsualHoursAYear;

    public Guid Version { get; set; }

    public Guid RowId => Id;
}

/// <summary>A month was closed with these figures, which stand. Reopened with a reason it gets a new row when it is closed again; this one stays.</summary>
public sealed class MonthClosing : IRecorded, IVersioned
{
    public Guid Id { get; set; }

    public Month Month { get; set; }

    /// <summary>1 for the first closing of the month.</summary>
    public int Number { get; set; }

    /// <summary>The month's figures as JSON, exact: <see cref="MonthFigures"/>.</summary>
    public required string Figures { get; set; }

    public DateTime ClosedAt { get; set; }

    public required string ClosedBy { get; set; }

    public DateTime? ReopenedAt { get; set; }

    public string? ReopenedBy { get; set; }

    /// <summary>Why it was opened again.</summary>
    public string? Why { get; set; }

    public Guid Version { get; set; }

    public Guid RowId => Id;
}

/// <summary>A statement on its way: prepared, checked by somebody else, published. What was prepared never changes.</summary>
public sealed class ValueStatement : IRecorded, IVersioned
{
    public Guid Id { get; set; }

    public int Number { get; set; }

    public Month From { get; set; }

    public Month To { get; set; }

    /// <summary>The months' figures as JSON, exact, as they were when it was prepared.</summary>
    public required string Figures { get; set; }

    public DateTime PreparedAt { get; set; }

    public UserId? PreparedById { get; set; }

    public required string PreparedBy { get; set; }

    public DateTime? CheckedAt { get; set; }

    public string? CheckedBy { get; set; }

    public DateTime? PublishedAt { get; set; }

    public string? PublishedBy { get; set; }

    /// <summary>The statement this one restates; the old one is kept.</summary>
    public Guid? RestatesId { get; set; }

    public string? Why { get; set; }

    public Guid Version { get; set; }

    public Guid RowId => Id;
}

/// <summary>A published figure to hold ours against, with its source: typed in by the group.</summary>
public sealed class ReferenceFigure : IRecorded, IVersioned
{
    public Guid Id { get; set; }

    /// <summary>As it is written: 2013/14.</summary>
    public required string Year { get; set; }

    /// <summary>What it says: "cost of an hour of support".</summary>
    public required string What { get; set; }

    public required string Value { get; set; }

    public required string Source { get; set; }

    public DateTime? TakenBackAt { get; set; }

    public Guid Version { get; set; }

    public Guid RowId => Id;
}
