using System.Diagnostics;
using System.Globalization;
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
    private const string Measured = "measured: ";

    /// <summary>In a process of its own, because its memory is measured too.</summary>
    public static async Task RunAsync(int rows, Table table)
    {
        using var apart = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, [typeof(Imports).Assembly.Location, "import", rows.ToString(CultureInfo.InvariantCulture)]) { RedirectStandardOutput = true })!;
        var said = await apart.StandardOutput.ReadToEndAsync();
        await apart.WaitForExitAsync();
        BenchSite.Say(said.TrimEnd());
        if (said.Split('\n').FirstOrDefault(l => l.StartsWith(Measured, StringComparison.Ordinal)) is not { } line)
            throw new InvalidOperationException("The import could not be measured.");
        var (imported, raw, memory) = (Number(line, 0), Number(line, 1), Number(line, 2));
        table.Add($"import {rows:#,0} diary rows", Table.Text($"{imported:#,0} a second"), Table.Text($"raw bulk insert, same rows and indexes: {raw:#,0} a second"), Table.Text($"{imported / raw:0.00}"), "at least 1/3", imported >= raw / 3);
        table.Add("most memory of the whole process that imports", Table.Text($"{memory:0} MB"), "", "", "under 300 MB", memory < 300);
    }

    private static double Number(string line, int at) => double.Parse(line[Measured.Length..].Split(' ')[at], CultureInfo.InvariantCulture);

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
                await MeasureAsync(await stores.AddAsync(new NewGroup(BenchSite.Fresh("team"), "Team")), "A team's files", files);
            var made = Write(folder, rows);
            var store = await stores.AddAsync(new NewGroup(BenchSite.Fresh("import"), "Bench"));
            var imported = await MeasureAsync(store, "A long diary", made);
            var memory = Process.GetCurrentProcess().PeakWorkingSet64 / 1_000_000;
            BenchSite.Say($"Peak memory of the process: {memory} MB");
            await MeasureAsync(store, "The same again", made);
            var (put, seconds) = await BulkInsert.RunAsync(stores.Engine, store.Slug, (await stores.AddAsync(new NewGroup(BenchSite.Fresh("raw"), "Raw"))).Slug, ["contact", "brought_in_row"]);
            var raw = put / 2 / seconds; // a contact and its mark
            BenchSite.Say($"The same rows put in raw, with the same indexes: {raw:#,0} a second; the import reaches {imported / raw:0.00} of it");
            BenchSite.Say(string.Create(CultureInfo.InvariantCulture, $"{Measured}{imported:0.0} {raw:0.0} {memory}"));
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
}
