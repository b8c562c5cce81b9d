using SafeSpace.Core.Data;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Register;

public readonly record struct CaseId(Guid Value) : ITypedId<CaseId>
{
    public static CaseId From(Guid value) => new(value);

    public static CaseId New() => new(Ids.New());
}

public readonly record struct SpellId(Guid Value) : ITypedId<SpellId>
{
    public static SpellId From(Guid value) => new(value);

    public static SpellId New() => new(Ids.New());
}

/// <summary>Stepped down counts as open: somebody still rings.</summary>
public enum CaseState
{
    Open,
    SteppedDown,
    Closed,
}

/// <summary>One for each person, ever; a repeat referral reopens it.</summary>
public sealed class Case : IRecorded, IAboutPerson, IVersioned
{
    public CaseId Id { get; set; }

    public PersonId PersonId { get; set; }

    public CaseState State { get; set; }

    /// <summary>The day the newest spell opened: what lists are ordered by.</summary>
    public DateOnly OpenedOn { get; set; }

    /// <summary>The team that referred into the newest spell.</summary>
    public string? Team { get; set; }

    /// <summary>First answered contact in the newest spell, if there was one: empty on an open case means "not contacted yet".</summary>
    public DateTime? FirstAnsweredAt { get; set; }

    public Guid Version { get; set; }

    public Guid RowId => Id.Value;

    public PersonId? About => PersonId;
}

/// <summary>One stretch of a case, from opening to closing. Open on a day if it opened on or before it and closed after it, or not at all.</summary>
public sealed class Spell : IRecorded, IAboutPerson, IVersioned
{
    public SpellId Id { get; set; }

    public CaseId CaseId { get; set; }

    public PersonId PersonId { get; set; }

    public DateOnly OpenedOn { get; set; }

    public DateOnly? SteppedDownOn { get; set; }

    public DateOnly? ClosedOn { get; set; }

    /// <summary>An entry of the group's list of reasons.</summary>
    public string? CloseReason { get; set; }

    /// <summary>How things are at the end, in words.</summary>
    public Sealed? HowThingsAre { get; set; }

    /// <summary>The person agreed that the peers who supported them hear how it ended.</summary>
    public bool? HelpersMayHear { get; set; }

    public Guid Version { get; set; }

    public Guid RowId => Id.Value;

    public PersonId? About => PersonId;
}
