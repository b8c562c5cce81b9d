using SafeSpace.Core.Data;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Peers;

/// <summary>A stretch of time in which peers are on. It may go over midnight.</summary>
public sealed class Shift : IRecorded, IVersioned
{
    public Guid Id { get; set; }

    /// <summary>Empty where the group has one place, or the shift is at home altogether.</summary>
    public Guid? SiteId { get; set; }

    public DateTime StartsAt { get; set; }

    public DateTime EndsAt { get; set; }

    /// <summary>How many peers it takes, the facilitator among them; fewer shows early as too little cover.</summary>
    public int LeastPeers { get; set; }

    /// <summary>It does not take place.</summary>
    public DateTime? CancelledAt { get; set; }

    public Guid Version { get; set; }

    public Guid RowId => Id;
}

/// <summary>What somebody does on a shift.</summary>
public enum ShiftRole
{
    Peer,

    /// <summary>In charge of the desk: takes referrals, directs calls.</summary>
    Facilitator,
}

/// <summary>How a peer on shift is, in their own word; no reason is asked. Whether they are in a call is read from <c>CallUnderWay</c>.</summary>
public enum ShiftState
{
    Free,
    OnBreak,

    /// <summary>On shift, and not up to calls today.</summary>
    NoCallsToday,
}

/// <summary>Somebody's place on a shift: planned, then signed on, then signed off. Whether they came late is kept nowhere.</summary>
public sealed class ShiftPlace : IRecorded, IVersioned
{
    public Guid Id { get; set; }

    public Guid ShiftId { get; set; }

    public UserId PeerId { get; set; }

    public ShiftRole Role { get; set; }

    /// <summary>At home rather than in the building.</summary>
    public bool AtHome { get; set; }

    /// <summary>How the desk reaches them on this shift: a number, as typed.</summary>
    public string? ReachOn { get; set; }

    public DateTime? SignedOnAt { get; set; }

    public DateTime? SignedOffAt { get; set; }

    /// <summary>They cannot come after all; the place is open again.</summary>
    public DateTime? GivenUpAt { get; set; }

    public ShiftState State { get; set; }

    /// <summary>When they last said or did something that shows how they are: "not heard since" on the board.</summary>
    public DateTime? HeardAt { get; set; }

    public Guid Version { get; set; }

    public Guid RowId => Id;
}
