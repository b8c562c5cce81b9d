using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Peers;

/// <summary>How somebody wants to be reminded. Nobody is, unless they ask for it.</summary>
public enum ReminderWay
{
    None,
    Text,
    Email,
}

/// <summary>What a peer says of themself: what helps to find the right peer for somebody, and how they look after themself. One row for each account.</summary>
public sealed class PeerProfile : IRecorded, IVersioned
{
    public Guid Id { get; set; }

    public UserId PeerId { get; set; }

    /// <summary>How the desk reaches them when a shift says nothing else: a number, as typed.</summary>
    public string? ReachOn { get; set; }

    /// <summary>Woman, man, or how they say it themselves: some people ask for one.</summary>
    public string? Gender { get; set; }

    /// <summary>Which languages they speak with people, as typed.</summary>
    public string? Languages { get; set; }

    /// <summary>Where they live, roughly: some people ask for somebody who is no neighbour.</summary>
    public string? Neighbourhood { get; set; }

    /// <summary>The days on which they could take a shift, one bit each, Monday first.</summary>
    public int CouldDays { get; set; }

    /// <summary>How many calls and visits in a week are enough for them, in their own word; empty is no limit.</summary>
    public int? EnoughCalls { get; set; }

    public int? EnoughMinutes { get; set; }

    /// <summary>The desk may see that they have had enough. Off, nobody but the peer sees anything of it.</summary>
    public bool SharesLoad { get; set; }

    public ReminderWay RemindBy { get; set; }

    /// <summary>Where reminders by text message go.</summary>
    public string? RemindOn { get; set; }

    public Guid Version { get; set; }

    public Guid RowId => Id;

    public bool CouldOn(DayOfWeek day) => (CouldDays & Bit(day)) != 0;

    public static int Bit(DayOfWeek day) => 1 << (((int)day + 6) % 7);

    public static Task<PeerProfile?> FindAsync(GroupDb db, UserId peer) => db.PeerProfiles.AsNoTracking().SingleOrDefaultAsync(p => p.PeerId == peer);
}
