using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Data;

/// <summary>One shared transaction: units in savepoints, then kept figures, then the head of the chain, then the commit.</summary>
internal sealed class WriterBatch(GroupStore store, DbConnection connection)
{
    private readonly List<Operation> operations = [];
    private readonly List<UnitSealing> sealings = [];
    private readonly List<(IKeptFigure Figure, KeptTally Tally)> tallies = [.. store.Kept.Select(k => (k, k.Begin()))];

    public async Task RunAsync(List<WaitingUnit> units)
    {
        await using var transaction = store.Engine.BeginWriting(connection);
        foreach (var waiting in units)
            await RunOneAsync(waiting, transaction);
        await FlushAsync(transaction);
        await transaction.CommitAsync();
        sealings.ForEach(s => s.Keep());
    }

    private async Task RunOneAsync(WaitingUnit waiting, DbTransaction transaction)
    {
        const string savepoint = "unit";
        await transaction.SaveAsync(savepoint);
        try
        {
            await using var db = await store.JoinAsync(connection, transaction);
            var unit = new Unit(db, store, waiting.By) { Why = waiting.Why };
            await waiting.RunAsync(unit);
            await unit.FinishAsync();
            var operation = unit.Log.Any ? OperationWriter.Make(waiting.Kind, unit, unit.Log.Changes) : null;
            await unit.FinishAsync(); // the key of a person the operation is the first to seal words about
            await transaction.ReleaseAsync(savepoint);
            Collect(unit, operation);
        }
        catch (Exception error) when (!store.Engine.IsFull(error) && connection.State == System.Data.ConnectionState.Open)
        {
            await transaction.RollbackAsync(savepoint);
            waiting.Fail(error is DbUpdateConcurrencyException ? new StaleVersionException() : error);
        }
    }

    private void Collect(Unit unit, Operation? operation)
    {
        sealings.Add(unit.Sealing);
        if (operation is null)
            return;
        operations.Add(operation);
        foreach (var (_, tally) in tallies)
            foreach (var change in unit.Log.Changes)
                tally.Add(change);
    }

    private async Task FlushAsync(DbTransaction transaction)
    {
        if (operations.Count == 0)
            return;
        await using var db = await store.JoinAsync(connection, transaction);
        foreach (var (_, tally) in tallies)
            await tally.FlushAsync(db);
        await db.SaveChangesAsync();
        await OperationWriter.ChainAsync(db, store, operations);
    }
}
