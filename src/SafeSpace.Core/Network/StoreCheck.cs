using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Network;

/// <summary>Everything <c>verify</c> looks at: the file, the chain with its anchors, every recorded row, every kept figure.</summary>
/// <param name="recounts">Each counts something kept again from the rows, and gives a sentence for each figure that does not agree.</param>
public sealed class StoreCheck(Stores stores, params IReadOnlyList<Func<GroupDb, GroupClock, Task<IReadOnlyList<string>>>> recounts)
{
    private const int Damaged = 11;
    private const int NoDatabase = 26;

    public async Task<Verification> RunAsync(string slug)
    {
        try
        {
            var store = await stores.GetAsync(slug);
            return await DamageAsync(store) is { Count: > 0 } damage ? new Verification(0, 0, damage) : await RunAsync(store);
        }
        catch (SqliteException error) when (error.SqliteErrorCode is Damaged or NoDatabase)
        {
            return new Verification(0, 0, [$"The file is damaged: {error.Message}"]);
        }
    }

    private async Task<Verification> RunAsync(GroupStore store)
    {
        var anchors = await new ChainAnchors(stores).ReadAsync(store.Slug);
        // While a key is being changed, what is kept outside may still be signed with the one before.
        var keys = stores.Keys.ReadNext(store.Slug) is null ? [store.Vault.Key] : store.Vault.Keys.ToList();
        var forged = anchors.Where(a => !keys.Exists(k => Chain.MacOf(k.ChainKey, a.Sequence, a.Hash).AsSpan().SequenceEqual(a.Mac))).ToList();
        var found = await new Verifier(store).RunAsync([.. anchors.Except(forged).Select(a => (a.Sequence, a.Hash))], recounts);
        return found with { Problems = [.. found.Problems, .. forged.Select(a => $"What was kept outside this store about operation {a.Sequence} was forged.")] };
    }

    /// <summary>What the engine itself says of its file; PostgreSQL has checksums of its own.</summary>
    private static async Task<IReadOnlyList<string>> DamageAsync(GroupStore store)
    {
        if (store.Engine is not SqliteEngine)
            return [];
        await using var db = await store.ReadAsync();
        var said = await db.Database.SqlQueryRaw<string>("SELECT integrity_check AS Value FROM pragma_integrity_check").ToListAsync();
        return said is ["ok"] ? [] : [.. said.Take(20).Select(s => $"The file is damaged: {s}.")];
    }
}
