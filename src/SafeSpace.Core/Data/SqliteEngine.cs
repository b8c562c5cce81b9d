using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Data;

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

    internal override DbConnection Connect(string store, Lane lane) =>
        new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = FileOf(store),
            Mode = SqliteOpenMode.ReadWrite,
            ForeignKeys = true,
            DefaultTimeout = LongestWait,
            Pooling = lane != Lane.Writing,
        }.ToString());

    internal override string SetUpSql(string store) =>
        "PRAGMA synchronous=FULL; PRAGMA secure_delete=ON; PRAGMA temp_store=MEMORY; PRAGMA cache_size=-16000; PRAGMA busy_timeout=" + (LongestWait * 1000) + ";";

    internal override object? KeepsSettings(DbConnection connection) => ((SqliteConnection)connection).Handle;

    internal override void Use(DbContextOptionsBuilder options, string store) =>
        options.UseSqlite(o => o.MigrationsAssembly("SafeSpace.Migrations.Sqlite").MigrationsHistoryTable("schema_version"))
            .ReplaceService<IModelCacheKeyFactory, WallModelKeys>();

    /// <summary>The pool lends files out again; those of this store it closes.</summary>
    internal override void Rest(string store)
    {
        using var pooled = (SqliteConnection)Connect(store, Lane.Reading);
        SqliteConnection.ClearPool(pooled);
    }

    internal override Task<bool> ExistsAsync(string store) => Task.FromResult(File.Exists(FileOf(store)));

    internal override Task<long> SizeAsync(string store) =>
        Task.FromResult(new[] { "", "-wal" }.Select(end => new FileInfo(FileOf(store) + end)).Where(f => f.Exists).Sum(f => f.Length));

    internal override async Task CreateAsync(string store)
    {
        var file = FileOf(store);
        PrivateFile.Begin(file); // the log beside it is made like it
        await using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString());
        await connection.OpenAsync();
        await using var wal = connection.CreateCommand();
        wal.CommandText = "PRAGMA journal_mode=WAL;";
        await wal.ExecuteNonQueryAsync();
    }

    internal override DbTransaction BeginWriting(DbConnection connection) => ((SqliteConnection)connection).BeginTransaction(deferred: false);

    internal override DbTransaction BeginReading(DbConnection connection) => ((SqliteConnection)connection).BeginTransaction(deferred: true);

    internal override bool IsFull(Exception error) => error.GetBaseException() is SqliteException { SqliteErrorCode: 13 or 10 };

    /// <summary>Freed places in the file are overwritten as they are freed (secure_delete); what stands in the log beside it goes when the log is taken in and cut off.</summary>
    internal override async Task<bool> OverwriteFreedAsync(string store, IReadOnlyCollection<string> tables)
    {
        await using var connection = Connect(store, Lane.Writing);
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
