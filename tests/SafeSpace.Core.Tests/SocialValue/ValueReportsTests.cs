using SafeSpace.Core.Data;
using SafeSpace.Core.Shared;
using SafeSpace.Core.SocialValue;
using SafeSpace.Testing;

namespace SafeSpace.Core.Tests.SocialValue;

public sealed class ValueReportsTests
{
    private static readonly Month Month = Month.Of(new DateOnly(2026, 2, 1));

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Statement_IsWorkedOutAgain_WhenAnythingWasSavedOrADayWentBy(EngineKind engine)
    {
        await using var stores = await TestStores.OpenAsync(engine);
        var (store, other) = (await stores.NewGroupAsync(), await stores.NewGroupAsync());
        var reports = new ValueReports();
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

    private static async Task<ValueReport> OfAsync(ValueReports reports, GroupStore store)
    {
        await using var db = await store.ReadAsync();
        return await reports.OfAsync(store, db, Month, Month);
    }
}
