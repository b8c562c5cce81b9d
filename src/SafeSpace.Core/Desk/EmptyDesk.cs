using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.Peers;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Desk;

/// <summary>Somebody to be rung when nobody is on.</summary>
public sealed record Fallback(UserId PeerId, string Name, string? ReachOn);

/// <summary>We are open and nobody is signed on: what the group decided for that. It always says something.</summary>
/// <param name="Shift">The shift that is empty; null where the hours say open and no shift was planned.</param>
/// <param name="Site">Where, while others are on elsewhere; null when nobody is on at all.</param>
public sealed record EmptyDesk(Shift? Shift, CoverSettings Decided, IReadOnlyList<Fallback> Fallbacks, string? Site = null)
{
    /// <summary>So long after a shift's start nobody is called missing.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromMinutes(5);

    public bool IsDecided => Fallbacks.Count > 0 || Decided.EmptyNumber is not null || Decided.EmptyMessage is not null;

    /// <summary>Null while somebody is on at every place that has a shift, while we are shut, and for a group that keeps no rota.</summary>
    public static async Task<EmptyDesk?> ReadAsync(GroupDb db, GroupClock clock)
    {
        var now = clock.Now;
        var on = await OnShift.ReadAsync(db, clock);
        var begun = now - Grace;
        var running = await db.Shifts.AsNoTracking().Where(s => s.EndsAt > now && s.StartsAt <= begun && s.CancelledAt == null).OrderBy(s => s.StartsAt).ToListAsync();
        if (on.Count > 0)
        {
            // Who is on at one place opens no door of another. A shift of no place is kept by anybody who is on.
            var empty = running.Find(s => s.SiteId is not null && !on.Any(o => o.Shift.SiteId == s.SiteId || (o.Shift.SiteId is null && !o.AtHome)));
            return empty is null ? null : await OfAsync(db, empty, await db.Sites.Where(s => s.Id == empty.SiteId).Select(s => s.Name).SingleOrDefaultAsync());
        }

        var shift = running.FirstOrDefault();
        if (shift is null && !(await db.Shifts.AnyAsync() && (await OpeningCalendar.ReadAsync(db, clock)) is var hours && hours.IsOpenAt(now) && hours.IsOpenAt(begun)))
            return null;
        return await OfAsync(db, shift);
    }

    private static async Task<EmptyDesk> OfAsync(GroupDb db, Shift? shift, string? site = null) => new(shift, await CoverSettings.ReadAsync(db), await FallbacksAsync(db), site);

    /// <summary>Who agreed to be rung, in their order.</summary>
    public static async Task<IReadOnlyList<Fallback>> FallbacksAsync(GroupDb db)
    {
        var agreed = await db.FallbackPeers.AsNoTracking().Where(f => f.EndedAt == null).OrderBy(f => f.Position).Select(f => f.PeerId).ToListAsync();
        var people = await PeersOfGroup.ReadAsync(db, agreed);
        return [.. agreed.Select(id => people.FirstOrDefault(p => p.Id == id)).OfType<PeerOfGroup>().Select(p => new Fallback(p.Id, p.Name, p.Profile?.ReachOn))];
    }
}
