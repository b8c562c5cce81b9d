using SafeSpace.Core.Access;
using SafeSpace.Core.Community;
using SafeSpace.Core.Data;
using SafeSpace.Core.Network;
using SafeSpace.Core.Shared;
using SafeSpace.Core.SocialValue;
using SafeSpace.Web;

namespace SafeSpace.Bench;

/// <summary>The value statement of a year over many sign-ins, beside the simplest signed-in page and a scan of the sign-ins by hand.</summary>
internal static class Values
{
    private const int RowsInAUnit = 10_000;
    private const int Runs = 201;

    /// <param name="at">A folder to use; a new one when not said.</param>
    public static async Task<int> RunAsync(int signIns, string? at = null, Table? table = null)
    {
        var folder = at ?? Directory.CreateTempSubdirectory("safespace-bench-").FullName;
        await using var app = await WebHost.BuildAsync(new WebHostOptions(folder, BenchSite.Database) { Urls = "http://127.0.0.1:0" }, b => b.Logging.ClearProviders());
        await app.StartAsync();
        var store = await app.Services.GetRequiredService<Stores>().AddAsync(new NewGroup(BenchSite.Fresh("value"), "Bench") { IsDemonstration = true });
        var to = Month.Of(store.Clock.Today).Previous;
        var from = Month.Of(to.FirstDay.AddMonths(-11));
        await FillAsync(store, from, to, signIns);
        await BookRecount.FoldAsync(store);
        using var client = await FrontDoor.SignInAsync(store, new Uri($"{app.Urls.First()}/{store.Slug}/"), Role.Steering, "steering@bench.example");
        await using (var db = await store.ReadAsync())
        {
            var report = await ValueReport.WorkAsync(db, store.Clock, from, to);
            BenchSite.Say($"On {store.Engine.Kind}: {report.Months.Sum(m => m.Counts.CentreUses):#,0} sign-ins of a year.");
            BenchSite.Say($"Working the statement out: {await Times.OfAsync(Runs, () => ValueReport.WorkAsync(db, store.Clock, from, to))}; counting the sign-ins by hand: {await Times.OfAsync(5, () => ScanAsync(db))}");
        }

        var (simplest, statement) = (await Times.OfAsync(Runs, () => client.FetchAsync("")), await Times.OfAsync(Runs, () => client.FetchAsync($"value?from={from}&to={to}")));
        (simplest, statement) = (await Times.OfAsync(Runs, () => client.FetchAsync("")), await Times.OfAsync(Runs, () => client.FetchAsync($"value?from={from}&to={to}"))); // the first were compiled as they went
        BenchSite.Say($"The simplest signed-in page: {simplest}; the statement of a year: {statement}");
        table?.Add($"value statement, a year over {signIns:#,0} sign-ins", statement.ToString(), $"the simplest signed-in page: {simplest}", Table.Text($"{statement.Median / simplest.Median:0.0} x"), "at most 3 x", statement.Median <= 3 * simplest.Median);
        await app.StopAsync();
        await app.DisposeAsync();
        if (at is null)
            Directory.Delete(folder, recursive: true);
        return 0;
    }

    private static async Task FillAsync(GroupStore store, Month from, Month to, int signIns)
    {
        var days = to.LastDay.DayNumber - from.FirstDay.DayNumber + 1;
        await store.Write("BookBroughtIn", Actor.System, unit =>
        {
            foreach (var (component, level) in new[] { (ValueComponent.CentreUse, "day"), (ValueComponent.CentreUse, "half_day"), (ValueComponent.Leadership, "lead"), (ValueComponent.Membership, "registered") })
                unit.Db.Rates.Add(new Rate { Id = Ids.New(), Component = component, Level = level, Unit = RateService.UnitOf(component), Pence = 2900, From = from.FirstDay });
            foreach (var month in Month.Range(from, to))
                unit.Db.Incomes.Add(new Income { Id = Ids.New(), Month = month, Kind = IncomeKind.Statutory, Pence = 388_800 });
            return Task.CompletedTask;
        });
        await store.Write("BookBroughtIn", Actor.System, unit => unit.InsertManyAsync([.. Enumerable.Range(0, 52 * 18).Select(i => new LeaderHours
        {
            Id = Ids.New(),
            Week = HoursService.MondayOf(from.FirstDay.AddDays(6)).AddDays(i / 18 * 7),
            Month = Month.Of(HoursService.MondayOf(from.FirstDay.AddDays(6)).AddDays(i / 18 * 7)),
            Name = $"Leader {i % 18}",
            NameKey = $"leader {i % 18}",
            Level = "lead",
            Seconds = 36_000,
            Version = Ids.New(),
        }).Where(h => h.Month <= to)]));
        for (var done = 0; done < signIns; done += RowsInAUnit)
        {
            var start = done;
            await store.Write("BookBroughtIn", Actor.System, unit => unit.InsertManyAsync([.. Enumerable.Range(start, Math.Min(RowsInAUnit, signIns - start)).Select(i => new CentreSignIn
            {
                Id = Ids.New(),
                Day = from.FirstDay.AddDays(i % days),
                At = new TimeOnly(9 + (i % 8), i % 60),
                Name = $"Member {i % 5000}",
                NameKey = $"member {i % 5000}",
                Session = i % 3 == 0 ? "half_day" : "day",
                Way = SignInWay.Import,
                Version = Ids.New(),
            })]));
        }
    }

    private static async Task ScanAsync(GroupDb db)
    {
        await using var command = Microsoft.EntityFrameworkCore.RelationalDatabaseFacadeExtensions.GetDbConnection(db.Database).CreateCommand();
        command.CommandText = "SELECT substr(CAST(day AS text), 1, 7) AS month, session, count(*) AS n FROM centre_sign_in WHERE taken_back_at IS NULL GROUP BY 1, 2";
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
            reader.GetString(0);
    }
}
