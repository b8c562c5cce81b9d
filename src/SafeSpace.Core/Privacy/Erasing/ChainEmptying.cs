using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Privacy.Erasing;

/// <summary>
/// Takes the words about somebody out of the chain of operations. What was sealed with their key is unreadable already; this takes out
/// what stands sealed for others: in changes about nobody, in the merge of two records, and the name of their own account. Each link keeps
/// its hash, and what it hashes to now is recorded (<see cref="EmptiedOperation"/>). Reads the chain once, outside the writer.
/// </summary>
internal sealed class ChainEmptying(GroupStore store)
{
    private const int AtOnce = 100;

    /// <summary>What an operation says that says nothing more.</summary>
    private const string Nothing = """{"why":null,"rows":[]}""";

    public async Task RunAsync(Erasure erasure)
    {
        var traces = await TracesAsync(erasure);
        foreach (var some in (await FindAsync(traces)).Chunk(AtOnce))
            await store.Write("WordsTakenOut", Actor.System, unit => EmptyAsync(unit, traces, some));
    }

    /// <summary>Every row the erasure touched: its own operation lists them.</summary>
    private async Task<Traces> TracesAsync(Erasure erasure)
    {
        await using var db = await store.ReadAsync();
        var records = await db.ErasedRecords.Where(r => r.ErasureId == erasure.Id).Select(r => r.ErasedId).ToListAsync();
        var operations = await db.Operations.AsNoTracking().Where(o => o.At == erasure.At && o.Kind == ErasureService.Kind).ToListAsync();
        var mine = operations.Single(o => RowList.Read(o.Rows).Any(r => r.RowId == erasure.Id));
        var accounts = await db.Users.Where(u => u.UserName!.StartsWith(Eraser.EmptyAccount)).Select(u => u.Id).ToListAsync();
        return new Traces(
            [.. records.Select(r => r.Value)],
            [.. RowList.Read(mine.Rows).Select(r => r.RowId).Where(id => id != erasure.Id)],
            [.. accounts],
            mine.Sequence);
    }

    private async Task<List<long>> FindAsync(Traces traces)
    {
        await using var db = await store.ReadAsync();
        var found = new List<long>();
        await foreach (var operation in db.Operations.AsNoTracking().Where(o => o.Sequence < traces.Until)
            .Select(o => new { o.Sequence, o.ById, o.Rows }).OrderBy(o => o.Sequence).AsAsyncEnumerable())
        {
            if ((operation.ById is { } by && traces.Accounts.Contains(by.Value)) || RowList.Read(operation.Rows).Any(r => traces.Rows.Contains(r.RowId)))
                found.Add(operation.Sequence);
        }

        return found;
    }

    private static async Task EmptyAsync(Unit unit, Traces traces, long[] sequences)
    {
        var operations = await unit.Db.Operations.Include(o => o.Parts).Where(o => sequences.Contains(o.Sequence)).ToListAsync();
        var known = await unit.Db.EmptiedOperations.Where(e => sequences.Contains(e.Sequence)).ToDictionaryAsync(e => e.Sequence);
        foreach (var operation in operations)
        {
            var changed = false;
            if (operation.ById is { } by && traces.Accounts.Contains(by.Value) && operation.ByName.Length > 0)
                (operation.ByName, changed) = ("", true);
            foreach (var part in operation.Parts)
                changed |= Empty(unit, traces, operation, part);
            if (!changed)
                continue;
            if (!known.TryGetValue(operation.Sequence, out var emptied))
                unit.Db.EmptiedOperations.Add(emptied = new EmptiedOperation { Id = Ids.New(), Sequence = operation.Sequence, Hash = [] });
            emptied.Hash = Chain.HashOf(operation, unit.Sealing.Peel);
        }
    }

    private static bool Empty(Unit unit, Traces traces, Operation operation, OperationPart part)
    {
        if (unit.Open(OperationWriter.Column, operation.Id, part.Changes) is not { } json)
            return false; // sealed with a key that is gone
        var theirs = part.PersonId is { } about && traces.Records.Contains(about.Value);
        var words = theirs || operation.Kind is "PersonMerged" or "MergeUndone" ? null : Without(json, traces);
        if (words == json || json == Nothing)
            return false;
        part.Changes = unit.Sealing.Seal(GroupKey.IsCommon(part.Changes.KeyId) ? Guid.Empty : part.Changes.KeyId, OperationWriter.Column, operation.Id, words ?? Nothing);
        return true;
    }

    /// <summary>The same words where nothing of theirs stands in them. A reason goes with what it was the reason of.</summary>
    private static string Without(string json, Traces traces)
    {
        var node = JsonNode.Parse(json)!;
        var rows = node["rows"]!.AsArray();
        var gone = rows.Where(r => traces.Rows.Contains(Guid.ParseExact(r!["row"]!.GetValue<string>(), "N"))).ToList();
        if (gone.Count == 0 && node["why"] is null)
            return json;
        gone.ForEach(r => rows.Remove(r));
        node["why"] = null;
        return node.ToJsonString();
    }

    /// <param name="Rows">Ids of rows that were emptied or removed.</param>
    /// <param name="Accounts">Accounts that were emptied.</param>
    /// <param name="Until">The erasure's own place in the chain.</param>
    private sealed record Traces(HashSet<Guid> Records, HashSet<Guid> Rows, HashSet<Guid> Accounts, long Until);
}
