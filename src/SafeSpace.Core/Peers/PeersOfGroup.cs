using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Peers;

/// <summary>Somebody who can be on a shift.</summary>
/// <param name="MayFacilitate">They may be in charge of the desk.</param>
public sealed record PeerOfGroup(UserId Id, string Name, PeerProfile? Profile, bool MayFacilitate);

public static class PeersOfGroup
{
    private static readonly Role[] Peers = [.. Enum.GetValues<Role>().Where(r => Permissions.Of([r]).Contains(Permission.LogContacts))];
    private static readonly Role[] Facilitators = [.. Enum.GetValues<Role>().Where(r => Permissions.Of([r]).Contains(Permission.TakeReferrals))];

    /// <summary>Everybody whose account is open and who takes calls, by name; or those of them who are asked for.</summary>
    public static async Task<IReadOnlyList<PeerOfGroup>> ReadAsync(GroupDb db, IReadOnlyCollection<UserId>? only = null)
    {
        if (only is { Count: 0 })
            return [];
        var wanted = db.UserRoles.AsNoTracking().Where(r => Peers.Contains(r.Role));
        if (only is not null)
            wanted = wanted.Where(r => only.Contains(r.UserId));
        var roles = (await wanted.ToListAsync()).ToLookup(r => r.UserId, r => r.Role);
        var ids = roles.Select(r => r.Key).ToList();
        var accounts = ids.Select(id => id.Value).ToList();
        var users = await db.Users.AsNoTracking().Where(u => accounts.Contains(u.Id) && u.RetiredAt == null).Select(u => new { u.Id, u.DisplayName }).ToListAsync();
        var profiles = await db.PeerProfiles.AsNoTracking().Where(p => ids.Contains(p.PeerId)).ToDictionaryAsync(p => p.PeerId);
        return
        [
            .. users.Select(u => new PeerOfGroup(new UserId(u.Id), u.DisplayName, profiles.GetValueOrDefault(new UserId(u.Id)), roles[new UserId(u.Id)].Any(Facilitators.Contains)))
                .OrderBy(p => p.Name, StringComparer.CurrentCulture),
        ];
    }

    /// <summary>Whether an account may be on a shift, inside a change.</summary>
    internal static async Task<PeerOfGroup?> FindAsync(Unit unit, UserId peer) => (await ReadAsync(unit.Db, [peer])).SingleOrDefault();
}
