using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Npgsql;
using SafeSpace.Core.Data.Signals;

namespace SafeSpace.Core.Data;

/// <summary>
/// Schemas: <c>"&lt;slug&gt;"</c>, and <c>network</c> for what groups share. A pool for each <see cref="Lane"/>: a page that holds a
/// connection may wait for the writer (it records who looks), for a key, for a question of its own, so none of these waits for a page.
/// </summary>
public sealed class PostgresEngine : Engine
{
    private const int MostConnections = 20, FewestReading = 3, StatementsKept = 100;
    private readonly Dictionary<Lane, NpgsqlDataSource> lanes;
    private readonly HalfKnownStatements halfKnown = new();
    private readonly NpgsqlDataSource signals;

    public PostgresEngine(string database)
    {
        var settings = new NpgsqlConnectionStringBuilder(database) { SearchPath = "" };
        var most = database.Contains("Maximum Pool Size", StringComparison.OrdinalIgnoreCase) ? settings.MaxPoolSize : MostConnections;
        settings.ConnectionLifetime = 600;
        settings.NoResetOnClose = false;
        // "Saved" means durable, whatever the server was set to for others.
        settings.Options = $"-c synchronous_commit=on {settings.Options}".TrimEnd();
        // What is asked often is parsed once for each connection. The server works it out anew where the search path is another group's.
        (settings.MaxAutoPrepare, settings.AutoPrepareMinUsages) = (StatementsKept, 2);
        var (writing, beside, keys) = (Math.Max(1, most / 4), Math.Max(1, most / 5), Math.Max(1, most / 10));
        lanes = new()
        {
            [Lane.Reading] = Pool(Math.Max(FewestReading, most - writing - beside - keys)),
            [Lane.Beside] = Pool(beside),
            [Lane.Writing] = Pool(writing),
            [Lane.Keys] = Pool(keys),
        };
        settings.KeepAlive = 30;
        signals = Pool(2);
        Signals = new NodeSignals(signals);

        NpgsqlDataSource Pool(int size)
        {
            settings.MaxPoolSize = size;
            return NpgsqlDataSource.Create(settings);
        }
    }

    /// <summary>What nodes on this database tell each other.</summary>
    public NodeSignals Signals { get; }

    public override EngineKind Kind => EngineKind.Postgres;

    internal override string LockHeadSql => "SELECT sequence, hash, key_mark, mac FROM chain_head WHERE id = 1 FOR UPDATE";

    internal override string Literal(byte[] bytes) => $"'\\x{Convert.ToHexStringLower(bytes)}'::bytea";

    internal override int MostStale => MostConnections;

    internal override DbConnection Connect(string store, Lane lane) => lanes[lane].CreateConnection();

    /// <summary>The search path is set outside any transaction: one set inside a transaction that rolls back is undone.</summary>
    internal override string SetUpSql(string store) => $"SET search_path TO \"{store}\"";

    internal override void Failed(DbConnection? connection) => halfKnown.Note(connection);

    internal override void Opened(DbConnection connection) => halfKnown.Forget(connection);

    internal override void Use(DbContextOptionsBuilder options, string store) =>
        options.UseNpgsql(o => o.MigrationsAssembly("SafeSpace.Migrations.Postgres").MigrationsHistoryTable("schema_version", store))
            .AddInterceptors(new SetUp(this, store), halfKnown).ReplaceService<IModelCacheKeyFactory, WallModelKeys>();

    /// <summary>A connection that the mapper opens by itself sees its store alone, as one that was opened for it does.</summary>
    private sealed class SetUp(PostgresEngine engine, string store) : DbConnectionInterceptor
    {
        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
        {
            engine.Opened(connection);
            using var command = Command(connection);
            command.ExecuteNonQuery();
        }

        public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            engine.Opened(connection);
            await using var command = Command(connection);
            await command.ExecuteNonQueryAsync(cancellationToken);
        }

        private DbCommand Command(DbConnection connection)
        {
            var command = connection.CreateCommand();
            command.CommandText = engine.SetUpSql(store);
            return command;
        }
    }

    internal override async Task<bool> ExistsAsync(string store)
    {
        await using var command = lanes[Lane.Beside].CreateCommand("SELECT 1 FROM information_schema.schemata WHERE schema_name = $1");
        command.Parameters.Add(new NpgsqlParameter { Value = store });
        return await command.ExecuteScalarAsync() is not null;
    }

    internal override async Task CreateAsync(string store)
    {
        await using var command = lanes[Lane.Beside].CreateCommand($"CREATE SCHEMA IF NOT EXISTS \"{store}\"");
        await command.ExecuteNonQueryAsync();
    }

    internal override async Task<long> SizeAsync(string store)
    {
        await using var command = lanes[Lane.Beside].CreateCommand("SELECT coalesce(sum(pg_total_relation_size(c.oid)), 0)::bigint FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = $1 AND c.relkind = 'r'");
        command.Parameters.Add(new NpgsqlParameter { Value = store });
        return (long)(await command.ExecuteScalarAsync())!;
    }

    internal override DbTransaction BeginWriting(DbConnection connection) => ((NpgsqlConnection)connection).BeginTransaction();

    internal override DbTransaction BeginReading(DbConnection connection) => ((NpgsqlConnection)connection).BeginTransaction(System.Data.IsolationLevel.RepeatableRead);

    internal override bool IsFull(Exception error) => error.GetBaseException() is PostgresException { SqlState: "53100" };

    /// <summary>Frees the old rows for new ones. The server keeps their bytes until it writes over them: docs/guide/privacy.md says so.</summary>
    internal override async Task<bool> OverwriteFreedAsync(string store, IReadOnlyCollection<string> tables)
    {
        await using var connection = await lanes[Lane.Writing].OpenConnectionAsync();
        foreach (var table in tables)
        {
            await using var command = new NpgsqlCommand($"VACUUM \"{store}\".\"{table}\"", connection) { CommandTimeout = 0 };
            await command.ExecuteNonQueryAsync();
        }

        return true;
    }

    public override async ValueTask DisposeAsync()
    {
        await signals.DisposeAsync();
        foreach (var lane in lanes.Values)
            await lane.DisposeAsync();
    }
}
