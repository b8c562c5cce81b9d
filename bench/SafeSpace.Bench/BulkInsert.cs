using System.Data.Common;
using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Npgsql;
using SafeSpace.Core.Data;

namespace SafeSpace.Bench;

/// <summary>
/// The rows of one group put into the same tables of an empty one, with the same indexes, durable, a transaction for each thousand:
/// prepared inserts on SQLite, COPY on PostgreSQL. Nothing is sealed, recorded or counted, and no foreign key looked up.
/// </summary>
internal static class BulkInsert
{
    private const int RowsInAUnit = 1000;

    /// <returns>How many rows, and how long writing them took.</returns>
    public static async Task<(int Rows, double Seconds)> RunAsync(Engine engine, string from, string to, IReadOnlyList<string> tables)
    {
        var lite = engine as SqliteEngine;
        await using DbConnection source = lite is null ? new NpgsqlConnection(BenchSite.Database) : new SqliteConnection($"Data Source={lite.FileOf(from)};Pooling=False");
        await using DbConnection target = lite is null ? new NpgsqlConnection(BenchSite.Database) : new SqliteConnection($"Data Source={lite.FileOf(to)};Foreign Keys=False;Pooling=False");
        await source.OpenAsync();
        await target.OpenAsync();
        await using (var settings = target.CreateCommand())
        {
            settings.CommandText = lite is null ? "SET session_replication_role = replica" : "PRAGMA synchronous=FULL; PRAGMA secure_delete=ON; PRAGMA cache_size=-16000;";
            await settings.ExecuteNonQueryAsync();
        }

        var (put, clock) = (0, new Stopwatch());
        foreach (var table in tables)
        {
            var rows = await Rows.ReadAsync(source, lite is null ? $"SELECT * FROM {from}.{table}" : $"SELECT * FROM {table} ORDER BY rowid");
            clock.Start();
            for (var at = 0; at < rows.Count; at += RowsInAUnit)
            {
                await using var transaction = await target.BeginTransactionAsync();
                if (target is NpgsqlConnection postgres)
                    await CopyAsync(postgres, $"{to}.{table}", rows.Skip(at).Take(RowsInAUnit));
                else
                    Insert((SqliteConnection)target, (SqliteTransaction)transaction, table, rows.Skip(at).Take(RowsInAUnit));
                await transaction.CommitAsync();
            }

            clock.Stop();
            put += rows.Count;
        }

        return (put, clock.Elapsed.TotalSeconds);
    }

    private static async Task CopyAsync(NpgsqlConnection target, string table, IEnumerable<object[]> rows)
    {
        await using var writer = await target.BeginBinaryImportAsync($"COPY {table} FROM STDIN (FORMAT BINARY)");
        foreach (var row in rows)
        {
            await writer.StartRowAsync();
            foreach (var value in row)
            {
                if (value is DBNull)
                    await writer.WriteNullAsync();
                else
                    await writer.WriteAsync(value);
            }
        }

        await writer.CompleteAsync();
    }

    private static void Insert(SqliteConnection connection, SqliteTransaction transaction, string table, IEnumerable<object[]> rows)
    {
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        foreach (var row in rows)
        {
            if (command.CommandText.Length == 0)
            {
                command.CommandText = $"INSERT INTO {table} VALUES ({string.Join(", ", row.Select((_, i) => $"${i}"))})";
                for (var i = 0; i < row.Length; i++)
                    command.Parameters.Add(new SqliteParameter($"${i}", null));
                command.Prepare();
            }

            for (var i = 0; i < row.Length; i++)
                command.Parameters[i].Value = row[i];
            command.ExecuteNonQuery();
        }
    }
}
