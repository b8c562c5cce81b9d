using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.Desk.Wall;
using SafeSpace.Core.Peers;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Desk.Board;

/// <summary>Of the rows of a board: those behind a wall, without who they are, and who holds each key.</summary>
internal static class WalledPeople
{
    public static async Task<IReadOnlyList<BehindTheWall>> ReadAsync(GroupDb whole, IReadOnlyList<BoardRow> rows, IReadOnlyList<PeerOn> on, PeerNames names)
    {
        if (rows.Count == 0)
            return [];
        var links = (await whole.WalledRecordsAsync()).GroupBy(a => a.PersonId).ToDictionary(g => g.Key, g => g.First());
        if (links.Count == 0)
            return [];
        var owners = links.Values.Select(l => l.UserId).ToList();
        var keys = await whole.Keyholders.AsNoTracking().Where(k => k.Until == null && owners.Contains(k.PeerId)).ToListAsync();
        await names.LoadAsync(keys.Select(k => (UserId?)k.KeyholderId));
        var here = on.GroupBy(p => p.PeerId).ToDictionary(g => g.Key, g => g.First().ReachOn);
        var holders = keys.ConvertAll(k => k.KeyholderId);
        var reach = await whole.PeerProfiles.AsNoTracking().Where(p => holders.Contains(p.PeerId)).ToDictionaryAsync(p => p.PeerId, p => p.ReachOn);
        return
        [
            .. rows.Where(r => links.ContainsKey(r.Person.Id)).Select(r => new BehindTheWall(
                links[r.Person.Id].Id, r.Person.Id, r.Standing, r.Since,
                [.. keys.Where(k => k.PeerId == links[r.Person.Id].UserId).Where(k => !names.HasLeft(k.KeyholderId))
                    .Select(k => new KeyholderShown(names.Of(k.KeyholderId), here.ContainsKey(k.KeyholderId), here.GetValueOrDefault(k.KeyholderId) ?? reach.GetValueOrDefault(k.KeyholderId))).OrderByDescending(k => k.IsOn)])),
        ];
    }
}
