using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql;
using SafeSpace.Core.Data;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Network.Backup;

/// <summary>Copies of a store that is a schema: its rows, as they were at one moment, in a SQLite file; and back into a new schema that takes the old one's name.</summary>
internal static class PostgresCopies
{
    public static async Task TakeAsync(PostgresEngine engine, string store, string file)
    {
        PrivateFile.Begin(file);
        await using var source = (NpgsqlConnection)engine.Connect(store, Lane.Reading);
        await engine.OpenAsync(source, store);
        await using var moment = await source.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead);
        await using (var shape = BackupFile.Context(file))
            await shape.GetService<IMigrator>().MigrateAsync(await NewestAsync(engine, store, shape));
        await using var target = new SqliteConnection(BackupFile.Address(file));
        await target.OpenAsync();
        await BackupFile.RunAsync(target, "PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF;");
        foreach (var table in await TablesAsync(source, store))
            await TableCopy.ToSqliteAsync(source, target, table);
    }

    /// <summary>Answers the name of the schema the old store is kept as.</summary>
    public static async Task<string?> ReplaceAsync(PostgresEngine engine, string store, string staged, DateTime now)
    {
        var stamp = now.ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture);
        var next = $"{store}_restoring_{stamp}";
        await engine.CreateAsync(next);
        await using var target = (NpgsqlConnection)engine.Connect(next, Lane.Writing);
        try
        {
            await FillAsync(engine, next, target, staged);
            return await SwapAsync(engine, target, store, next, $"{store}_before_{stamp}");
        }
        catch
        {
            await RunAsync(target, $"DROP SCHEMA IF EXISTS \"{next}\" CASCADE");
            throw;
        }
    }

    private static async Task FillAsync(PostgresEngine engine, string schema, NpgsqlConnection target, string staged)
    {
        await using (var db = await GroupStore.ContextAsync(engine, schema))
            await db.Database.MigrateAsync();
        await engine.OpenAsync(target, schema);
        await using var source = new SqliteConnection(BackupFile.Address(staged));
        await source.OpenAsync();
        await using var filling = await target.BeginTransactionAsync();
        foreach (var table in await TableCopy.InOrderAsync(target, schema))
            await TableCopy.ToPostgresAsync(source, target, schema, table);
        await filling.CommitAsync();
    }

    private static async Task<string?> SwapAsync(PostgresEngine engine, NpgsqlConnection connection, string store, string next, string before)
    {
        var replaced = await engine.ExistsAsync(store);
        await using var swap = await connection.BeginTransactionAsync();
        if (replaced)
            await RunAsync(connection, $"ALTER SCHEMA \"{store}\" RENAME TO \"{before}\"");
        await RunAsync(connection, $"ALTER SCHEMA \"{next}\" RENAME TO \"{store}\"");
        await swap.CommitAsync();
        return replaced ? before : null;
    }

    /// <summary>The file's newest step that the store has made too: both engines' steps have the same names after their dates.</summary>
    private static async Task<string> NewestAsync(PostgresEngine engine, string store, GroupDb shape)
    {
        await using var db = await GroupStore.ContextAsync(engine, store);
        var made = (await db.Database.GetAppliedMigrationsAsync()).Select(NameOf).ToHashSet();
        return shape.Database.GetMigrations().LastOrDefault(m => made.Contains(NameOf(m))) ?? throw new SafeSpaceException($"The store of \"{store}\" was never set up.");
    }

    private static string NameOf(string step) => step[(step.IndexOf('_', StringComparison.Ordinal) + 1)..];

    private static async Task<List<string>> TablesAsync(NpgsqlConnection source, string store)
    {
        await using var command = new NpgsqlCommand("SELECT tablename FROM pg_tables WHERE schemaname = $1 AND tablename <> 'schema_version' ORDER BY 1", source);
        command.Parameters.Add(new NpgsqlParameter { Value = store });
        await using var reader = await command.ExecuteReaderAsync();
        var tables = new List<string>();
        while (await reader.ReadAsync())
            tables.Add(reader.GetString(0));
        return tables;
    }

    private static async Task RunAsync(NpgsqlConnection connection, string sql)
    {
        if (connection.State != System.Data.ConnectionState.Open)
            await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
