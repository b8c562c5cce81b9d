using System.Data.Common;
using System.Diagnostics;
using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Data;

/// <summary>
/// The one writer of a store on this node. Units of work stand in a queue and share commits: all that wait run in one transaction, and
/// nobody is answered before it is durable. When one fails, all run again, each in a savepoint of its own, so that it spoils none of the others.
/// </summary>
internal sealed class StoreWriter : IAsyncDisposable
{
    private const int QueueLength = 1000;
    private const int MostUnitsInABatch = 128;

    /// <summary>So often at most is one unit tried when others are in its way.</summary>
    public const int MostTries = 3;

    private readonly Channel<WaitingUnit> queue = Channel.CreateBounded<WaitingUnit>(new BoundedChannelOptions(QueueLength) { SingleReader = true });
    private readonly GroupStore store;
    private readonly Task loop;

    public StoreWriter(GroupStore store)
    {
        this.store = store;
        loop = Task.Run(RunAsync);
    }

    /// <summary>Held while a batch runs; the identity library's own small saves wait for it.</summary>
    public SemaphoreSlim Gate { get; } = new(1, 1);

    public async Task<T> WriteAsync<T>(string kind, Actor by, string? why, Func<Unit, Task<T>> work)
    {
        var unit = new WaitingUnit<T>(kind, by, why, work);
        if (!queue.Writer.TryWrite(unit))
            throw new StoreBusyException("Too many people are saving just now. Nothing was lost: please save again.");
        using var span = StoreMeter.Save(kind);
        StoreMeter.Began();
        try
        {
            return await unit.Answer;
        }
        finally
        {
            StoreMeter.Ended();
        }
    }

    /// <summary>Lets go of the connection it keeps, once those who wait now are saved.</summary>
    public void Rest() => queue.Writer.TryWrite(new RestingUnit());

    public async ValueTask DisposeAsync()
    {
        queue.Writer.TryComplete();
        await loop;
        Gate.Dispose();
    }

    private async Task RunAsync()
    {
        DbConnection? connection = null;
        try
        {
            while (await queue.Reader.WaitToReadAsync())
            {
                var batch = new List<WaitingUnit>();
                while (batch.Count < MostUnitsInABatch && queue.Reader.TryRead(out var unit))
                    batch.Add(unit);
                var rests = batch.RemoveAll(u => u is RestingUnit) > 0;
                await Gate.WaitAsync();
                try
                {
                    if (batch.Count > 0)
                        connection = await RunBatchAsync(batch, connection);
                }
                finally
                {
                    Gate.Release();
                }

                if (!rests)
                    continue;
                await DropAsync(connection);
                connection = null;
            }
        }
        finally
        {
            await DropAsync(connection);
        }
    }

    private async Task<DbConnection?> RunBatchAsync(List<WaitingUnit> units, DbConnection? connection, int tries = 0)
    {
        WriterBatch? batch = null;
        var began = Stopwatch.GetTimestamp();
        try
        {
            connection = await TakeConnectionAsync(connection);
            batch = new WriterBatch(store, connection, tries);
            if (!await batch.RunAsync(units, apart: false))
            {
                connection = await LentAgainAsync(connection);
                batch = new WriterBatch(store, connection, tries);
                await batch.RunAsync(units, apart: true);
            }
        }
        catch (Exception error)
        {
            store.Engine.Failed(connection);
            await DropAsync(connection);
            connection = await RescueAsync(units, batch, error, tries);
        }

        if (store.Engine.Kind == EngineKind.Postgres)
        {
            await DropAsync(connection);
            connection = null;
        }

        StoreMeter.Batch(units.Count, Stopwatch.GetElapsedTime(began));
        var raced = tries > 0 ? [] : batch?.Raced ?? [];
        foreach (var unit in units.Except(raced))
            unit.Release();
        return raced.Count == 0 ? connection : await RunBatchAsync(raced, connection, tries + 1);
    }

    /// <summary>The shared transaction died. Whoever is not sure to have been saved is saved now, or told.</summary>
    private async Task<DbConnection?> RescueAsync(List<WaitingUnit> units, WriterBatch? batch, Exception error, int tries)
    {
        bool? done = batch is { Committing: true } ? await WasCommittedAsync(batch) : false;
        if (done is true)
        {
            batch!.Keep();
            return null;
        }

        // Everybody is told, or run again below: nobody because of a race as well.
        batch?.Raced.Clear();
        if (batch is null || StoreTrouble.HasWaited(error))
            units.ForEach(u => u.Fail(new StoreBusyException(StoreTrouble.Sentence, error)));
        else if (done is null)
            units.ForEach(u => u.Fail(new StoreBusyException("The store went away while this was being saved. Please save again: it will be there once.", error)));
        else if (store.Engine.IsFull(error))
            units.ForEach(u => u.Fail(new StoreBusyException("There is no room left to save this. Nothing was saved.", error)));
        else if (units.Count > 1 || (tries < MostTries - 1 && StoreTrouble.IsInTheWay(error)) || (tries == 0 && StoreTrouble.IsPassing(error)))
            return await OneByOneAsync(units, tries + 1);
        else
            units[0].Fail(error is SafeSpaceException or DbUpdateException && !StoreTrouble.IsPassing(error) ? error : new StoreBusyException("This could not be saved. Please try again.", error));
        return null;
    }

    /// <summary>Nobody waits for a store that is away as often as there are people waiting: once it is, all are told.</summary>
    private async Task<DbConnection?> OneByOneAsync(List<WaitingUnit> units, int tries)
    {
        DbConnection? connection = null;
        foreach (var unit in units)
        {
            try
            {
                connection = await TakeConnectionAsync(connection);
            }
            catch (Exception error)
            {
                await DropAsync(connection);
                units.ForEach(u => u.Fail(new StoreBusyException(StoreTrouble.Sentence, error)));
                return null;
            }

            connection = await RunBatchAsync([unit], connection, tries);
        }

        return connection;
    }

    /// <summary>Null when the store cannot be asked either.</summary>
    private async Task<bool?> WasCommittedAsync(WriterBatch batch)
    {
        DbConnection? asking = null;
        try
        {
            asking = await TakeConnectionAsync(null);
            return await batch.WasCommittedAsync(asking);
        }
        catch (Exception)
        {
            return null;
        }
        finally
        {
            await DropAsync(asking);
        }
    }

    /// <summary>SQLite keeps its one writing connection; on PostgreSQL it goes back to the pool after each batch.</summary>
    private async Task<DbConnection> TakeConnectionAsync(DbConnection? connection)
    {
        if (connection is { State: System.Data.ConnectionState.Open })
            return connection;
        connection = store.Engine.Connect(store.Slug, Lane.Writing);
        try
        {
            await store.Engine.OpenAsync(connection, store.Slug);
            LastingStatements.Begin(connection);
            return connection;
        }
        catch
        {
            await DropAsync(connection);
            throw;
        }
    }

    /// <summary>Something failed on it: on PostgreSQL it is given back and lent once more, which puts it right.</summary>
    private async Task<DbConnection> LentAgainAsync(DbConnection connection)
    {
        if (store.Engine.Kind == EngineKind.Sqlite)
            return connection;
        store.Engine.Failed(connection);
        await DropAsync(connection);
        return await TakeConnectionAsync(null);
    }

    private static async Task DropAsync(DbConnection? connection)
    {
        if (connection is null)
            return;
        try
        {
            LastingStatements.End(connection);
            await connection.DisposeAsync();
        }
        catch (Exception error) when (error is DbException or InvalidOperationException or IOException)
        {
            // It was broken already: that is why it is dropped.
        }
    }
}

/// <summary>Asks for nothing: the writer lets go.</summary>
internal sealed class RestingUnit() : WaitingUnit("Rest", Actor.System, null)
{
    public override Task RunAsync(Unit unit) => Task.CompletedTask;

    public override void Fail(Exception error)
    {
    }

    public override void Release()
    {
    }
}

/// <summary>A unit that waits for its batch. Its answer is released only after the commit.</summary>
internal abstract class WaitingUnit(string kind, Actor by, string? why)
{
    public string Kind => kind;

    public Actor By => by;

    public string? Why => why;

    public abstract Task RunAsync(Unit unit);

    public abstract void Fail(Exception error);

    public abstract void Release();
}

internal sealed class WaitingUnit<T>(string kind, Actor by, string? why, Func<Unit, Task<T>> work) : WaitingUnit(kind, by, why)
{
    private readonly TaskCompletionSource<T> answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Exception? failure;
    private T result = default!;

    public Task<T> Answer => answer.Task;

    public override async Task RunAsync(Unit unit)
    {
        failure = null;
        result = await work(unit);
    }

    public override void Fail(Exception error) => failure = error;

    public override void Release()
    {
        if (failure is not null)
            answer.TrySetException(failure);
        else
            answer.TrySetResult(result);
    }
}
