using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Network;

/// <summary>
/// Heads of chains kept outside their stores: written each day, at each backup and when the application stops.
/// Without them a chain whose end was cut off, head and all, would look whole.
/// </summary>
public sealed class ChainAnchors(Stores stores)
{
    /// <summary>Keeps where a group's chain ends now, unless that is kept already.</summary>
    public async Task KeepAsync(GroupStore store)
    {
        ChainHead head;
        await using (var db = await store.ReadAsync())
            head = await db.Set<ChainHead>().AsNoTracking().SingleAsync();
        await using var network = await stores.NetworkAsync();
        if (await network.ChainAnchors.AnyAsync(a => a.Slug == store.Slug && a.Sequence == head.Sequence))
            return;
        network.ChainAnchors.Add(new ChainAnchor { Id = Ids.New(), Slug = store.Slug, Sequence = head.Sequence, Hash = head.Hash, Mac = head.Mac, At = store.Clock.Now });
        await network.SaveChangesAsync();
    }

    /// <summary>All that were kept for a group, oldest first.</summary>
    public async Task<IReadOnlyList<ChainAnchor>> ReadAsync(string slug)
    {
        await using var network = await stores.NetworkAsync();
        return await network.ChainAnchors.AsNoTracking().Where(a => a.Slug == slug).OrderBy(a => a.Sequence).ToListAsync();
    }

    /// <summary>After another key came into use: what an earlier one signed is signed with it. What none did is left as it is, and shows.</summary>
    internal async Task SignAnewAsync(GroupStore store)
    {
        await using var network = await stores.NetworkAsync();
        foreach (var anchor in await network.ChainAnchors.Where(a => a.Slug == store.Slug).ToListAsync())
            if (store.Vault.Keys.Any(k => Chain.MacOf(k.ChainKey, anchor.Sequence, anchor.Hash).AsSpan().SequenceEqual(anchor.Mac)))
                anchor.Mac = Chain.MacOf(store.Vault.ChainKey, anchor.Sequence, anchor.Hash);
        await network.SaveChangesAsync();
    }

    /// <summary>After an older copy was put back on purpose: what was seen since is no longer expected.</summary>
    internal async Task ForgetAfterAsync(string slug, long sequence)
    {
        await using var network = await stores.NetworkAsync();
        network.ChainAnchors.RemoveRange(await network.ChainAnchors.Where(a => a.Slug == slug && a.Sequence > sequence).ToListAsync());
        await network.SaveChangesAsync();
    }
}
