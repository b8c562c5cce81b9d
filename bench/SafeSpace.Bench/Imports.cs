using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;
using SafeSpace.Core;
using SafeSpace.Core.Data;
using SafeSpace.Core.Import;
using SafeSpace.Core.Import.Bringing;
using SafeSpace.Core.Import.Reading;
using SafeSpace.Core.Network;
using SafeSpace.Core.Shared;

namespace SafeSpace.Bench;

/// <summary>A long diary of a thousand people brought in, and brought in again; beside it the same rows put in raw, with the same indexes.</summary>
internal static class Imports
{
    private const int People = 1000;
    private const int RowsInAUnit = 1000;

    /// <param name="files">Files to bring in first, into a group of their own: a real team's.</param>
    public static async Task<int> RunAsync(int rows, IReadOnlyList<string> files)
    {
        var folder = Directory.CreateTempSubdirectory("safespace-bench-").FullName;
        try
        {
            await using var stores = House.Open(folder, BenchSite.Database, TimeProvider.System);
            await stores.PrepareAsync();
            BenchSite.Say($"On {stores.Engine.Kind}; {Environment.ProcessorCount} cores.");
            if (files.Count > 0)
                await MeasureAsync(await stores.AddAsync(new NewGroup("team", "Team")), "A team's files", files);
            var made = Write(folder, rows);
            var store = await stores.AddAsync(new NewGroup("bench", "Bench"));
            var imported = await MeasureAsync(store, "A long diary", made);
            BenchSite.Say($"Peak memory of the process: {Process.GetCurrentProcess().PeakWorkingSet64 / 1_000_000} MB");
            await MeasureAsync(store, "The same again", made);
            if (stores.Engine is SqliteEngine engine)
            {
                await stores.AddAsync(new NewGroup("raw", "Raw"));
                var raw = await RawAsync(engine, "bench", "raw");
                BenchSite.Say($"The same rows put in raw, with the same indexes: {raw:#,0} a second; the import reaches {imported / raw:0.00} of it");
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        return 0;
    }

    private static async Task<double> MeasureAsync(GroupStore store, string what, IReadOnlyList<string> files)
    {
        var clock = Stopwatch.StartNew();
        var reading = ImportReading.Open(files.Select(BookSource.FromPath), new ImportOptions(store.Clock.Today));
        var result = await new ImportService(store).RunAsync(reading, new ImportRequest(Ids.New(), ["bench"], Actor.CommandLine));
        var perSecond = result.RowsRead / clock.Elapsed.TotalSeconds;
        BenchSite.Say($"{what}: {clock.Elapsed.TotalSeconds:0.0} s, {perSecond:#,0} rows a second ({result.RowsImported:#,0} imported, {result.RowsAlreadyKnown:#,0} known, {result.Refused.Count} refused)");
        return perSecond;
    }

    private static string[] Write(string folder, int rows)
    {
        string[] files = [Path.Combine(folder, "register.csv"), Path.Combine(folder, "diary.csv")];
        using (var register = new StreamWriter(files[0]))
        {
            register.WriteLine("Ref,Date of referral,First name,Surname,DOB,Phone,Presenting issues,Date closed");
            for (var i = 1; i <= People; i++)
                register.WriteLine(string.Create(CultureInfo.InvariantCulture, $"SS{i:0000},{new DateOnly(2015, 1, 1).AddDays(i):dd/MM/yyyy},Given{i},Family{i % 97},{1 + (i % 28)}/{1 + (i % 12)}/19{50 + (i % 50)},07700 {900000 + i},isolation,"));
        }

        using var diary = new StreamWriter(files[1]);
        diary.WriteLine("Date,Time,What,Ref,Name,Peer,Mins,Notes");
        for (var i = 0; i < rows; i++)
            diary.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{new DateOnly(2018, 1, 1).AddDays(i / 500):dd/MM/yyyy},{9 + (i / 60 % 12):00}:{i % 60:00},Call in,SS{1 + (i * 7919L % People):0000},,Kelly,{i % 90},talked of the garden {i}"));
        return files;
    }

    /// <summary>Prepared inserts of the same rows into the same tables, a transaction for each thousand, durable; nothing sealed, recorded or counted.</summary>
    private static async Task<double> RawAsync(SqliteEngine engine, string from, string to)
    {
        await using var source = await OpenAsync(engine.FileOf(from));
        await using var target = await OpenAsync(engine.FileOf(to));
        var contacts = await ReadAsync(source, "SELECT * FROM contact ORDER BY rowid");
        var marks = await ReadAsync(source, "SELECT m.* FROM brought_in_row m JOIN contact c ON c.id = m.target_id ORDER BY m.rowid");
        var clock = Stopwatch.StartNew();
        for (var at = 0; at < contacts.Count; at += RowsInAUnit)
        {
            await using var transaction = target.BeginTransaction();
            Insert(target, transaction, "contact", contacts.Skip(at).Take(RowsInAUnit));
            Insert(target, transaction, "brought_in_row", marks.Skip(at).Take(RowsInAUnit));
            await transaction.CommitAsync();
        }

        return contacts.Count / clock.Elapsed.TotalSeconds;
    }

    private static async Task<SqliteConnection> OpenAsync(string file)
    {
        var connection = new SqliteConnection($"Data Source={file};Foreign Keys=False;Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA synchronous=FULL; PRAGMA secure_delete=ON; PRAGMA cache_size=-16000;";
        await command.ExecuteNonQueryAsync();
        return connection;
    }

    private static async Task<List<object[]>> ReadAsync(SqliteConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<object[]>();
        while (await reader.ReadAsync())
        {
            var row = new object[reader.FieldCount];
            reader.GetValues(row);
            rows.Add(row);
        }

        return rows;
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
