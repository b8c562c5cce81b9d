using System.Net;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Testing;

namespace SafeSpace.Web.Tests.Operating;

/// <summary>A program whose stores it cannot open must not look ready; one group's trouble keeps no other from being served.</summary>
public sealed class StoresAtStartTests
{
    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task AStoreOfAnotherVersion_IsSaidAtTheStart_AndItsVisitorsReadNoAddressOfAFile(EngineKind engine)
    {
        var site = await TestSite.NewAsync(engine);
        var (group, later) = (await site.NewGroupAsync(), await site.NewGroupAsync());
        await MakeNewerAsync(later.Store);

        var beside = await TestSite.BesideAsync(site);
        Assert.Equal(HttpStatusCode.OK, await ReadyAsync(beside));
        Assert.Contains(beside.Log.Lines, l => l.Contains($"The store of \"{later.Slug}\" is of a newer version", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.OK, (await new Visitor(beside, $"/{group.Slug}").GetAsync("/sign-in")).Status);
        var shut = await new Visitor(beside, $"/{later.Slug}").GetAsync("/sign-in");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, shut.Status);
        Assert.DoesNotContain("version", shut.Words("body"), StringComparison.Ordinal);

        await MakeNewerAsync(group.Store);
        var none = await TestSite.BesideAsync(site);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await ReadyAsync(none));

        // Put right while it runs: it is ready without being started again.
        await using (var db = await group.Store.ReadAsync())
            await db.Database.ExecuteSqlRawAsync($"DELETE FROM schema_version WHERE \"MigrationId\" = '{Later}'");
        for (var tries = 0; await ReadyAsync(none) != HttpStatusCode.OK && tries < 100; tries++)
            await Task.Delay(100, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, await ReadyAsync(none));
    }

    private const string Later = "29990101000000_Later";

    private static async Task<HttpStatusCode> ReadyAsync(TestSite site)
    {
        var visitor = new Visitor(site, "");
        var answer = await visitor.GetAsync("/readyz");
        for (var tries = 0; answer.Text == "starting" && tries < 100; tries++)
        {
            await Task.Delay(100, TestContext.Current.CancellationToken);
            answer = await visitor.GetAsync("/readyz");
        }

        return answer.Status;
    }

    private static async Task MakeNewerAsync(GroupStore store)
    {
        await using var db = await store.ReadAsync();
        await db.Database.ExecuteSqlRawAsync($"INSERT INTO schema_version (\"MigrationId\", \"ProductVersion\") VALUES ('{Later}', '10.0.0')");
    }
}
