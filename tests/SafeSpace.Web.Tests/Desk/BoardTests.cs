using System.Net;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Audit;
using SafeSpace.Core.Data;
using SafeSpace.Core.Desk;
using SafeSpace.Core.Desk.Board;
using SafeSpace.Core.Diary;
using SafeSpace.Core.FollowUp;
using SafeSpace.Core.Peers;
using SafeSpace.Core.Referrals;
using SafeSpace.Core.Register;
using SafeSpace.Core.Shared;
using SafeSpace.Testing;
using SafeSpace.Testing.Build;
using SafeSpace.Web.Modules.Desk.TheBoard;

namespace SafeSpace.Web.Tests.Desk;

public sealed class BoardTests
{
    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Get_EachPersonStandsOnce_WhereTheyBelong_AndOpens(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var desk = await group.SignInAsync(Role.Facilitator);
        var (peer, other) = (await group.AddAccountAsync(Role.Peer), await group.AddAccountAsync(Role.Peer));
        await group.SignOnAsync(atHome: true, ShiftState.Free, peer);
        var waiting = await group.ReferAsync("Wanda", "Waits");
        var tried = await group.AddPersonAsync("Terry", "Tried");
        await group.LogContactAsync(tried, peer, ContactKind.NoAnswer, minutes: null, daysAgo: 1);
        await group.LogContactAsync(tried, peer, ContactKind.NoAnswer, minutes: null);
        await group.PromiseAsync(tried, peer, at: new TimeOnly(23, 30));
        var promised = await SpokenAsync(group, "Paula", other);
        await group.PromiseAsync(promised, peer, at: new TimeOnly(23, 0));
        var late = await SpokenAsync(group, "Lara", other);
        await LateAsync(group, late, other);
        var calling = await SpokenAsync(group, "Carl", other);
        await group.Store.Write("CallStarted", Actor.CommandLine, unit => Task.FromResult(unit.Db.CallsUnderWay.Add(new CallUnderWay { Id = Ids.New(), PersonId = calling.Id, PeerId = peer.UserId, Kind = ContactKind.CallOut, StartedAt = unit.Now.AddMinutes(-12) })));
        var closed = await group.AddPersonAsync("Cleo", "Closed");
        await group.LogContactAsync(closed, peer, ContactKind.NoAnswer, minutes: null);
        await group.CloseCaseAsync(closed);
        var died = await group.AddPersonAsync("Dora", "Died");
        await group.Store.Write("Died", Actor.CommandLine, async unit => (await unit.Db.People.SingleAsync(p => p.Id == died.Id)).DiedAt = unit.Now);

        var page = await desk.GetAsync("/desk");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal(["Lara R."], Names(page, "late"));
        Assert.Equal(["Wanda W."], Names(page, "waiting"));
        Assert.Equal(["Terry T."], Names(page, "tried"));
        Assert.Equal(["Paula R."], Names(page, "promised"));
        Assert.Equal(["Carl R."], Names(page, "calls"));
        foreach (var words in new[] { "2 tries", "next: today, 23:30", "late: promised yesterday", "ring today, 23:00", "not decided yet", "at home", "in a call 12 min", "as at" })
            Assert.Contains(words, page.Words(), StringComparison.Ordinal);
        Assert.DoesNotContain(other.DisplayName, page.Words("section[aria-labelledby=late]"), StringComparison.Ordinal);
        Assert.DoesNotContain("Cleo", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Dora", page.Text, StringComparison.Ordinal);
        foreach (var link in page.Page.QuerySelectorAll(".board .who > a").Select(a => a.GetAttribute("href")!))
            Assert.Equal(HttpStatusCode.OK, (await desk.GetAsync(link)).Status);
        Assert.NotNull(page.Page.QuerySelector("a[data-leave]"));
        _ = waiting;
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Get_APeerNobodyHeardFrom_IsNotGuessed_AndTheMonthStandsBesideItsPlan(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var desk = await group.SignInAsync(Role.Facilitator);
        var (quiet, free, resting) = (await group.AddAccountAsync(Role.Peer), await group.AddAccountAsync(Role.Peer), await group.AddAccountAsync(Role.Peer));
        await group.SignOnAsync(atHome: false, ShiftState.Free, quiet, free);
        await group.SignOnAsync(atHome: true, ShiftState.NoCallsToday, resting);
        await group.Store.Write("Heard", Actor.CommandLine, async unit => (await unit.Db.ShiftPlaces.SingleAsync(p => p.PeerId == quiet.UserId)).HeardAt = unit.Now.AddMinutes(-50));
        await group.LogContactAsync(await group.AddPersonAsync(), free);
        var coordinator = await group.SignInAsync(Role.Coordinator);
        var saved = await (await coordinator.GetAsync("/group/desk")).SubmitFormAsync("#plan", ("Calls", "80"), ("Visits", "14"));
        Assert.Contains("Saved", saved.Words(), StringComparison.Ordinal);

        var page = await desk.GetAsync("/desk");

        var on = page.Page.QuerySelectorAll(".peers > li").ToDictionary(li => li.QuerySelector("strong")!.TextContent, li => li.TextContent);
        Assert.Contains("not heard since", on[quiet.DisplayName], StringComparison.Ordinal);
        Assert.DoesNotContain("free", on[quiet.DisplayName], StringComparison.Ordinal);
        Assert.Contains("free", on[free.DisplayName], StringComparison.Ordinal);
        Assert.Contains("not up to calls today", on[resting.DisplayName], StringComparison.Ordinal);
        Assert.Contains("planned 80 calls and 14 visits; now 1 call and 0 visits", page.Words(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task ALatePromise_NobodyKept_ClimbsToTheSupervisor_AfterTheGroupsTime_WhoeverIsOn(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var (desk, supervisor) = (await group.SignInAsync(Role.Facilitator), await group.SignInAsync(Role.Supervisor));
        var peer = await group.AddAccountAsync(Role.Peer);
        var person = await SpokenAsync(group, "Lara", peer);
        var coordinator = await group.SignInAsync(Role.Coordinator);
        var now = group.Store.Clock.Now;
        await group.Store.Write("PromiseMade", Actor.CommandLine, unit => Task.FromResult(unit.Db.Promises.Add(new Promise { Id = Ids.New(), PersonId = person.Id, PeerId = peer.UserId, DueOn = group.Store.Clock.DayOf(now), DueAt = now.AddMinutes(-45), MadeAt = now.AddHours(-3) })));

        var before = await supervisor.GetAsync("/desk");
        Assert.Contains("Who can ring now?", before.Words(), StringComparison.Ordinal);
        Assert.DoesNotContain("Asks for you", before.Words(), StringComparison.Ordinal);

        await (await coordinator.GetAsync("/group/desk")).SubmitFormAsync("#desk", ("ClimbMinutes", "40"));
        Assert.Contains("Asks for you: 1 promise is late and nobody has rung: Lara R.", (await supervisor.GetAsync("/desk")).Words(), StringComparison.Ordinal);
        Assert.DoesNotContain("Asks for you", (await desk.GetAsync("/desk")).Words(), StringComparison.Ordinal);
        Assert.Contains("The supervisor is asked too.", (await desk.GetAsync("/desk")).Words(), StringComparison.Ordinal);

        await group.SignOnAsync(atHome: true, ShiftState.Free, peer);
        Assert.Contains("Asks for you", (await supervisor.GetAsync("/desk")).Words(), StringComparison.Ordinal);
        await group.LogContactAsync(person, peer);
        await using var db = await group.Store.ReadAsync();
        var promise = await db.Promises.AsNoTracking().SingleAsync(p => p.State == PromiseState.Open);
        await new PromiseService(group.Store).KeepAsync(promise.Id, promise.Version, Actor.CommandLine);
        Assert.DoesNotContain("Asks for you", (await supervisor.GetAsync("/desk")).Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task MoreThanThePageShows_IsSaid_WithTheWayToAllOfThem()
    {
        var group = await (await TestSite.OnAsync(EngineKind.Sqlite)).NewGroupAsync();
        var desk = await group.SignInAsync(Role.Facilitator);
        await group.Store.Write("ManyWait", Actor.CommandLine, async unit =>
        {
            for (var i = 0; i < BoardReading.Most; i++)
                await CaseWriter.OpenAsync(unit, (await PersonWriter.AddAsync(unit, new PersonDetails { GivenName = "Wanda", Surname = "Waits" })).Id, unit.Clock.Today, null);
        });
        Assert.DoesNotContain("There are more", (await desk.GetAsync("/desk")).Words(), StringComparison.Ordinal);
        await group.AddPersonAsync();

        var page = await desk.GetAsync("/desk");

        Assert.Contains("There are more than this page can show: it stops at 200 of each kind.", page.Words(), StringComparison.Ordinal);
        Assert.Contains("201", (await page.FollowAsync("Open cases")).Words(), StringComparison.Ordinal);
    }

    /// <summary>An old phone gets the first of each kind, in the board's order, and who came last; the rest is counted and one touch away, and "who looked" is told of those shown.</summary>
    [Fact]
    public async Task OfMany_TheFirstAndTheLastAreShown_TheRestIsOneTouchAway()
    {
        var group = await (await TestSite.OnAsync(EngineKind.Sqlite)).NewGroupAsync();
        var desk = await group.SignInAsync(Role.Facilitator);
        await group.Store.Write("ManyWait", Actor.CommandLine, async unit =>
        {
            for (var i = 0; i < 40; i++)
                await CaseWriter.OpenAsync(unit, (await PersonWriter.AddAsync(unit, new PersonDetails { GivenName = $"W{i:00}", Surname = "Waits" })).Id, unit.Clock.Today.AddDays(-i), null);
        });

        var page = await desk.GetAsync("/desk");

        Assert.Equal([.. Enumerable.Range(20, 20).Reverse().Concat([4, 3, 2, 1, 0]).Select(i => $"W{i:00} W.")], Names(page, "waiting"));
        Assert.Contains("Waiting for a first call (40)", page.Words(), StringComparison.Ordinal);
        Assert.Equal(BoardView.AtFirst, await ShownAsync());
        var all = await page.FollowAsync("Show all 40");
        Assert.Equal([.. Enumerable.Range(0, 40).Reverse().Select(i => $"W{i:00} W.")], Names(all, "waiting"));
        Assert.Equal(40, await ShownAsync());
        var live = all.Page.QuerySelector("[data-live]")!.GetAttribute("hx-get")!;
        Assert.EndsWith("/desk/rows?all=waiting", live, StringComparison.Ordinal);
        Assert.Contains("W10 W.", (await desk.GetAsync("/desk/rows?all=waiting")).Text, StringComparison.Ordinal);
        Assert.EndsWith("/desk?all=waiting", all.Page.QuerySelector("#refresh")!.GetAttribute("href"), StringComparison.Ordinal);
        Assert.Equal(BoardView.AtFirst, Names(await all.FollowAsync("Show the first 25"), "waiting").Count());
        Assert.Equal(BoardView.AtFirst, Names(await desk.GetAsync("/desk?all=nonsense"), "waiting").Count());

        async Task<int> ShownAsync()
        {
            await using var db = await group.Store.ReadAsync();
            return await db.Views.Where(v => v.Surface == "desk").SumAsync(v => v.Shown);
        }
    }

    [Fact]
    public async Task AnOpenBoard_IsOneLook_AndWhoComesOntoIt_IsWrittenDownThen()
    {
        var group = await (await TestSite.OnAsync(EngineKind.Sqlite)).NewGroupAsync();
        var desk = await group.SignInAsync(Role.Facilitator);
        await group.ReferAsync("Wanda", "Waits");
        await desk.GetAsync("/desk");
        await desk.GetAsync("/desk/rows");
        Assert.Equal([1], await ShownAsync());
        await group.ReferAsync("Walter", "Waits");
        var rows = await desk.GetAsync("/desk/rows");
        Assert.Contains("Walter", rows.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<html", rows.Text, StringComparison.Ordinal);
        Assert.Equal([1, 1], await ShownAsync());

        async Task<List<int>> ShownAsync()
        {
            await using var db = await group.Store.ReadAsync();
            return await db.Views.Where(v => v.Surface == "desk").Select(v => v.Shown).ToListAsync();
        }
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task TheBoard_ReadsNoTableFromEndToEnd(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var peer = await group.AddAccountAsync(Role.Peer);
        await group.SignOnAsync(atHome: false, ShiftState.Free, peer);
        await group.ReferAsync("Wanda", "Waits");
        var tried = await group.AddPersonAsync("Terry", "Tried");
        await group.LogContactAsync(tried, peer, ContactKind.NoAnswer, minutes: null);
        await group.PromiseAsync(tried, peer);
        await using var db = await group.Store.ReadAsync();

        var plans = await QueryPlans.OfAsync(() => new BoardReading(db, group.Store.Clock).ReadAsync());

        Assert.NotEmpty(plans);
        Assert.Empty(QueryPlans.Scans(plans, "person", "person_case", "contact", "referral", "promise", "peer_tie", "direction", "visit", "call_under_way", "shift", "shift_place", "spell", "person_account", "user_role"));
        var planted = await QueryPlans.OfAsync(() => db.Promises.Where(p => p.MadeAt == group.Store.Clock.Now).ToListAsync());
        Assert.NotEmpty(QueryPlans.Scans(planted, "promise"));
    }

    [Fact]
    public async Task Post_OurDesk_Nonsense_GivesTheWordsBack()
    {
        var group = await (await TestSite.OnAsync(EngineKind.Sqlite)).NewGroupAsync();
        var coordinator = await group.SignInAsync(Role.Coordinator);
        var page = await coordinator.GetAsync("/group/desk");
        var wrong = await page.SubmitFormAsync("#desk", ("ClimbMinutes", "soon"), ("NoKeyholder", "Harbour House, 01302 000000"));
        Assert.Equal(HttpStatusCode.BadRequest, wrong.Status);
        Assert.Equal("soon", wrong.Page.QuerySelector("[name=ClimbMinutes]")!.GetAttribute("value"));
        Assert.Equal(HttpStatusCode.OK, (await wrong.SubmitFormAsync("#desk", ("ClimbMinutes", "30"))).Status);
        Assert.Equal(HttpStatusCode.Conflict, (await page.SubmitFormAsync("#desk", ("ClimbMinutes", "20"))).Status);
        await using var db = await group.Store.ReadAsync();
        Assert.Equal((30, "Harbour House, 01302 000000"), ((await DeskSettings.ReadAsync(db)).ClimbMinutes, (await DeskSettings.ReadAsync(db)).NoKeyholder));
    }

    internal static IEnumerable<string> Names(Answer page, string part) => page.Page.QuerySelectorAll($"section[aria-labelledby={part}] .who > a:first-child").Select(e => e.TextContent);

    private static async Task<Person> SpokenAsync(TestGroup group, string name, User by)
    {
        var person = await group.AddPersonAsync(name, "Reed");
        await group.LogContactAsync(person, by);
        return person;
    }

    private static async Task LateAsync(TestGroup group, Person person, User peer)
    {
        await group.PromiseAsync(person, peer);
        await group.Store.Write("PromiseMovedBack", Actor.CommandLine, async unit => (await unit.Db.Promises.SingleAsync(p => p.PersonId == person.Id)).DueOn = group.Store.Clock.Today.AddDays(-1));
    }

    /// <summary>A register brought in from elsewhere may hold hundreds of open cases with no call noted: who was taken on today must not drown in them.</summary>
    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task OfMoreThanFit_WhoCameTodayStandsOnTheBoard(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var desk = await group.SignInAsync(Role.Facilitator);
        await group.Store.Write("ManyOfOld", Actor.CommandLine, async unit =>
        {
            for (var i = 0; i <= BoardReading.Most; i++)
                await CaseWriter.OpenAsync(unit, (await PersonWriter.AddAsync(unit, new PersonDetails { GivenName = "Olga", Surname = "Old" })).Id, unit.Clock.Today.AddYears(-2), null);
        });
        await group.AddPersonAsync("Nadia", "New");
        Assert.Contains("Nadia N.", (await desk.GetAsync("/desk")).Words("section[aria-labelledby=waiting]"), StringComparison.Ordinal);
    }
}
