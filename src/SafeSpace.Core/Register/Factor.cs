using SafeSpace.Core.Data;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Register;

public enum SeenBy
{
    /// <summary>What the referrer wrote.</summary>
    Referrer,

    /// <summary>What peers heard, then or in any later call.</summary>
    Peers,
}

/// <summary>Something that weighs on somebody: an entry of the group's list, and whose word it is.</summary>
public sealed class PersonFactor : IRecorded, IAboutPerson
{
    public Guid Id { get; set; }

    public PersonId PersonId { get; set; }

    /// <summary>The referral that named it; empty for what peers heard apart from one.</summary>
    public Guid? ReferralId { get; set; }

    public required string Factor { get; set; }

    public SeenBy SeenBy { get; set; }

    public DateOnly Day { get; set; }

    public UserId? NotedById { get; set; }

    /// <summary>Set when it was noted by mistake.</summary>
    public DateTime? TakenBackAt { get; set; }

    public Guid RowId => Id;

    public PersonId? About => PersonId;
}
