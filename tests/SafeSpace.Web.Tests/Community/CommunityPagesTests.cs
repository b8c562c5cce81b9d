using System.Net;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Community;
using SafeSpace.Core.Data;
using SafeSpace.Core.Shared;
using SafeSpace.Core.SocialValue;
using SafeSpace.Testing;
using SafeSpace.Web.Tests.SocialValue;

namespace SafeSpace.Web.Tests.Community;

/// <summary>The page at the door, the sign-in book, the membership list, levels.</summary>
public sealed class CommunityPagesTests
{
    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Door_OneTapIsOneUse_ASecondIsTakenKindly_AndNoNameIsShown(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var (door, card) = await DoorAsync(group);
        var visitor = group.Visit();
        var page = await visitor.GetAsync(door);
        Assert.Equal(HttpStatusCode.OK, page.Status);

        var welcome = await page.SubmitFormAsync("#here", ("Card", card), ("Mine", "true"));
        Assert.Contains("Welcome. You are in.", welcome.Words(), StringComparison.Ordinal);
        Assert.DoesNotContain("Stone", welcome.Text, StringComparison.Ordinal);
        var phone = await visitor.GetAsync(door);
        Assert.Null(phone.Page.QuerySelector("[name=Card]"));
        var again = await phone.SubmitFormAsync("#here");
        Assert.Contains("You are in already. Good to see you.", again.Words(), StringComparison.Ordinal);
        Assert.NotNull((await (await visitor.GetAsync(door)).SubmitFormAsync("#forget")).Page.QuerySelector("[name=Card]"));

        var unknown = await page.SubmitFormAsync("#here", ("Card", "99999999"));
        Assert.Equal(HttpStatusCode.BadRequest, unknown.Status);
        Assert.Contains("We do not know this number.", unknown.Words(), StringComparison.Ordinal);

        await using var db = await group.Store.ReadAsync();
        var visit = await db.CentreSignIns.SingleAsync();
        Assert.Equal((SignInWay.Door, null, new DateOnly(2026, 3, 10)), (visit.Way, visit.Session, visit.Day));
        Assert.Equal("the door", (await db.Operations.SingleAsync(o => o.Kind == "SignedInAtTheDoor")).ByName);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Door_GuestsAreWelcome_WithAndWithoutAName_AndTwoTapsAreOneGuest(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var (door, _) = await DoorAsync(group);
        var page = await group.Visit().GetAsync(door);

        await page.SubmitFormAsync("#guest");
        var twice = await page.SubmitFormAsync("#guest");
        await (await group.Visit().GetAsync(door)).SubmitFormAsync("#guest", ("Name", "Kim"));
        await (await group.Visit().GetAsync(door)).SubmitFormAsync("#guest", ("Name", "Maria and her two children, " + new string('x', 80)));

        Assert.Contains("You are in already. Good to see you.", twice.Words(), StringComparison.Ordinal);
        await using var db = await group.Store.ReadAsync();
        Assert.Equal([null, "Kim", ("Maria and her two children, " + new string('x', 80))[..80]], (await db.CentreSignIns.OrderBy(s => s.Id).Select(s => s.Name).ToListAsync()).Order());
    }

    [Fact]
    public async Task Door_SomebodyWhoShouldNotMeetSomebodyHere_IsInAndAskedToWait()
    {
        await using var stores = await TestStores.OpenAsync(EngineKind.Sqlite);
        var store = await stores.NewGroupAsync();
        var apart = new DoorService(store, (_, _, _) => Task.FromResult(true));
        var secret = await apart.OpenDoorAsync("Front door", null, Actor.System);
        var person = (await store.Write("PersonAdded", Actor.System, unit => Core.Register.PersonWriter.AddAsync(unit, new Core.Register.PersonDetails { GivenName = "Lee" }))).Id;
        await store.Write("MemberJoined", Actor.System, unit =>
        {
            unit.Db.Members.Add(new Member { Id = Ids.New(), Number = "1", Name = "Lee", NameKey = "lee", Network = "registered", JoinedOn = new(2026, 1, 1), Card = "00007", PersonId = person });
            return Task.CompletedTask;
        });
        await using var db = await store.ReadAsync();

        var said = await apart.SignInAsync((await DoorService.FindAsync(db, secret))!, "00007");

        Assert.Equal(AtTheDoor.PleaseWait, said);
        Assert.True((await db.CentreSignIns.SingleAsync()).AskedToWait);
    }

    [Fact]
    public async Task Door_ThatWasEnded_OpensNothing_AndTheAddressIsShownOnce()
    {
        var group = await (await TestSite.OnAsync(EngineKind.Sqlite)).NewGroupAsync();
        var coordinator = await group.SignInAsync(Role.Coordinator);
        var made = await (await coordinator.GetAsync("/centre/doors")).SubmitFormAsync("#door", ("Label", "Front door"));
        var address = new Uri(made.Page.QuerySelector(".know a")!.GetAttribute("href")!).AbsolutePath;
        Assert.Equal(HttpStatusCode.OK, (await group.Visit().GetAsync(address)).Status);
        var list = await coordinator.GetAsync("/centre/doors");
        Assert.DoesNotContain("/door/", list.Text, StringComparison.Ordinal);

        await list.PressAsync("End it: Front door");

        var gone = await group.Visit().GetAsync(address);
        Assert.Equal(HttpStatusCode.Gone, gone.Status);
        Assert.Contains("This page is not used any more", gone.Words(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Sheet_IsTypedIn_DecidedLater_AndTakenBack(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var coordinator = await group.SignInAsync(Role.Coordinator);
        var typed = await (await coordinator.GetAsync("/centre?day=2026-03-09")).SubmitFormAsync("#sheet", ("Sheet", "9:10 Aisha Stone, half day\r\n9.45 Ben Todd\r\nLee Jay, Day"));
        Assert.Contains("09:10 Aisha Stone", typed.Rows(), StringComparison.Ordinal);

        var twice = await typed.SubmitFormAsync("#sheet", ("Sheet", "10:00 Mo Vale\n9:45 ben  todd"));
        Assert.Equal(HttpStatusCode.BadRequest, twice.Status);
        Assert.Contains("Line 2: ben todd signed in within a minute of this already.", twice.Words(), StringComparison.Ordinal);
        Assert.Contains("10:00 Mo Vale", twice.Page.QuerySelector("#sheet textarea")!.TextContent, StringComparison.Ordinal);
        var wrong = await typed.SubmitFormAsync("#sheet", ("Sheet", "Mo Vale\n9:99 Sue, forever"));
        Assert.Contains("Line 2: write it like", wrong.Words(), StringComparison.Ordinal);

        await (await coordinator.GetAsync("/centre?day=2026-03-09")).PressAsync("The rest: Day");
        foreach (var end in new[] { "9999-12-31", "0001-01-01" })
            Assert.NotEqual(HttpStatusCode.InternalServerError, (await coordinator.GetAsync("/centre?day=" + end)).Status);
        var decided = await coordinator.GetAsync("/centre?day=2026-03-09");
        await decided.PressAsync("This was a mistake: Lee Jay");
        await using var db = await group.Store.ReadAsync();
        Assert.Equal(["day", "half_day"], (await db.CentreSignIns.Where(s => s.TakenBackAt == null).Select(s => s.Session!).ToListAsync()).Order());
        Assert.Equal(3, await db.CentreSignIns.CountAsync());
        Assert.Empty(await BookRecount.RunAsync(db));
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Members_JoinAndLeave_AndTheLoserOfTwoEditorsSeesBoth(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var coordinator = await group.SignInAsync(Role.Coordinator);
        var list = await (await coordinator.GetAsync("/members/new")).SubmitFormAsync("#member", ("Number", "M0007"), ("Name", "Nia Stone"), ("Network", "registered"), ("JoinedOn", "7 10 2015"));
        Assert.Contains("M0007 Nia Stone Registered 7 Oct 2015 with us", list.Rows(), StringComparison.Ordinal);
        Assert.Equal("M0008", (await coordinator.GetAsync("/members/new")).Page.QuerySelector("[name=Number]")!.GetAttribute("value"));
        var address = list.Page.QuerySelector("table a")!.GetAttribute("href")!;
        var (first, second) = (await coordinator.GetAsync(address), await coordinator.GetAsync(address));
        var early = await first.SubmitFormAsync("#member", ("LeftOn", "1 10 2015"));
        Assert.Contains("They cannot leave before they joined.", early.Words(), StringComparison.Ordinal);
        await first.SubmitFormAsync("#member", ("LeftOn", "1 2 2026"));

        var late = await second.SubmitFormAsync("#member", ("Name", "Nia Stone-Bell"));
        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Equal("Nia Stone-Bell", late.Page.QuerySelector("[name=Name]")!.GetAttribute("value"));
        await using (var db = await group.Store.ReadAsync())
            Assert.Equal(new DateOnly(2026, 2, 1), (await db.Members.SingleAsync()).LeftOn);
        var card = await (await coordinator.GetAsync(address)).SubmitFormAsync("#give-card");
        Assert.Matches(@"\d{5}", card.Words(".figure"));
        Assert.Contains("Nia Stone", (await coordinator.GetAsync("/members?q=nia")).Rows(), StringComparison.Ordinal);
        Assert.Null((await coordinator.GetAsync("/members?q=zed")).Page.QuerySelector("table"));
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Levels_SetInOneMonth_AreCarriedForwardToTheNext(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var coordinator = await group.SignInAsync(Role.Coordinator);
        await (await coordinator.GetAsync("/members/levels?month=2026-01")).SubmitFormAsync("#level", ("Name", "Mo Vale"), ("Level", "level_1"));

        var march = await coordinator.GetAsync("/members/levels?month=2026-03");
        Assert.Contains("Carried forward from January 2026.", march.Words(), StringComparison.Ordinal);
        var changed = await march.SubmitFormAsync("#level", ("Name", "mo vale"), ("Level", "level_3"));
        Assert.Contains("Mo Vale Level 3", changed.Rows(), StringComparison.Ordinal);
        Assert.Contains("Mo Vale Level 1", (await coordinator.GetAsync("/members/levels?month=2026-02")).Rows(), StringComparison.Ordinal);
        await changed.PressAsync("Not active this month: Mo Vale");
        Assert.Null((await coordinator.GetAsync("/members/levels?month=2026-03")).Page.QuerySelector("table"));
        Assert.Contains("Choose a level.", (await march.SubmitFormAsync("#level", ("Name", "Lee Hope"))).Words(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Role.Peer)]
    [InlineData(Role.Supervisor)]
    [InlineData(Role.Steering)]
    public async Task Books_AreTheCoordinators(Role role)
    {
        var group = await (await TestSite.OnAsync(EngineKind.Sqlite)).NewGroupAsync();
        var visitor = await group.SignInAsync(role);
        foreach (var page in new[] { "/members", "/members/levels", "/centre", "/centre/doors", "/value/crises", "/value/rates", "/value/income", "/value/months", "/value/support" })
            Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync(page)).Status);
    }

    private static async Task<(string Door, string Card)> DoorAsync(TestGroup group)
    {
        var secret = await new DoorService(group.Store, (_, _, _) => Task.FromResult(false)).OpenDoorAsync("Front door", null, Actor.System);
        var member = new Member { Id = Ids.New(), Number = "M1", Name = "Nia Stone", NameKey = "nia stone", Network = "registered", JoinedOn = new(2026, 1, 1) };
        var members = new MemberService(group.Store, ClosedMonths.IsClosedAsync);
        await members.AddAsync(member, Actor.System);
        return ($"/door/{secret}", (await members.GiveCardAsync(member.Id, Actor.System))!);
    }
}
