using System.Collections.Concurrent;
using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;

namespace SafeSpace.Core.Data;

public enum EngineKind
{
    Sqlite,
    Postgres,
}

/// <summary>
/// What a connection is for. Where connections are few each lane has its own: who holds one may wait for one of a later lane, never for
/// one of the same or an earlier lane. So whoever is waited for can go on.
/// </summary>
internal enum Lane
{
    /// <summary>What a request or a job reads with.</summary>
    Reading,

    /// <summary>What a request reads at the same time: a moment of its own, the groups' common list.</summary>
    Beside,

    /// <summary>The writer's, and what changes tables.</summary>
    Writing,

    /// <summary>One key, looked up where nothing can be awaited.</summary>
    Keys,
}

/// <summary>Where stores live: one SQLite file each, or one schema each of a PostgreSQL database.</summary>
public abstract class Engine : IAsyncDisposable
{
    public abstract EngineKind Kind { get; }

    /// <summary>A connection to one store, not yet open.</summary>
    internal abstract DbConnection Connect(string store, Lane lane);

    /// <summary>How contexts of a store are made; each is given its connection afterwards, so that the same options serve them all.</summary>
    internal abstract void Use(DbContextOptionsBuilder options, string store);

    private readonly ConcurrentDictionary<(string Store, bool Writing), DbContextOptions<GroupDb>> optionsOf = new();

    /// <summary>
    /// Questions as they were worked out, of all groups together. Usually a thousand are kept; all our pages ask more, and one that finds no
    /// place is worked out again each time, which costs more than asking it. Each counts ten, and takes some tens of kilobytes.
    /// </summary>
    private static readonly MemoryCache Questions = new(new MemoryCacheOptions { SizeLimit = 50_000 });

    /// <summary>The options of a group's contexts, made once: making them costs more than a small question.</summary>
    internal DbContextOptions<GroupDb> OptionsOf(string store, bool writing = false) => optionsOf.GetOrAdd((store, writing), static (of, engine) =>
    {
        var options = new DbContextOptionsBuilder<GroupDb>();
        engine.Use(options, of.Store);
        options.UseMemoryCache(Questions);
        options.ConfigureLoggingCacheTime(TimeSpan.Zero); // contexts are used again: one must not go on for a second as if nobody watched
        if (of.Writing && engine.Kind == EngineKind.Sqlite)
            options.AddInterceptors(LastingStatements.Interceptor.Instance);
        return options.Options;
    }, this);

    internal abstract Task<bool> ExistsAsync(string store);

    internal abstract Task CreateAsync(string store);

    /// <summary>Lets go of what is held open of a store that nobody uses just now.</summary>
    internal virtual void Rest(string store)
    {
    }

    /// <summary>Bytes on the disk, indexes and log included.</summary>
    internal abstract Task<long> SizeAsync(string store);

    /// <summary>Run on every connection as it opens, before anything else: it then sees its store alone.</summary>
    internal abstract string SetUpSql(string store);

    /// <summary>Something failed on it that the mapper did not see.</summary>
    internal virtual void Failed(DbConnection? connection)
    {
    }

    /// <summary>Run on every connection the pool lends, before it is set up.</summary>
    internal virtual void Opened(DbConnection connection)
    {
    }

    /// <summary>What lies under an open connection and keeps its settings while the pool lends it out again and again; null when they do not last.</summary>
    internal virtual object? KeepsSettings(DbConnection connection) => null;

    private readonly ConditionalWeakTable<object, object> settled = [];

    /// <summary>How many connections in a row may turn out to have been closed by the other side while they lay in the pool.</summary>
    internal abstract int MostStale { get; }

    internal async Task OpenAsync(DbConnection connection, string store, CancellationToken cancel = default)
    {
        for (var tries = 0; ; tries++)
        {
            await connection.OpenAsync(cancel);
            if (KeepsSettings(connection) is { } known && settled.TryGetValue(known, out _))
                return;
            try
            {
                Opened(connection);
                await using var setUp = connection.CreateCommand();
                setUp.CommandText = SetUpSql(store);
                await setUp.ExecuteNonQueryAsync(cancel);
                Settled(connection);
                return;
            }
            catch (DbException error) when (tries < MostStale && StoreTrouble.IsPassing(error))
            {
                await connection.CloseAsync();
            }
        }
    }

    internal void Open(DbConnection connection, string store)
    {
        for (var tries = 0; ; tries++)
        {
            connection.Open();
            if (KeepsSettings(connection) is { } known && settled.TryGetValue(known, out _))
                return;
            try
            {
                Opened(connection);
                using var setUp = connection.CreateCommand();
                setUp.CommandText = SetUpSql(store);
                setUp.ExecuteNonQuery();
                Settled(connection);
                return;
            }
            catch (DbException error) when (tries < MostStale && StoreTrouble.IsPassing(error))
            {
                connection.Close();
            }
        }
    }

    private void Settled(DbConnection connection)
    {
        if (KeepsSettings(connection) is { } keeps)
            settled.AddOrUpdate(keeps, this);
    }

    internal abstract DbTransaction BeginWriting(DbConnection connection);

    /// <summary>One moment of the store; nobody is kept from saving meanwhile.</summary>
    internal abstract DbTransaction BeginReading(DbConnection connection);

    /// <summary>No more room: nothing of the batch can be saved.</summary>
    internal abstract bool IsFull(Exception error);

    /// <summary>Sees that what was removed is not left on the disk as far as the engine can: false when somebody was in the way, and it must be tried again.</summary>
    internal abstract Task<bool> OverwriteFreedAsync(string store, IReadOnlyCollection<string> tables);

    /// <summary>Taken in every batch as the last lock: the head of the chain.</summary>
    internal abstract string LockHeadSql { get; }

    /// <summary>Bytes as they stand in a statement.</summary>
    internal abstract string Literal(byte[] bytes);

    public abstract ValueTask DisposeAsync();

    public static Engine For(string dataFolder, string? database) =>
        database is null ? new SqliteEngine(Path.Combine(dataFolder, "groups"), dataFolder) : new PostgresEngine(database);
}
