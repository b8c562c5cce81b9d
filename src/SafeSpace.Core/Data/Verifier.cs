using System.Runtime.InteropServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Data;

/// <summary>What a check of a store found. Empty <see cref="Problems"/>: all is as it was recorded.</summary>
public sealed record Verification(long Operations, long Rows, IReadOnlyList<string> Problems)
{
    public bool IsSound => Problems.Count == 0;
}

/// <summary>
/// Walks the chain of operations and compares every recorded row with the state its last operation left it in.
/// Finds a changed byte, a removed row, a row nobody recorded, and a chain whose end was cut off.
/// </summary>
public sealed class Verifier(GroupStore store)
{
    private const int MostProblems = 100;
    private readonly List<string> problems = [];
    private readonly Dictionary<(uint Table, Guid Row), byte[]> states = [];
    private Dictionary<long, byte[]> emptied = [];
    private long operations;
    private long rows;

    /// <param name="anchors">Heads of the chain kept outside the store: sequence and hash.</param>
    /// <param name="recounts">Further checks, such as kept figures recounted: each gives sentences about what does not agree.</param>
    public async Task<Verification> RunAsync(IReadOnlyList<(long Sequence, byte[] Hash)> anchors, params IReadOnlyList<Func<GroupDb, GroupClock, Task<IReadOnlyList<string>>>> recounts)
    {
        await using var db = await store.ReadAsync();
        await using var moment = await store.OneMomentAsync(db);
        await WalkChainAsync(db, anchors);
        foreach (var type in db.Model.GetEntityTypes().Where(t => typeof(IRecorded).IsAssignableFrom(t.ClrType)))
            await TryCompareRowsAsync(db, type);
        foreach (var ((_, row), _) in states.Where(s => s.Value.Any(b => b != 0)).Take(MostProblems))
            Say($"Row {row} was recorded and is gone.");
        foreach (var recount in recounts)
            foreach (var sentence in await recount(db, store.Clock))
                Say(sentence);
        return new Verification(operations, rows, problems);
    }

    private async Task WalkChainAsync(GroupDb db, IReadOnlyList<(long Sequence, byte[] Hash)> anchors)
    {
        emptied = await db.EmptiedOperations.AsNoTracking().ToDictionaryAsync(o => o.Sequence, o => o.Hash);
        var anchored = anchors.ToLookup(a => a.Sequence, a => a.Hash);
        var hash = Chain.Origin;
        await foreach (var operation in db.Operations.AsNoTracking().Include(o => o.Parts).OrderBy(o => o.Sequence).AsAsyncEnumerable())
        {
            operations++;
            if (operation.Sequence != operations)
                Say($"Operation {operations} is missing.");
            operations = operation.Sequence;
            if (!operation.PreviousHash.AsSpan().SequenceEqual(hash) || !HashOf(operation).AsSpan().SequenceEqual(emptied.GetValueOrDefault(operation.Sequence) ?? operation.Hash))
                Say($"Operation {operation.Sequence} was changed, or what stood before it was.");
            hash = operation.Hash;
            foreach (var anchor in anchored[operation.Sequence])
                if (!anchor.AsSpan().SequenceEqual(hash))
                    Say($"Operation {operation.Sequence} is not the one whose hash was kept outside this store.");
            foreach (var (table, row, state) in RowList.Read(operation.Rows))
                states[(table, row)] = state.ToArray();
        }

        if (anchors.Count > 0 && anchors.Max(a => a.Sequence) > operations)
            Say($"The chain was cut off: it ends at operation {operations}, but operation {anchors.Max(a => a.Sequence)} was seen.");
        await CheckHeadAsync(db, hash);
    }

    /// <summary>Empty where the words of a part do not open: then something was changed in it.</summary>
    private byte[] HashOf(Operation operation)
    {
        try
        {
            return Chain.HashOf(operation, store.Vault.Peel);
        }
        catch (Exception error) when (error is System.Security.Cryptography.CryptographicException or ArgumentException)
        {
            return [];
        }
    }

    private async Task CheckHeadAsync(GroupDb db, byte[] hash)
    {
        var head = await db.Set<ChainHead>().AsNoTracking().SingleOrDefaultAsync();
        if (head is null || !Chain.MacOf(store.Vault.ChainKey, head.Sequence, head.Hash).AsSpan().SequenceEqual(head.Mac))
            Say("The head of the chain is missing or was forged.");
        else if (head.Sequence != operations || !head.Hash.AsSpan().SequenceEqual(hash))
            Say($"The chain does not end where its head says: {operations} operations found, {head.Sequence} recorded.");
    }

    /// <summary>A byte changed in the wrong place can make a row that no longer reads as one: that is found too.</summary>
    private async Task TryCompareRowsAsync(GroupDb db, IEntityType type)
    {
        try
        {
            await CompareRowsAsync(db, type);
        }
        catch (Exception error) when (error is InvalidOperationException or FormatException or ArgumentException or InvalidCastException)
        {
            var table = type.GetTableName()!;
            Say($"A row of {table} is not as it was recorded: it cannot be read.");
            var code = MemoryMarshal.Read<uint>(RowList.TableCode(table));
            foreach (var unread in states.Keys.Where(k => k.Table == code).ToList())
                states.Remove(unread);
        }
    }

    private async Task CompareRowsAsync(GroupDb db, IEntityType type)
    {
        var table = type.GetTableName()!;
        var code = MemoryMarshal.Read<uint>(RowList.TableCode(table));
        await foreach (var row in Stream(db, type))
        {
            rows++;
            var id = ((IRecorded)row).RowId;
            if (!states.Remove((code, id), out var recorded))
                Say($"Row {id} of {table} is there, but no operation recorded it.");
            else if (!RowState.Hash(type, row).AsSpan().SequenceEqual(recorded))
                Say($"Row {id} of {table} is not as it was recorded.");
        }
    }

    private static IAsyncEnumerable<object> Stream(GroupDb db, IEntityType type)
    {
        var method = typeof(Verifier).GetMethod(nameof(StreamOf), System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static)!;
        return (IAsyncEnumerable<object>)method.MakeGenericMethod(type.ClrType).Invoke(null, [db])!;
    }

    private static IAsyncEnumerable<object> StreamOf<T>(GroupDb db) where T : class => db.Set<T>().AsNoTracking().AsAsyncEnumerable();

    private void Say(string problem)
    {
        if (problems.Count < MostProblems)
            problems.Add(problem);
    }
}
