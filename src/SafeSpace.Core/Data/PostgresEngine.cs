using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Npgsql;
using SafeSpace.Core.Data.Signals;

namespace SafeSpace.Core.Data;

/// <summary>
/// Schemas: <c>"&lt;slug&gt;"</c>, and <c>network</c> for what groups share. Two pools for the database: a page that holds a
/// connection for reading may wait for the writer (it records who looks), so the writer never waits for such a one.
/// </summary>
public sealed class PostgresEngine : Engine
{
    private const int MostConnections = 20, StatementsKept = 100;
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
        // What is asked often is parsed once for each connection. The server works it out anew where the search path is another group's.
        (settings.MaxAutoPrepare, settings.AutoPrepareMinUsages) = (StatementsKept, 2);
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
            .AddInterceptors(new SetUp(this, store)).ReplaceService<IModelCacheKeyFactory, WallModelKeys>();

    /// <summary>A connection that the mapper opens by itself sees its store alone, as one that was opened for it does.</summary>
    private sealed class SetUp(PostgresEngine engine, string store) : DbConnectionInterceptor
    {
        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
        {
            using var command = Command(connection);
            command.ExecuteNonQuery();
        }

        public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
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
