using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Data;

/// <summary>Two nodes were in each other's way: one joined a record with another, or said that somebody died, while the other wrote of them. It passes.</summary>
internal sealed class GoneMeanwhileException() : Exception("The record of somebody here was joined with another a moment ago, or they died.");

/// <summary>One shared transaction: units, then the head of the chain is taken, kept figures, the chain, the commit.</summary>
/// <param name="tries">How often these were tried before.</param>
internal sealed class WriterBatch(GroupStore store, DbConnection connection, int tries)
{
    /// <summary>Somebody of whom it was said within this time that they died: nothing begun before is promised to them any more.</summary>
    private static readonly TimeSpan JustNow = TimeSpan.FromMinutes(5);

    private readonly List<Operation> operations = [];
    private readonly List<UnitSealing> sealings = [];

    /// <summary>Who got rows.</summary>
    private readonly HashSet<PersonId> madeFor = [];

    private readonly List<(IKeptFigure Figure, KeptTally Tally)> tallies = [.. store.Kept.Select(k => (k, k.Begin()))];

    /// <summary>One context for the whole batch, emptied before each unit: making one costs as much as several questions.</summary>
    private GroupDb? context;

    /// <param name="apart">Each unit in a savepoint of its own, so that one may fail and the others stand.</param>
    /// <returns>False when one of several failed that were not apart: nothing was saved, and all are to run again, apart.</returns>
    public async Task<bool> RunAsync(List<WaitingUnit> units, bool apart)
    {
        await using var transaction = store.Engine.BeginWriting(connection);
        try
        {
            foreach (var waiting in units)
            {
                if (!await RunOneAsync(waiting, transaction, apart) && !apart)
                    return units.Count == 1; // alone, it failed alone: the transaction is undone with it
            }

            await FlushAsync(transaction);
            Committing = true;
            await transaction.CommitAsync();
        }
        finally
        {
            await ForgetContextAsync();
        }

        Keep();
        return true;
    }

    /// <summary>Its end was asked for: when that fails, nobody knows whether the store had done it before it went away.</summary>
    public bool Committing { get; private set; }

    /// <summary>Units that lost a race: run again once, they see who won.</summary>
    public List<WaitingUnit> Raced { get; } = [];

    /// <summary>After the commit: what was sealed with may be used by others, and boards hear that something changed.</summary>
    public void Keep()
    {
        sealings.ForEach(s => s.Keep());
        if (operations.Count == 0)
            return; // who looked is no change: a board that is looked at must not wake itself
        store.HeadSeen = operations[^1].Sequence;
        store.Signals.Committed(store.HeadSeen);
    }

    /// <summary>Looks whether the commit was done after all. A transaction that is still ending holds the head of the chain, and is waited for.</summary>
    public async Task<bool> WasCommittedAsync(DbConnection asking)
    {
        if (operations.Count == 0)
            return false;
        await using var transaction = store.Engine.BeginWriting(asking);
        await using var db = await store.JoinAsync(asking, transaction);
        await OperationWriter.LockHeadAsync(db, store);
        var last = operations[^1].Id;
        return await db.Operations.AnyAsync(o => o.Id == last);
    }

    /// <returns>False when it failed.</returns>
    private async Task<bool> RunOneAsync(WaitingUnit waiting, DbTransaction transaction, bool apart)
    {
        const string savepoint = "unit";
        if (apart)
            await transaction.SaveAsync(savepoint);
        try
        {
            var unit = new Unit(await FreshAsync(transaction), store, waiting.By) { Why = waiting.Why };
            await waiting.RunAsync(unit);
            await unit.FinishAsync();
            var operation = unit.Log.Any ? OperationWriter.Make(waiting.Kind, unit, unit.Log.Changes) : null;
            if (unit.Sealing.HasMadeKeys)
                await unit.FinishAsync(); // the operation may be the first to seal words about somebody
            if (apart)
                await transaction.ReleaseAsync(savepoint);
            Collect(unit, operation);
            return true;
        }
        catch (Exception error) when (!store.Engine.IsFull(error) && !StoreTrouble.IsPassing(error) && connection.State == System.Data.ConnectionState.Open)
        {
            await ForgetContextAsync();
            if (apart)
                await transaction.RollbackAsync(savepoint);
            if (StoreTrouble.IsRace(error))
                Raced.Add(waiting);
            waiting.Fail(error is DbUpdateConcurrencyException ? new StaleVersionException() : error);
            return false;
        }
    }

    /// <summary>A context that knows of nothing yet. After a unit that failed it is a new one.</summary>
    private async Task<GroupDb> FreshAsync(DbTransaction transaction)
    {
        context ??= await store.JoinAsync(connection, transaction);
        context.ChangeTracker.Clear();
        context.Log = null;
        return context;
    }

    private async Task ForgetContextAsync()
    {
        if (context is { } old)
        {
            context = null;
            await old.DisposeAsync();
        }
    }

    private void Collect(Unit unit, Operation? operation)
    {
        sealings.Add(unit.Sealing);
        if (operation is null)
            return;
        operations.Add(operation);
        madeFor.UnionWith(unit.Log.Changes.Where(c => c.Before is null || c.Columns?.ContainsKey("person_id") == true).Select(c => (c.After as IAboutPerson)?.About).OfType<PersonId>());
        foreach (var (_, tally) in tallies)
            foreach (var change in unit.Log.Changes)
                tally.Add(change);
    }

    private async Task FlushAsync(DbTransaction transaction)
    {
        if (operations.Count == 0)
        {
            if (sealings.Exists(s => s.UsedGroupKey))
                await ExpectKeyAsync(transaction);
            return;
        }

        var db = await FreshAsync(transaction);
        var head = await OperationWriter.LockHeadAsync(db, store); // from here on nobody else counts: what a tally reads stays as it read it
        foreach (var (_, tally) in tallies)
            await tally.FlushAsync(db);
        if (tries > 0 || store.HeadSeen != head.Sequence)
            await ExpectStandingAsync(db);
        await OperationWriter.ChainAsync(db, store, head, operations);
    }

    /// <summary>
    /// Another node has saved since this one last did. It may have joined the record of somebody here with another, and moved every row it
    /// saw; a row that is made here in the same moment would stay behind, where nobody looks.
    /// </summary>
    /// <exception cref="GoneMeanwhileException">All are to run again: they find the record that was kept.</exception>
    /// <exception cref="StaleVersionException">They were, and still write of a record that is gone: whoever asked has to look again.</exception>
    private async Task ExpectStandingAsync(GroupDb db)
    {
        if (madeFor.Count == 0 || store.AllStand is not { } allStand || await allStand(db, madeFor, tries == 0 ? store.Clock.Now - JustNow : null))
            return;
        throw tries < StoreWriter.MostTries - 1 ? new GoneMeanwhileException() : new StaleVersionException();
    }

    /// <summary>Nothing to chain, but something was sealed with the group's key: it must be the one in use.</summary>
    private async Task ExpectKeyAsync(DbTransaction transaction)
    {
        var db = await FreshAsync(transaction);
        store.Vault.Expect((await OperationWriter.LockHeadAsync(db, store)).KeyMark);
    }
}
