using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.FollowUp;

/// <summary>
/// Who can ring and log: accounts that stand, in a role that logs. A promise of anybody else is nobody's: it is read from what is,
/// so that no way of ending an account can make a promise vanish.
/// </summary>
public static class PeersWhoRing
{
    private static readonly Role[] Roles = [.. Enum.GetValues<Role>().Where(r => Permissions.Of([r]).Contains(Permission.LogContacts))];

    public static async Task<IReadOnlyDictionary<UserId, string>> NamesAsync(GroupDb db)
    {
        var holders = (await db.UserRoles.AsNoTracking().Where(r => Roles.Contains(r.Role)).Select(r => r.UserId).ToListAsync()).ToHashSet();
        var accounts = await db.Users.AsNoTracking().Where(u => u.RetiredAt == null).OrderBy(u => u.DisplayName).Select(u => new { u.Id, u.DisplayName }).ToListAsync();
        return accounts.Where(a => holders.Contains(new UserId(a.Id))).ToDictionary(a => new UserId(a.Id), a => a.DisplayName);
    }

    public static async Task<bool> IsAsync(GroupDb db, UserId peer) =>
        await db.UserRoles.AnyAsync(r => r.UserId == peer && Roles.Contains(r.Role)) && await db.Users.AnyAsync(u => u.Id == peer.Value && u.RetiredAt == null);
}
