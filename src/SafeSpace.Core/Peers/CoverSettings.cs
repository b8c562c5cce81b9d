using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Peers;

/// <summary>What a group decided about cover: how many peers a shift takes, how early too few shows, and what happens when nobody is on. One row.</summary>
public sealed class CoverSettings : IRecorded, IVersioned
{
    public static readonly Guid OnlyId = new("00000000-0000-7000-8000-000000000002");

    public Guid Id { get; set; } = OnlyId;

    /// <summary>For shifts that are made from now on; each shift has its own number.</summary>
    public int LeastPeers { get; set; } = 2;

    /// <summary>So many days ahead too little cover shows on the start page.</summary>
    public int ShowDays { get; set; } = 7;

    /// <summary>Where the phone goes when nobody is on: a number, as typed.</summary>
    public string? EmptyNumber { get; set; }

    /// <summary>What callers and referrers are told when nobody is on.</summary>
    public string? EmptyMessage { get; set; }

    /// <summary>Reminders by text message and e-mail go out. Off until the group turns it on.</summary>
    public bool SendReminders { get; set; }

    public Guid Version { get; set; }

    public Guid RowId => Id;

    /// <summary>What the group decided, or what holds until it does.</summary>
    public static async Task<CoverSettings> ReadAsync(GroupDb db) => await db.CoverSettings.AsNoTracking().SingleOrDefaultAsync() ?? new CoverSettings();
}

/// <summary>Somebody who agreed to be rung when nobody is on.</summary>
public sealed class FallbackPeer : IRecorded
{
    public Guid Id { get; set; }

    public UserId PeerId { get; set; }

    /// <summary>Rung in this order.</summary>
    public int Position { get; set; }

    public DateTime? EndedAt { get; set; }

    public Guid RowId => Id;
}
