using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Desk.KeepingApart;
using SafeSpace.Core.Desk.Wall;
using SafeSpace.Core.Peers;
using SafeSpace.Core.Register;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Desk.Directing;

/// <summary>
/// Which peers can be the one who rings somebody, or does something for them: not that very person, nobody who must be kept apart from
/// them, and behind a wall only who holds the key: anybody else would never see whom they were given. It answers yes or no and never why.
/// </summary>
public sealed class WhoMayRing
{
    private readonly Party who;
    private readonly Meeting meeting;
    private readonly HashSet<UserId> self;
    private readonly HashSet<UserId>? keyholders;

    private WhoMayRing(PersonId person, Meeting meeting, HashSet<UserId> self, HashSet<UserId>? keyholders) =>
        (who, this.meeting, this.self, this.keyholders) = (Party.Of(person), meeting, self, keyholders);

    /// <param name="whole">The whole store, or a unit of work.</param>
    public static async Task<WhoMayRing> ReadAsync(GroupDb whole, PersonId person)
    {
        var self = (await whole.PersonAccounts.Where(a => a.PersonId == person && a.Until == null).Select(a => a.UserId).ToListAsync()).ToHashSet();
        var owners = self.Count == 0 ? [] : (await whole.WalledRecordsAsync()).Where(w => w.PersonId == person).Select(w => w.UserId).ToList();
        var keys = owners.Count == 0 ? null : (await whole.Keyholders.Where(k => k.Until == null && owners.Contains(k.PeerId)).Select(k => k.KeyholderId).ToListAsync()).ToHashSet();
        return new WhoMayRing(person, await Meeting.ReadAsync(whole), self, keys);
    }

    public bool May(UserId peer) => !self.Contains(peer) && keyholders?.Contains(peer) != false && meeting.May(who, Party.Of(peer));
}
