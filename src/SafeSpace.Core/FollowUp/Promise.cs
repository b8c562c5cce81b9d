using SafeSpace.Core.Data;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.FollowUp;

public enum PromiseState
{
    Open,
    Kept,
    Moved,
    Released,

    /// <summary>The time went by, and the person was told what happens now. A fact about the promise, never about a peer.</summary>
    Missed,
}

/// <summary>Whose wish a promise was.</summary>
public enum PromiseAsked
{
    ThePerson,
    Family,
    WeOffered,
}

/// <summary>What a promise is the next step of, where it is no call or visit: a record that goes on until it is closed, and is never without one.</summary>
public enum PromiseFor
{
    Connection,
    PassedBack,
    Hospital,
    Advocacy,
    Ask,
}

/// <summary>A call or visit somebody was told to expect; or the next step of what goes on for them, so that it stands where nothing is forgotten.</summary>
public sealed class Promise : IRecorded, IAboutPerson, IVersioned
{
    public Guid Id { get; set; }

    public PersonId PersonId { get; set; }

    /// <summary>Whom the person was told to expect; empty when anybody may keep it. Any peer may keep another's.</summary>
    public UserId? PeerId { get; set; }

    /// <summary>Due on this day; at this moment, when a time was said.</summary>
    public DateOnly DueOn { get; set; }

    public DateTime? DueAt { get; set; }

    /// <summary>A visit rather than a call.</summary>
    public bool Visit { get; set; }

    /// <summary>Empty: nobody noted it.</summary>
    public PromiseAsked? AskedBy { get; set; }

    /// <summary>Empty for a call or visit. A step ends only where its record is seen to.</summary>
    public PromiseFor? For { get; set; }

    /// <summary>The record it belongs to; of a visit, the stay in hospital in which it is somebody's turn.</summary>
    public Guid? ForId { get; set; }

    public PromiseState State { get; set; }

    public DateTime MadeAt { get; set; }

    /// <summary>Who promised.</summary>
    public UserId? MadeById { get; set; }

    public Guid? MadeInContactId { get; set; }

    /// <summary>The promise it takes the place of: that one was moved or missed.</summary>
    public Guid? PreviousId { get; set; }

    public Guid? KeptByContactId { get; set; }

    public DateTime? EndedAt { get; set; }

    /// <summary>Why it was moved or released; of a missed one, what the person was told.</summary>
    public Sealed? Words { get; set; }

    public Guid Version { get; set; }

    public Guid RowId => Id;

    public PersonId? About => PersonId;
}

/// <summary>Why somebody is "mine": a peer claimed the person, or has them on the step-down list.</summary>
public enum TieKind
{
    Claimed,
    StepDown,
}

/// <summary>A peer's tie to a person, while it lasts.</summary>
public sealed class PeerTie : IRecorded, IAboutPerson
{
    public Guid Id { get; set; }

    public PersonId PersonId { get; set; }

    public UserId PeerId { get; set; }

    public TieKind Kind { get; set; }

    public DateTime From { get; set; }

    public DateTime? Until { get; set; }

    public Guid RowId => Id;

    public PersonId? About => PersonId;
}
