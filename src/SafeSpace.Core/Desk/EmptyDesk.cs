using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.Peers;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Desk;

/// <summary>Somebody to be rung when nobody is on.</summary>
public sealed record Fallback(UserId PeerId, string Name, string? ReachOn);

/// <summary>We are open and nobody is signed on: what the group decided for that. It always says something.</summary>
/// <param name="Shift">The shift that is empty; null where the hours say open and no shift was planned.</param>
public sealed record EmptyDesk(Shift? Shift, CoverSettings Decided, IReadOnlyList<Fallback> Fallbacks)
{
    /// <summary>So long after a shift's start nobody is called missing.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromMinutes(5);

    public bool IsDecided => Fallbacks.Count > 0 || Decided.EmptyNumber is not null || Decided.EmptyMessage is not null;

    /// <summary>Null while somebody is on, while we are shut, and for a group that keeps no rota.</summary>
    public static async Task<EmptyDesk?> ReadAsync(GroupDb db, GroupClock clock)
    {
        var now = clock.Now;
        if ((await OnShift.ReadAsync(db, clock)).Count > 0)
            return null;
        var begun = now - Grace;
        var shift = await db.Shifts.AsNoTracking().Where(s => s.EndsAt > now && s.StartsAt <= begun && s.CancelledAt == null).OrderBy(s => s.StartsAt).FirstOrDefaultAsync();
        if (shift is null && !(await db.Shifts.AnyAsync() && (await OpeningCalendar.ReadAsync(db, clock)) is var hours && hours.IsOpenAt(now) && hours.IsOpenAt(begun)))
            return null;
        return new EmptyDesk(shift, await CoverSettings.ReadAsync(db), await FallbacksAsync(db));
    }

    /// <summary>Who agreed to be rung, in their order.</summary>
    public static async Task<IReadOnlyList<Fallback>> FallbacksAsync(GroupDb db)
    {
        var agreed = await db.FallbackPeers.AsNoTracking().Where(f => f.EndedAt == null).OrderBy(f => f.Position).Select(f => f.PeerId).ToListAsync();
        var people = await PeersOfGroup.ReadAsync(db, agreed);
        return [.. agreed.Select(id => people.FirstOrDefault(p => p.Id == id)).OfType<PeerOfGroup>().Select(p => new Fallback(p.Id, p.Name, p.Profile?.ReachOn))];
    }
}
