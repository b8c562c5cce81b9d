using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using SafeSpace.Core.Data;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Network;

/// <param name="Keys">Keys of people and accounts that were wrapped anew.</param>
/// <param name="Words">Words about nobody that were put under the new key.</param>
/// <param name="InPlace">False where the environment gives the keys: whoever runs the machine puts the new one in its place.</param>
public sealed record KeyRotated(byte[] Key, long Keys, long Words, bool InPlace);

/// <summary>
/// Changes a group's key while it serves. The new key is on the disk before anything is under it; the head of the chain says in one transaction
/// that it is in use; then every person's and account's key is wrapped anew, and words about nobody are put under it, a few hundred at a time;
/// last it takes the old one's place. Stopped anywhere, the group serves on with both keys, and running it again does what is left.
/// </summary>
public sealed class KeyRotation(Stores stores)
{
    private const int Step = 200;

    /// <summary>How often a step that waited in vain is tried again: some ten minutes.</summary>
    private const int Patience = 40;

    /// <summary>A little more than SQLite sleeps between two looks whether a file is free.</summary>
    private static readonly TimeSpan LetsOthersIn = TimeSpan.FromMilliseconds(110);

    /// <summary>Told after each step that is durable.</summary>
    public Action<string> Done { get; init; } = _ => { };

    public async Task<KeyRotated> RunAsync(string slug, Action<long, long>? progress = null)
    {
        var store = await stores.GetAsync(slug);
        // A store that was put back from a copy of before is under an earlier key: then the one in its place is the new one.
        var inPlace = new GroupKey(stores.Keys.Read(slug));
        var next = stores.Keys.ReadNext(slug) is null && inPlace.Id != store.Vault.Key.Id ? inPlace : new GroupKey(stores.Keys.MakeNext(slug));
        Done("the new key is on the disk");
        await PatientlyAsync(store, () => store.SwitchKeyAsync(next));
        Done("the new key is in use");
        await new ChainAnchors(stores).SignAnewAsync(store);
        Done("what is kept outside is signed anew");
        var (keys, commons) = await WrapAnewAsync(store, progress);
        var words = 0L;
        foreach (var type in WithSealedWords(store))
            words += await LayerAsync(store, type, commons);
        var moved = stores.Keys.TakeNext(slug);
        Done("the new key is in its place");
        return new KeyRotated(next.Raw, keys, words, moved);
    }

    /// <returns>How many were wrapped anew, and under which owners words about nobody were sealed before.</returns>
    private async Task<(long Keys, List<Guid> Commons)> WrapAnewAsync(GroupStore store, Action<long, long>? progress)
    {
        var (count, seen, commons, last) = (0L, 0L, new List<Guid>(), (Guid?)null);
        long all;
        await using (var db = await store.ReadAsync())
            all = await db.SealingKeys.LongCountAsync();
        while (true)
        {
            List<SealingKey> rows;
            await using (var db = await store.ReadAsync())
            {
                var ahead = last is { } from ? db.SealingKeys.Where(k => k.OwnerId.CompareTo(from) > 0) : db.SealingKeys;
                rows = await ahead.AsNoTracking().OrderBy(k => k.OwnerId).Take(Step).ToListAsync();
            }

            if (rows.Count == 0)
                return (count, commons);
            last = rows[^1].OwnerId;
            progress?.Invoke(seen += rows.Count, Math.Max(all, seen));
            commons.AddRange(rows.Select(r => r.OwnerId).Where(o => GroupKey.IsCommon(o) && o != store.Vault.Key.Id));
            var stale = rows.Where(r => Vault.TryUnwrap(store.Vault.Key, r.OwnerId, r.Wrapped) is null)
                .Select(r => (r.OwnerId, Was: r.Wrapped, Now: store.Vault.Wrap(r.OwnerId, store.Vault.Unwrap(r.OwnerId, r.Wrapped)))).ToList();
            if (stale.Count == 0)
                continue;
            // A key that was destroyed meanwhile stays destroyed: only the row that was read is changed.
            await PatientlyAsync(store, () => store.Write("KeysWrappedAnew", Actor.CommandLine, async unit =>
            {
                foreach (var (owner, was, now) in stale)
                    await unit.Db.SealingKeys.Where(k => k.OwnerId == owner && k.Wrapped == was).ExecuteUpdateAsync(k => k.SetProperty(x => x.Wrapped, now));
            }));
            count += stale.Count;
            Done("some keys are wrapped anew");
        }
    }

    /// <summary>
    /// On SQLite whoever serves may write without a pause, and another program gets in by chance. Each step may be run again, and there is time:
    /// somebody at a save has waited long enough where this has only begun to. And after each step whoever serves is let in.
    /// </summary>
    private static async Task PatientlyAsync(GroupStore store, Func<Task> step)
    {
        if (store.Engine.Kind != EngineKind.Sqlite)
        {
            await step();
            return;
        }

        for (var left = Patience; ; left--)
        {
            try
            {
                await step();
                await Task.Delay(LetsOthersIn);
                return;
            }
            catch (Exception busy) when (left > 0 && StoreTrouble.HasWaited(busy))
            {
                // Tried again: it has waited already.
            }
        }
    }

    private static IReadOnlyList<IEntityType> WithSealedWords(GroupStore store)
    {
        using var db = store.Read();
        return [.. db.Model.GetEntityTypes().Where(t => SealedColumns(t).Any())];
    }

    private static IEnumerable<IProperty> SealedColumns(IEntityType type) => type.GetProperties().Where(p => (Nullable.GetUnderlyingType(p.ClrType) ?? p.ClrType) == typeof(Sealed));

    private Task<long> LayerAsync(GroupStore store, IEntityType type, List<Guid> commons)
    {
        if (commons.Count == 0)
            return Task.FromResult(0L);
        var method = typeof(KeyRotation).GetMethod(nameof(LayerRowsAsync), BindingFlags.NonPublic | BindingFlags.Instance)!.MakeGenericMethod(type.ClrType);
        return (Task<long>)method.Invoke(this, [store, type, commons])!;
    }

    /// <summary>
    /// Rows of one table whose words are under an earlier key, each a change that is on record where the row is; in the order of their ids, so that
    /// the table is read once. Parts of operations are not: the chain's hashes are those of the words as they were sealed first.
    /// </summary>
    private async Task<long> LayerRowsAsync<T>(GroupStore store, IEntityType type, List<Guid> commons) where T : class
    {
        var (count, key) = (0L, type.FindPrimaryKey()!.Properties[0]);
        var columns = SealedColumns(type).ToList();
        object? last = null;
        while (true)
        {
            var from = last;
            await using (var db = await store.ReadAsync()) // most tables have none, and nobody need wait for that
                if (!await Stale<T>(db, store.Engine, type, columns, key, commons, from).AnyAsync())
                    return count;
            var done = (Count: 0, Last: (object?)null);
            await PatientlyAsync(store, async () => done = await store.Write("KeyChanged", Actor.CommandLine, async unit =>
            {
                unit.Log.KeepVersions = true;
                var rows = await Stale<T>(unit.Db, store.Engine, type, columns, key, commons, from).ToListAsync();
                foreach (var row in rows)
                {
                    var entry = unit.Db.Entry(row);
                    foreach (var column in columns)
                        if (entry.Property(column).CurrentValue is Sealed words && store.Vault.Layer(words) is { } layered)
                            entry.Property(column).CurrentValue = layered;
                }

                return (rows.Count, rows.Count == 0 ? null : unit.Db.Entry(rows[^1]).Property(key).CurrentValue);
            }));
            if (done.Count == 0)
                return count;
            last = done.Last;
            count += done.Count;
            Done("some words are under the new key");
        }
    }

    /// <summary>The key's id stands in each sealed column from its second byte on. Asked in SQL: most rows are about somebody and need not be read.</summary>
    private static IQueryable<T> Stale<T>(GroupDb db, Engine engine, IEntityType type, IEnumerable<IProperty> columns, IProperty key, List<Guid> commons, object? from) where T : class
    {
        var (table, first) = (type.GetTableName()!, key.GetColumnName());
        var ids = string.Join(", ", commons.Select(c => engine.Literal(c.ToByteArray(true))));
        var stale = string.Join(" OR ", columns.Select(c => $"substr(\"{c.GetColumnName()}\", 2, 16) IN ({ids})"));
        // Of the parts of operations those about nobody are found by their index.
        var nobody = type.ClrType == typeof(OperationPart) ? "\"person_id\" IS NULL AND " : "";
        var sql = $"SELECT * FROM \"{table}\" WHERE {nobody}({stale})";
        var ahead = $"{sql} AND \"{first}\" > {{0}}";
        var rows = from is null ? db.Set<T>().FromSqlRaw(sql) : db.Set<T>().FromSqlRaw(ahead, key.GetTypeMapping().Converter?.ConvertToProvider(from) ?? from);
        return rows.OrderBy(r => EF.Property<object>(r, key.Name)).Take(Step);
    }
}
