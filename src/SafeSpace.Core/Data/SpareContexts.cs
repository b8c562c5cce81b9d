using System.Collections.Concurrent;
using System.Data;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace SafeSpace.Core.Data;

/// <summary>
/// Contexts of one store that requests read with, one after the other: making one costs as much as several small questions.
/// None goes from one request to the next with anything in it: no row, no connection, no wall (what stands behind a wall has contexts of its own).
/// </summary>
internal sealed class SpareContexts
{
    private const int Most = 16;
    private readonly ConcurrentBag<GroupDb> spare = [];

    public GroupDb Lend(DbContextOptions<GroupDb> options, DbConnection connection, SemaphoreSlim gate)
    {
        if (!spare.TryTake(out var db))
            db = new GroupDb(options) { IsLent = true };
        db.OwnConnection = connection;
        db.AccountGate = gate;
        db.Database.SetDbConnection(connection);
        return db;
    }

    /// <summary>One that was left in the middle of a change is not used again. What it was still reading ends with its connection.</summary>
    public void TakeBack(GroupDb db)
    {
        var connection = db.OwnConnection!;
        if (spare.Count >= Most || !IsAtRest(db))
        {
            db.End();
            return;
        }

        db.OwnConnection = null;
        connection.Dispose();
        spare.Add(db);
    }

    public void Clear()
    {
        while (spare.TryTake(out var db))
            db.End();
    }

    private static bool IsAtRest(GroupDb db)
    {
        if (db.Database.CurrentTransaction is not null)
            return false;
        db.ChangeTracker.Clear();
        try
        {
            db.Database.SetDbConnection(null);
            return true;
        }
        catch (InvalidOperationException)
        {
            return false; // it is still reading
        }
    }
}

/// <summary>The context a request reads with: whole, on a connection of its own; given back when the request ends.</summary>
public sealed class LentContext(GroupStore store) : IDisposable
{
    private readonly GroupStore store = store;
    private static readonly AsyncLocal<LentContext?> OfThisRequest = new();
    private GroupDb? db;
    private bool isOfAPost;

    /// <summary>Opened now, where nobody has done so before.</summary>
    public GroupDb Db => db ??= store.Lend();

    /// <summary>Opens it without a thread that waits: when more ask at once than there are connections, those who wait would keep those who could end from going on.</summary>
    public async Task OpenAsync(CancellationToken cancel) => db ??= await store.LendAsync(cancel);

    /// <summary>From here on what this request calls reads in a lane of its own, and where it is a post lets go of the connection while it waits for the writer.</summary>
    public void Begin(bool isPost)
    {
        isOfAPost = isPost;
        OfThisRequest.Value = this;
    }

    /// <summary>What is read here, by the request that called or by a job.</summary>
    internal static Lane LaneHere => OfThisRequest.Value is null ? Lane.Reading : Lane.Beside;

    /// <summary>
    /// Those who wait for the writer need no connection, and there are few: they would keep everybody else from reading. Should the request
    /// ask for something afterwards, the mapper opens one for each question (see <c>PostgresEngine.Use</c>). A file of SQLite is kept: there are enough.
    /// </summary>
    internal static void LetGo(GroupStore of)
    {
        if (OfThisRequest.Value is { isOfAPost: true } lent && lent.store == of && lent.db is { OwnConnection: NpgsqlConnection { FullState: ConnectionState.Open } connection } db && db.Database.CurrentTransaction is null)
            connection.Close();
    }

    /// <summary>Waits without a connection, where one was taken: see <see cref="GroupStore.WaitWithoutConnectionAsync"/>.</summary>
    public Task WaitWithoutConnectionAsync(Task waited) => db is null ? waited : store.WaitWithoutConnectionAsync(db, waited);

    public void Dispose()
    {
        if (db is not { } ended)
            return;
        db = null; // what the request left running must not reach into the next one's
        store.TakeBack(ended);
    }
}
