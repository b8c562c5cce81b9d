using SafeSpace.Core.Data;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Help;

/// <summary>Somebody goes round and brings things to people at home.</summary>
public sealed class DeliveryRound : IRecorded, IVersioned
{
    public Guid Id { get; set; }

    public required string Name { get; set; }

    public DateOnly Day { get; set; }

    /// <summary>Who brings it; empty while nobody is found.</summary>
    public UserId? DriverId { get; set; }

    public DateTime MadeAt { get; set; }

    public DateTime? DoneAt { get; set; }

    public Guid Version { get; set; }

    public Guid RowId => Id;
}

public enum StopState
{
    Waiting,
    Done,
    NotAtHome,

    /// <summary>Not wanted any more.</summary>
    CalledOff,
}

/// <summary>One door on a round. The address is not kept here: it is read where it stands, so that a new one is never missed.</summary>
public sealed class DeliveryStop : IRecorded, IAboutPerson, IVersioned
{
    public Guid Id { get; set; }

    public Guid RoundId { get; set; }

    public PersonId PersonId { get; set; }

    public int Position { get; set; }

    /// <summary>What they get: promised to them until it is at their door.</summary>
    public Guid HelpId { get; set; }

    /// <summary>The address as it was when they were put on; a note when it is another now; sealed.</summary>
    public Sealed? AddressThen { get; set; }

    public StopState State { get; set; }

    public DateTime? EndedAt { get; set; }

    /// <summary>A word of who was at the door; sealed.</summary>
    public Sealed? Words { get; set; }

    public Guid Version { get; set; }

    public Guid RowId => Id;

    public PersonId? About => PersonId;
}

/// <summary>What to know at somebody's door. Each change is a new row; the newest holds.</summary>
public sealed class DoorstepNote : IRecorded, IAboutPerson
{
    public Guid Id { get; set; }

    public PersonId PersonId { get; set; }

    /// <summary>What they eat and what not.</summary>
    public Sealed? Diet { get; set; }

    /// <summary>How to bring it safely: which door, when, what to carry it in.</summary>
    public Sealed? Doorstep { get; set; }

    /// <summary>What not to say there, and to whom.</summary>
    public Sealed? NotToSay { get; set; }

    public DateTime At { get; set; }

    public UserId? ById { get; set; }

    public Guid RowId => Id;

    public PersonId? About => PersonId;
}
