using System.Net;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Desk;
using SafeSpace.Core.Peers;
using SafeSpace.Core.Shared;
using SafeSpace.Testing;
using SafeSpace.Testing.Build;
using SafeSpace.Web.Tests.Diary;

namespace SafeSpace.Web.Tests.Peers;

/// <summary>Nobody is on: what the group decided happens, and never nothing. And the places it opens.</summary>
public sealed class CoverTests
{
    private const string Nobody = "Nobody is on shift just now.";

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Home_AnEmptyShift_SaysWhatWasDecided_ToPeersAndReferrers(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var (coordinator, peer, referrer, member) = (await group.SignInAsync(Role.Coordinator), await group.SignInAsync(Role.Peer), await group.SignInAsync(Role.Referrer), await group.SignInAsync(Role.Member));
        Assert.DoesNotContain(Nobody, (await peer.GetAsync("/")).Words(), StringComparison.Ordinal); // a group that keeps no rota
        var shift = await group.PlanShiftAsync();
        Assert.Contains("Nothing is agreed yet for this.", (await peer.GetAsync("/")).Words(), StringComparison.Ordinal);

        var fallback = await group.AddAccountAsync(Role.Peer);
        await new PeerProfileService(group.Store).ChangeAsync(fallback.UserId, null, p => p.ReachOn = "07700 900987", Actor.CommandLine);
        var decided = await (await coordinator.GetAsync("/group/cover")).SubmitAsync(
            ("Change.LeastPeers", "3"), ("Change.Fallbacks", fallback.Id.ToString()), ("Change.EmptyNumber", "0800 915 4640"), ("Change.EmptyMessage", "The crisis team answers."));
        Assert.Equal(HttpStatusCode.OK, decided.Status);
        var says = await peer.GetAsync("/");
        Assert.Contains("The crisis team answers.", says.Words(), StringComparison.Ordinal);
        Assert.Equal(["tel:08009154640", "tel:07700900987"], says.Page.QuerySelectorAll(".know a[href^='tel:']").Select(a => a.GetAttribute("href")!));
        var outside = await referrer.GetAsync("/");
        Assert.Contains("The crisis team answers.", outside.Words(), StringComparison.Ordinal);
        Assert.DoesNotContain(fallback.DisplayName, outside.Words(), StringComparison.Ordinal);
        Assert.DoesNotContain(Nobody, (await member.GetAsync("/")).Words(), StringComparison.Ordinal);

        await group.SignOnAsync(shift, peer.Account!);
        Assert.DoesNotContain(Nobody, (await referrer.GetAsync("/")).Words(), StringComparison.Ordinal);
        await new AccountService(group.Store) { Steps = SafeSpace.Core.House.AccountSteps }.RetireAsync(fallback.UserId, Actor.CommandLine);
        await using var db = await group.Store.ReadAsync();
        Assert.Empty(await EmptyDesk.FallbacksAsync(db));
        await group.AssertSoundAsync();
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Home_OpenByTheHours_AndNoShiftPlanned_IsSaidToo(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var peer = await group.SignInAsync(Role.Peer);
        await group.PlanShiftAsync(30, 34);
        await new OpeningHours(group.Store).SetAsync(group.Store.Clock.Today.AddDays(-10), OpeningWeek.Parse(string.Join('|', Enumerable.Repeat("00:00-00:00", 7))), null, Actor.CommandLine);
        Assert.Contains(Nobody, (await peer.GetAsync("/")).Words(), StringComparison.Ordinal);
        await new OpeningHours(group.Store).CloseAsync(group.Store.Clock.Today, null, Actor.CommandLine);
        Assert.DoesNotContain(Nobody, (await peer.GetAsync("/")).Words(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Cover_TwoDecideAtOnce_TheSecondSeesWhatItSaysNow(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var coordinator = await group.SignInAsync(Role.Coordinator);
        var fallback = await group.AddAccountAsync(Role.Peer);
        await (await coordinator.GetAsync("/group/cover")).SubmitAsync();
        var older = await coordinator.GetAsync("/group/cover");
        await (await coordinator.GetAsync("/group/cover")).SubmitAsync(("Change.Fallbacks", fallback.Id.ToString()));
        Assert.Equal(HttpStatusCode.Conflict, (await older.SubmitAsync()).Status); // whom to ring stands in rows of its own
        await using (var db = await group.Store.ReadAsync())
            Assert.Null((await db.FallbackPeers.SingleAsync()).EndedAt);
        var (one, two) = (await coordinator.GetAsync("/group/cover"), await coordinator.GetAsync("/group/cover"));
        await one.SubmitAsync(("Change.EmptyNumber", "111"));
        var late = await two.SubmitAsync(("Change.EmptyMessage", "typed"));
        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Contains("111", late.Words("body"), StringComparison.Ordinal);
        Assert.Equal("typed", late.Page.QuerySelector("textarea")!.TextContent.Trim());
        Assert.Equal(HttpStatusCode.OK, (await late.SubmitAsync()).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await (await coordinator.GetAsync("/group/cover")).SubmitAsync(("Change.LeastPeers", "0"))).Status);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Sites_HaveHoursOfTheirOwn_AndEnd(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var coordinator = await group.SignInAsync(Role.Coordinator);
        await (await coordinator.GetAsync("/group/sites")).SubmitFormAsync("#add", ("Name", "Mill Lane"));
        var sites = await (await coordinator.GetAsync("/group/sites")).SubmitFormAsync("#add", ("Name", "Market Street"));
        Assert.Equal(HttpStatusCode.BadRequest, (await sites.SubmitFormAsync("#add", ("Name", "mill lane"))).Status);
        await (await coordinator.GetAsync("/group/hours")).SubmitFormAsync("#week", ("From", "1 3 2026"), ("Week[0]", "16:30-21:00"));
        var hours = await (await coordinator.GetAsync("/group/sites")).FollowAsync("Hours Mill Lane");
        var own = await hours.SubmitFormAsync("#week", ("From", "9 3 2026"), ("Week[0]", "12:00-20:00"));
        Assert.Contains("When Mill Lane is open", own.Words("h1"), StringComparison.Ordinal);
        await own.SubmitFormAsync("#closed", ("Closed", "16 3 2026"));

        await using var db = await group.Store.ReadAsync();
        var clock = group.Store.Clock;
        var mill = (await db.Sites.SingleAsync(s => s.Name == "Mill Lane")).Id;
        var market = (await db.Sites.SingleAsync(s => s.Name == "Market Street")).Id;
        var (ofMill, ofMarket, whole) = (await OpeningCalendar.ReadAsync(db, clock, mill), await OpeningCalendar.ReadAsync(db, clock, market), await OpeningCalendar.ReadAsync(db, clock));
        DateOnly before = new(2026, 3, 2), on = new(2026, 3, 9), shut = new(2026, 3, 16);
        Assert.Equal(["16:30–21:00", "12:00–20:00", ""], new[] { before, on, shut }.Select(d => string.Join(',', ofMill.Of(d)!)));
        Assert.Equal(["16:30–21:00", "16:30–21:00"], new[] { on, shut }.Select(d => string.Join(',', ofMarket.Of(d)!)));
        Assert.Equal(TimeSpan.FromHours(9), whole.OpenBetween(clock.StartOf(on), clock.StartOf(on.AddDays(1)))); // 12:00 to 21:00, counted once
        var shift = await group.PlanShiftAsync(24, 28, site: mill);
        var ended = await (await coordinator.GetAsync("/group/sites")).PressAsync("We do not use it any more Mill Lane");
        Assert.Contains("not used any more", ended.Words(".people"), StringComparison.Ordinal);
        Assert.NotNull((await db.Shifts.AsNoTracking().SingleAsync(s => s.Id == shift.Id)).CancelledAt);
        await ended.PressAsync("Use it again Mill Lane");
        await (await coordinator.GetAsync("/group/sites")).SubmitFormAsync("#rename", ("Id", mill.ToString()), ("NewName", "Mill House"));
        Assert.Equal("Mill House", (await db.Sites.AsNoTracking().SingleAsync(s => s.Id == mill)).Name);
        await group.AssertSoundAsync();
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Home_OnePlaceIsEmpty_WhileSomebodyIsOnAtAnother_IsSaid_WithItsName(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var (peer, other) = (await group.SignInAsync(Role.Peer), await group.AddAccountAsync(Role.Peer));
        var (harbour, mill) = (Ids.New(), Ids.New());
        await new SiteService(group.Store).AddAsync(harbour, "Harbour House", Actor.CommandLine);
        await new SiteService(group.Store).AddAsync(mill, "The Mill", Actor.CommandLine);
        var (first, second) = (await group.PlanShiftAsync(site: harbour), await group.PlanShiftAsync(site: mill));
        await group.SignOnAsync(first, other);

        Assert.Contains("Nobody is on shift at The Mill just now.", (await peer.GetAsync("/")).Words(), StringComparison.Ordinal);

        await group.SignOnAsync(second, peer.Account!);
        Assert.DoesNotContain("Nobody is on shift", (await peer.GetAsync("/")).Words(), StringComparison.Ordinal);
    }
}
