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
        var links = whole.WalledRecords.GroupBy(a => a.PersonId).ToDictionary(g => g.Key, g => g.First());
        if (links.Count == 0)
            return [];
        var owners = links.Values.Select(l => l.UserId).ToList();
        var keys = await whole.Keyholders.AsNoTracking().Where(k => k.Until == null && owners.Contains(k.PeerId)).ToListAsync();
        await names.LoadAsync(keys.Select(k => (UserId?)k.KeyholderId));
        var here = on.Select(p => p.PeerId).ToHashSet();
        return
        [
            .. rows.Where(r => links.ContainsKey(r.Person.Id)).Select(r => new BehindTheWall(
                links[r.Person.Id].Id, r.Person.Id, r.Standing, r.Since,
                [.. keys.Where(k => k.PeerId == links[r.Person.Id].UserId).Select(k => (names.Of(k.KeyholderId), here.Contains(k.KeyholderId))).OrderByDescending(k => k.Item2)])),
        ];
    }
}
