using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Diary;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Peers;

/// <summary>Somebody who is signed on now.</summary>
/// <param name="Profile">What they say of themself; null when they never did.</param>
/// <param name="HadEnough">They told the desk that so much is enough for a week, and it is reached. Null unless they share it.</param>
public sealed record PeerOn(Shift Shift, ShiftPlace Place, string Name, PeerProfile? Profile, bool? HadEnough)
{
    public UserId PeerId => Place.PeerId;

    public ShiftState State => Place.State;

    public bool AtHome => Place.AtHome;

    /// <summary>On this shift's number, or the one they always have.</summary>
    public string? ReachOn => Place.ReachOn ?? Profile?.ReachOn;

    /// <summary>When they last said or did something that shows how they are.</summary>
    public DateTime? HeardAt => Place.HeardAt ?? Place.SignedOnAt;
}

/// <summary>Who is on now. Nothing is guessed: who forgot to sign off stays with "not heard since", for a while after the shift's end.</summary>
public static class OnShift
{
    /// <summary>So long after a shift's end who is still signed on is shown.</summary>
    public static readonly TimeSpan Lingers = TimeSpan.FromHours(4);

    /// <summary>Facilitators first, then by name.</summary>
    public static async Task<IReadOnlyList<PeerOn>> ReadAsync(GroupDb db, GroupClock clock)
    {
        var since = clock.Now - Lingers;
        var rows = await (
            from shift in db.Shifts.AsNoTracking()
            join place in db.ShiftPlaces.AsNoTracking() on shift.Id equals place.ShiftId
            where shift.EndsAt > since && place.SignedOnAt != null && place.SignedOffAt == null && place.GivenUpAt == null
            select new { shift, place }).ToListAsync();
        if (rows.Count == 0)
            return [];
        var ids = rows.Select(r => r.place.PeerId).Distinct().ToList();
        var accounts = ids.Select(id => id.Value).ToList();
        var names = await db.Users.AsNoTracking().Where(u => accounts.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.DisplayName);
        var profiles = await db.PeerProfiles.AsNoTracking().Where(p => ids.Contains(p.PeerId)).ToDictionaryAsync(p => p.PeerId);
        var on = new List<PeerOn>();
        foreach (var row in rows)
        {
            var profile = profiles.GetValueOrDefault(row.place.PeerId);
            var enough = profile is { SharesLoad: true } ? (await PeerLoad.ReadAsync(db, clock, profile.PeerId)).HadEnough(profile) : (bool?)null;
            on.Add(new PeerOn(row.shift, row.place, names.GetValueOrDefault(row.place.PeerId.Value) ?? "", profile, enough));
        }

        return [.. on.OrderByDescending(o => o.Place.Role).ThenBy(o => o.Name, StringComparer.CurrentCulture)];
    }
}

/// <summary>What a peer did this week, for their own eyes.</summary>
/// <param name="MinutesUnknown">So many of them have no length noted: the minutes are at least what is said.</param>
public sealed record PeerLoad(int Calls, int Minutes, int MinutesUnknown)
{
    private static readonly ContactKind[] Counted = [.. Enum.GetValues<ContactKind>().Where(k => k.IsAnswered())];

    /// <summary>The week is the group's, from Monday on.</summary>
    public static async Task<PeerLoad> ReadAsync(GroupDb db, GroupClock clock, UserId peer)
    {
        var today = clock.Today;
        var monday = clock.StartOf(today.AddDays(-(((int)today.DayOfWeek + 6) % 7)));
        var rows = await db.StandingContacts.Where(c => c.PeerId == peer && c.At >= monday && Counted.Contains(c.Kind)).Select(c => c.Minutes).ToListAsync();
        return new PeerLoad(rows.Count, rows.Sum(m => m ?? 0), rows.Count(m => m is null));
    }

    public bool HadEnough(PeerProfile profile) => Calls >= profile.EnoughCalls || Minutes >= profile.EnoughMinutes;
}

/// <summary>Keeps "heard" on the place somebody is signed on at, inside another change.</summary>
public static class Presence
{
    /// <summary>They did something that shows they are there: logged a call, said how they are. Nothing happens to who is not on.</summary>
    public static async Task HeardAsync(Unit unit, UserId? peer)
    {
        if (peer is { } who && await PlaceAsync(unit, who) is { } place)
            place.HeardAt = unit.Now;
    }

    /// <summary>Where somebody is signed on now.</summary>
    internal static Task<ShiftPlace?> PlaceAsync(Unit unit, UserId peer) => SignedOn.AskAsync(unit.Db, peer, unit.Now - OnShift.Lingers);

    private static readonly Question<UserId, DateTime, ShiftPlace?> SignedOn = new((db, peer, since) => db.Set<ShiftPlace>()
        .Where(p => p.PeerId == peer && p.SignedOffAt == null && p.SignedOnAt != null && p.GivenUpAt == null
            && db.Set<Shift>().Any(s => s.EndsAt > since && s.Id == p.ShiftId))
        .OrderByDescending(p => p.SignedOnAt).FirstOrDefault());
}
