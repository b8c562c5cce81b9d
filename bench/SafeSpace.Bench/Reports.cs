using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.Reports;
using SafeSpace.Core.Reports.Monitoring;
using SafeSpace.Core.Shared;

namespace SafeSpace.Bench;

/// <summary>The monitoring report of all months; beside it one scan of the contacts by month and kind.</summary>
internal static class Reports
{
    private const string Scan = "SELECT substr(CAST(day AS text), 1, 7) AS month, kind, count(*) AS n, sum(minutes) AS minutes FROM contact WHERE corrected_by_id IS NULL GROUP BY 1, 2";

    public static async Task RunAsync(BenchSite site)
    {
        await KeptFolding.RunAsync(site.Store);
        await using var db = await site.Store.ReadAsync();
        var to = Month.Of(site.Store.Clock.Today);
        var from = Month.Of(to.FirstDay.AddYears(-3));
        var report = await MedianAsync(() => MonitoringReport.WorkAsync(db, site.Store.Clock, from, to, site.Store.Clock.Today));
        var scan = await MedianAsync(() => ScanAsync(db));
        BenchSite.Say($"Monitoring report, all months: {report:0.0} ms median; one scan of the contacts by hand: {scan:0.0} ms");
    }

    private static async Task ScanAsync(GroupDb db)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = Scan;
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
            reader.GetString(0);
    }

    private static async Task<double> MedianAsync(Func<Task> work)
    {
        var times = new List<double>();
        for (var i = 0; i < 9; i++)
        {
            var began = Stopwatch.GetTimestamp();
            await work();
            times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        }

        times.Sort();
        return times[times.Count / 2];
    }
}
