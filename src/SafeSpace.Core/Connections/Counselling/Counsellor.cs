using SafeSpace.Core.Data;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Connections.Counselling;

/// <summary>How a group reckons, and what it publishes: one row.</summary>
public sealed class ConnectionRules : IRecorded, IVersioned
{
    public static readonly Guid OnlyId = new("00000000-0000-7000-8000-000000000004");

    public Guid Id { get; set; } = OnlyId;

    public Nation Nation { get; set; }

    /// <summary>Within how many working days a first slot is offered.</summary>
    public int WorkingDays { get; set; } = 2;

    /// <summary>The entries marked public are a feed that anybody may read.</summary>
    public bool Publishes { get; set; }

    public Guid Version { get; set; }

    public Guid RowId => Id;
}

/// <summary>Somebody who counsels with us, often a student on a placement.</summary>
public sealed class Counsellor : IRecorded, IVersioned
{
    public Guid Id { get; set; }

    public required string Name { get; set; }

    public bool Student { get; set; }

    /// <summary>Their account, if they have one: when it is closed, their slots end.</summary>
    public UserId? AccountId { get; set; }

    public DateTime? EndedAt { get; set; }

    public Guid Version { get; set; }

    public Guid RowId => Id;
}

/// <summary>A time that a counsellor has: free, or somebody's.</summary>
public sealed class CounsellingSlot : IRecorded, IVersioned
{
    public Guid Id { get; set; }

    public Guid CounsellorId { get; set; }

    public DateTime StartsAt { get; set; }

    public int Minutes { get; set; }

    public Guid? AppointmentId { get; set; }

    public DateTime? TakenBackAt { get; set; }

    public Guid Version { get; set; }

    public Guid RowId => Id;
}
