using SafeSpace.Core.Data;
using SafeSpace.Core.Shared;
using SafeSpace.Core.Reports.Monitoring;
using SafeSpace.Testing;

namespace SafeSpace.Core.Tests.Reports;

public sealed class MonitoringReportsTests
{
    private static readonly Month Month = Month.Of(new DateOnly(2026, 2, 1));

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Report_IsWorkedOutAgain_WhenAnythingWasSavedOrADayWentBy(EngineKind engine)
    {
        await using var stores = await TestStores.OpenAsync(engine);
        var (store, other) = (await stores.NewGroupAsync(), await stores.NewGroupAsync());
        var reports = new MonitoringReports();
        var first = await OfAsync(reports, store);

        Assert.Same(first, await OfAsync(reports, store));
        Assert.NotSame(first, await OfAsync(reports, other));
        await new GroupLists(store).AddAsync(GroupList.Factor, "Planted", Actor.CommandLine);
        var second = await OfAsync(reports, store);
        Assert.NotSame(first, second);
        Assert.Same(second, await OfAsync(reports, store));
        stores.Clock.Advance(TimeSpan.FromDays(1));
        Assert.NotSame(second, await OfAsync(reports, store));
    }

    /// <summary>Who reads from behind a wall is never given what was worked out for others, and others never theirs.</summary>
    [Fact]
    public async Task Report_OfSomebodyBehindAWall_IsNobodyElses()
    {
        await using var stores = await TestStores.OpenAsync(EngineKind.Sqlite);
        var store = await stores.NewGroupAsync();
        var reports = new MonitoringReports();
        await using var whole = await store.ReadAsync();
        await using var behind = store.Behind(whole, [PersonId.New()]);
        var period = new ReportPeriod(Month, Month, Month.LastDay);

        var seen = await reports.OfAsync(store, behind, period);

        var all = await reports.OfAsync(store, whole, period);
        Assert.NotSame(seen, all);
        Assert.NotSame(all, await reports.OfAsync(store, behind, period));
        Assert.Same(all, await reports.OfAsync(store, whole, period));
    }

    private static async Task<MonitoringReport> OfAsync(MonitoringReports reports, GroupStore store)
    {
        await using var db = await store.ReadAsync();
        return await reports.OfAsync(store, db, new ReportPeriod(Month, Month, Month.LastDay));
    }
}
