using System.Net;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Audit;
using SafeSpace.Core.Data;
using SafeSpace.Core.Diary;
using SafeSpace.Testing;
using SafeSpace.Testing.Build;

namespace SafeSpace.Web.Tests.Diary;

public sealed class DiaryPagesTests
{
    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Get_Day_ShowsTotalsFiltersAndTheDaysAround(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var person = await group.AddPersonAsync();
        var peer = await group.AddAccountAsync(Role.Peer);
        await group.LogContactAsync(person, peer, minutes: 80, daysAgo: 1, words: "first words");
        await group.LogContactAsync(person, peer, ContactKind.CallIn, minutes: 120, daysAgo: 1);
        await group.LogContactAsync(person, peer, ContactKind.CallIn, minutes: null, daysAgo: 1);
        await group.LogContactAsync(null, peer, ContactKind.Text, minutes: null, daysAgo: 1);
        await group.LogContactAsync(person, peer, daysAgo: 2);
        var facilitator = await group.SignInAsync(Role.Facilitator);
        var day = await (await facilitator.GetAsync("/diary")).FollowAsync("The day before");
        Assert.Contains("3 calls, 3 h 20 min, 1 not noted", day.Words(), StringComparison.Ordinal);
        Assert.Equal(4, day.Page.QuerySelectorAll(".timeline > li").Length);
        Assert.Contains("first words", day.Words(), StringComparison.Ordinal);
        var calls = await day.FollowAsync("Rang us (2)");
        Assert.Equal(2, calls.Page.QuerySelectorAll(".timeline > li").Length);
        var before = await calls.FollowAsync("The day before");
        Assert.Contains("kind=CallIn", before.Path, StringComparison.Ordinal);
        Assert.Contains("Nothing is noted for this day.", before.Words(), StringComparison.Ordinal);
        await using var db = await group.Store.ReadAsync();
        Assert.Contains(await db.Views.ToListAsync(), v => v.Surface == "diary/day" && v.Shown == 1);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Get_LongDay_IsReadAPageAtATime_WithNothingLostBetween(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var peer = await group.AddAccountAsync(Role.Peer);
        var noon = group.Store.Clock.ToUtc(new(group.Store.Clock.Today.AddDays(-1), new TimeOnly(12, 0)));
        foreach (var i in Enumerable.Range(0, 130))
            await group.LogContactAsync(null, peer, at: noon.AddMinutes(i < 90 ? 0 : i < 125 ? 1 : 2), words: $"n{i:000}");
        var facilitator = await group.SignInAsync(Role.Facilitator);
        var first = await (await facilitator.GetAsync("/diary")).FollowAsync("The day before");
        var second = await first.FollowAsync("More of this day");
        var seen = new[] { first, second }.SelectMany(p => p.Page.QuerySelectorAll(".as-typed").Select(e => e.TextContent)).ToList();
        Assert.Equal(130, seen.Count);
        Assert.Equal(130, seen.Distinct().Count());
        Assert.DoesNotContain("More of this day", second.Words(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite, "31 2 2026")]
    [InlineData(EngineKind.Postgres, "nonsense")]
    [InlineData(EngineKind.Sqlite, "1 1 0001")]
    [InlineData(EngineKind.Postgres, "31 12 9999")]
    public async Task Get_DayThatIsNone_SaysSo(EngineKind engine, string day)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var facilitator = await group.SignInAsync(Role.Facilitator);
        var page = await facilitator.GetAsync($"/diary?day={Uri.EscapeDataString(day)}");
        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.NotEmpty(page.Words("#error-summary"));
        Assert.Equal(HttpStatusCode.OK, (await facilitator.GetAsync("/diary?after=zzz-1")).Status);
        Assert.Equal(HttpStatusCode.OK, (await facilitator.GetAsync("/diary?after=99999999999999999999-1")).Status);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Get_Peer_OnlyThemselvesSeeTheirHours(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var person = await group.AddPersonAsync();
        var peer = await group.SignInAsync(Role.Peer);
        await group.LogContactAsync(person, peer.Account!, minutes: 35);
        var address = $"/diary/peer/{peer.Account!.Id}";
        Assert.Contains("1 call, 35 min", (await peer.GetAsync(address)).Words(), StringComparison.Ordinal);
        var supervisor = await (await group.SignInAsync(Role.Supervisor)).GetAsync(address);
        Assert.Equal(HttpStatusCode.OK, supervisor.Status);
        Assert.DoesNotContain("1 call", supervisor.Words(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await (await group.SignInAsync(Role.Peer)).GetAsync(address)).Status);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Get_Person_NewestFirst_AndOnlyForWhoMaySeeThem(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var (person, closed) = (await group.AddPersonAsync(), await group.AddPersonAsync("Ana", "Kowalska", open: false));
        var peer = await group.SignInAsync(Role.Peer);
        var other = await group.AddAccountAsync(Role.Peer);
        await group.LogContactAsync(person, other, daysAgo: 3, words: "older");
        await group.LogContactAsync(person, other, daysAgo: 1, words: "newer");
        var page = await peer.GetAsync($"/people/{person.Reference}/diary");
        Assert.Equal(["newer", "older"], page.Page.QuerySelectorAll(".as-typed").Select(e => e.TextContent));
        Assert.DoesNotContain("Set right", page.Words(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await peer.GetAsync($"/people/{closed.Reference}/diary")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await peer.GetAsync("/diary")).Status);
    }
}
