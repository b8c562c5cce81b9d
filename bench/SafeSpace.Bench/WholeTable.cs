namespace SafeSpace.Bench;

/// <summary>
/// Every line of the table of what good means in figures, each beside its floor of the same run. Sign-ins and diary rows to import are a tenth
/// of the contacts: a million of each beside ten million contacts.
/// </summary>
internal static class WholeTable
{
    private const string Document = "docs/performance.md";

    public static async Task<int> RunAsync(BenchPlan plan)
    {
        var loading = await BenchSite.StartAsync(plan);
        await loading.StopAsync();
        var table = new Table(Table.Text($"On {loading.Store.Engine.Kind}: {plan.People:#,0} people, {plan.Contacts:#,0} contacts of {plan.Years} years in one group; {Environment.ProcessorCount} cores, {Memory()} GB; .NET {Environment.Version}; {TimeProvider.System.GetUtcNow():d MMMM yyyy HH:mm}; load when it began {Load()}."));
        await Generating.RunAsync(loading.Folder, table);
        var site = await BenchSite.StartAsync(plan, loading.Folder);
        foreach (var work in new Func<BenchSite, Table, Task>[] { Searches.RunAsync, Pages.RunAsync, Reports.RunAsync, Wire.RunAsync, StartUp.RunAsync })
            await work(site, table);
        await site.StopAsync();
        await HttpWork.RunAsync(plan, loading.Folder, table); // after the pages: it refers thousands in a day
        await Values.RunAsync(plan.Contacts / 10, site.Folder, table);
        await Imports.RunAsync(plan.Contacts / 10, table);
        Console.WriteLine(table);
        if (Environment.GetEnvironmentVariable("SAFESPACE_WRITE_DOCS") == "1")
            await table.WriteAsync(Document, Table.Text($"{loading.Store.Engine.Kind} {plan.Contacts}"));
        await using var again = await BenchSite.StartAsync(plan, loading.Folder); // what the table has no line for
        await Registers.RunAsync(again);
        await Upkeep.RunAsync(again);
        return 0;
    }

    private static string Load() => File.ReadAllText("/proc/loadavg").Split(' ')[0];

    private static long Memory() => GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 1_000_000_000;
}
