using System.Collections.Concurrent;
using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Npgsql;
using SafeSpace.Core.Data.Signals;

namespace SafeSpace.Core.Data;

public enum EngineKind
{
    Sqlite,
    Postgres,
}

/// <summary>Where stores live: one SQLite file each, or one schema each of a PostgreSQL database.</summary>
public abstract class Engine : IAsyncDisposable
{
    public abstract EngineKind Kind { get; }

    /// <summary>A connection to one store, not yet open. Reading connections refuse to write on SQLite.</summary>
    internal abstract DbConnection Connect(string store, bool writing);

    /// <summary>How contexts of a store are made; each is given its connection afterwards, so that the same options serve them all.</summary>
    internal abstract void Use(DbContextOptionsBuilder options, string store);

    private readonly ConcurrentDictionary<(string Store, bool Writing), DbContextOptions<GroupDb>> optionsOf = new();

    /// <summary>The options of a group's contexts, made once: making them costs more than a small question.</summary>
    internal DbContextOptions<GroupDb> OptionsOf(string store, bool writing = false) => optionsOf.GetOrAdd((store, writing), static (of, engine) =>
    {
        var options = new DbContextOptionsBuilder<GroupDb>();
        engine.Use(options, of.Store);
        options.ConfigureLoggingCacheTime(TimeSpan.Zero); // contexts are used again: one must not go on for a second as if nobody watched
        if (of.Writing && engine.Kind == EngineKind.Sqlite)
            options.AddInterceptors(LastingStatements.Interceptor.Instance);
        return options.Options;
    }, this);

    internal abstract Task<bool> ExistsAsync(string store);

    internal abstract Task CreateAsync(string store);

    /// <summary>Bytes on the disk, indexes and log included.</summary>
    internal abstract Task<long> SizeAsync(string store);

    /// <summary>Run on every connection as it opens, before anything else: it then sees its store alone.</summary>
    internal abstract string SetUpSql(string store);

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

/// <summary>Files: <c>groups/&lt;slug&gt;.db</c>, and <c>network.db</c> for what groups share.</summary>
public sealed class SqliteEngine(string folder, string dataFolder) : Engine
{
    public override EngineKind Kind => EngineKind.Sqlite;

    internal override string LockHeadSql => "SELECT sequence, hash, key_mark, mac FROM chain_head WHERE id = 1";

    internal override string Literal(byte[] bytes) => $"x'{Convert.ToHexStringLower(bytes)}'";

    internal override int MostStale => 0;

    public string FileOf(string store) =>
        store == NetworkStoreName ? Path.Combine(dataFolder, "network.db") : Path.Combine(folder, store + ".db");

    public const string NetworkStoreName = "network";

    /// <summary>Seconds to wait for another program that writes. Nobody holds a file as long; whoever does keeps people from an answer.</summary>
    private const int LongestWait = 15;

    internal override DbConnection Connect(string store, bool writing) =>
        new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = FileOf(store),
            Mode = SqliteOpenMode.ReadWrite,
            ForeignKeys = true,
            DefaultTimeout = LongestWait,
            Pooling = !writing,
        }.ToString());

    internal override string SetUpSql(string store) =>
        "PRAGMA synchronous=FULL; PRAGMA secure_delete=ON; PRAGMA temp_store=MEMORY; PRAGMA cache_size=-16000; PRAGMA busy_timeout=" + (LongestWait * 1000) + ";";

    internal override object? KeepsSettings(DbConnection connection) => ((SqliteConnection)connection).Handle;

    internal override void Use(DbContextOptionsBuilder options, string store) =>
        options.UseSqlite(o => o.MigrationsAssembly("SafeSpace.Migrations.Sqlite").MigrationsHistoryTable("schema_version"))
            .ReplaceService<IModelCacheKeyFactory, WallModelKeys>();

    internal override Task<bool> ExistsAsync(string store) => Task.FromResult(File.Exists(FileOf(store)));

    internal override Task<long> SizeAsync(string store) =>
        Task.FromResult(new[] { "", "-wal" }.Select(end => new FileInfo(FileOf(store) + end)).Where(f => f.Exists).Sum(f => f.Length));

    internal override async Task CreateAsync(string store)
    {
        var file = FileOf(store);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        await using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString());
        await connection.OpenAsync();
        await using var wal = connection.CreateCommand();
        wal.CommandText = "PRAGMA journal_mode=WAL;";
        await wal.ExecuteNonQueryAsync();
    }

    internal override DbTransaction BeginWriting(DbConnection connection) => ((SqliteConnection)connection).BeginTransaction(deferred: false);

    internal override bool IsFull(Exception error) => error.GetBaseException() is SqliteException { SqliteErrorCode: 13 or 10 };

    /// <summary>Freed places in the file are overwritten as they are freed (secure_delete); what stands in the log beside it goes when the log is taken in and cut off.</summary>
    internal override async Task<bool> OverwriteFreedAsync(string store, IReadOnlyCollection<string> tables)
    {
        await using var connection = Connect(store, writing: true);
        await OpenAsync(connection, store);
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA busy_timeout=2000; PRAGMA wal_checkpoint(TRUNCATE);";
        await using var reader = await command.ExecuteReaderAsync();
        do
        {
            if (reader.FieldCount == 3 && await reader.ReadAsync())
                return reader.GetInt64(0) == 0;
        }
        while (await reader.NextResultAsync());
        return false;
    }

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;
}

/// <summary>
/// Schemas: <c>"&lt;slug&gt;"</c>, and <c>network</c> for what groups share. Two pools for the database: a request that holds a
/// connection for reading waits for the writer, so the writer never waits for such a one.
/// </summary>
public sealed class PostgresEngine : Engine
{
    private const int MostConnections = 20;
    private readonly NpgsqlDataSource source;
    private readonly NpgsqlDataSource writers;
    private readonly NpgsqlDataSource signals;

    public PostgresEngine(string database)
    {
        var settings = new NpgsqlConnectionStringBuilder(database) { SearchPath = "" };
        var most = database.Contains("Maximum Pool Size", StringComparison.OrdinalIgnoreCase) ? settings.MaxPoolSize : MostConnections;
        settings.ConnectionLifetime = 600;
        settings.NoResetOnClose = false;
        // "Saved" means durable, whatever the server was set to for others.
        settings.Options = $"-c synchronous_commit=on {settings.Options}".TrimEnd();
        settings.MaxPoolSize = Math.Max(1, most / 4);
        writers = NpgsqlDataSource.Create(settings);
        settings.MaxPoolSize = Math.Max(1, most - settings.MaxPoolSize);
        source = NpgsqlDataSource.Create(settings);
        settings.MaxPoolSize = 2;
        settings.KeepAlive = 30;
        signals = NpgsqlDataSource.Create(settings);
        Signals = new NodeSignals(signals);
    }

    /// <summary>What nodes on this database tell each other.</summary>
    public NodeSignals Signals { get; }

    public override EngineKind Kind => EngineKind.Postgres;

    internal override string LockHeadSql => "SELECT sequence, hash, key_mark, mac FROM chain_head WHERE id = 1 FOR UPDATE";

    internal override string Literal(byte[] bytes) => $"'\\x{Convert.ToHexStringLower(bytes)}'::bytea";

    internal override int MostStale => MostConnections;

    internal override DbConnection Connect(string store, bool writing) => (writing ? writers : source).CreateConnection();

    /// <summary>The search path is set outside any transaction: one set inside a transaction that rolls back is undone.</summary>
    internal override string SetUpSql(string store) => $"SET search_path TO \"{store}\"";

    internal override void Use(DbContextOptionsBuilder options, string store) =>
        options.UseNpgsql(o => o.MigrationsAssembly("SafeSpace.Migrations.Postgres").MigrationsHistoryTable("schema_version", store))
            .ReplaceService<IModelCacheKeyFactory, WallModelKeys>();

    internal override async Task<bool> ExistsAsync(string store)
    {
        await using var command = source.CreateCommand("SELECT 1 FROM information_schema.schemata WHERE schema_name = $1");
        command.Parameters.Add(new NpgsqlParameter { Value = store });
        return await command.ExecuteScalarAsync() is not null;
    }

    internal override async Task CreateAsync(string store)
    {
        await using var command = source.CreateCommand($"CREATE SCHEMA IF NOT EXISTS \"{store}\"");
        await command.ExecuteNonQueryAsync();
    }

    internal override async Task<long> SizeAsync(string store)
    {
        await using var command = source.CreateCommand("SELECT coalesce(sum(pg_total_relation_size(c.oid)), 0)::bigint FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = $1 AND c.relkind = 'r'");
        command.Parameters.Add(new NpgsqlParameter { Value = store });
        return (long)(await command.ExecuteScalarAsync())!;
    }

    internal override DbTransaction BeginWriting(DbConnection connection) => ((NpgsqlConnection)connection).BeginTransaction();

    internal override bool IsFull(Exception error) => error.GetBaseException() is PostgresException { SqlState: "53100" };

    /// <summary>Frees the old rows for new ones. The server keeps their bytes until it writes over them: docs/guide/privacy.md says so.</summary>
    internal override async Task<bool> OverwriteFreedAsync(string store, IReadOnlyCollection<string> tables)
    {
        await using var connection = await writers.OpenConnectionAsync();
        foreach (var table in tables)
        {
            await using var command = new NpgsqlCommand($"VACUUM \"{store}\".\"{table}\"", connection);
            await command.ExecuteNonQueryAsync();
        }

        return true;
    }

    public override async ValueTask DisposeAsync()
    {
        await signals.DisposeAsync();
        await writers.DisposeAsync();
        await source.DisposeAsync();
    }
}
