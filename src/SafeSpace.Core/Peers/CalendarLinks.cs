using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Peers;

/// <summary>Secret addresses of peers' calendars: one for each peer, made anew or switched off at any time.</summary>
public sealed class CalendarLinks(GroupStore store)
{
    /// <returns>The secret, told this once. The address before stops working.</returns>
    public async Task<string> MakeAsync(UserId peer, Actor by)
    {
        var secret = Secrets.New();
        var hash = Secrets.HashOf(secret);
        await store.Write("CalendarLinkMade", by, async unit =>
        {
            await EndAsync(unit, peer);
            await unit.Db.SaveChangesAsync();
            unit.Db.CalendarLinks.Add(new CalendarLink { Id = Ids.New(), PeerId = peer, SecretHash = hash, MadeAt = unit.Now });
        });
        return secret;
    }

    public Task EndAsync(UserId peer, Actor by) => store.Write("CalendarLinkEnded", by, unit => EndAsync(unit, peer));

    /// <summary>Whose calendar it is; null for an address that is none, was switched off, or whose account is closed.</summary>
    public static async Task<UserId?> FindAsync(GroupDb db, string? secret)
    {
        var hash = Secrets.HashOf(secret ?? "");
        if (await db.CalendarLinks.AsNoTracking().SingleOrDefaultAsync(l => l.SecretHash == hash && l.EndedAt == null) is not { } link)
            return null;
        return await db.Users.AnyAsync(u => u.Id == link.PeerId.Value && u.RetiredAt == null) ? link.PeerId : null;
    }

    private static async Task EndAsync(Unit unit, UserId peer)
    {
        foreach (var link in await unit.Db.CalendarLinks.Where(l => l.PeerId == peer && l.EndedAt == null).ToListAsync())
            link.EndedAt = unit.Now;
    }
}
