using System.Net;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Desk.Directing;
using SafeSpace.Core.Diary;
using SafeSpace.Core.FollowUp;
using SafeSpace.Core.Peers;
using SafeSpace.Core.Referrals;
using SafeSpace.Core.Register;
using SafeSpace.Core.Register.Died;
using SafeSpace.Core.Shared;
using SafeSpace.Testing;
using SafeSpace.Testing.Build;
using SafeSpace.Web.Tests.Diary;

namespace SafeSpace.Web.Tests.Register;

/// <summary>Somebody has died: one confirmed act stops everything; a mistake gives everything back.</summary>
public sealed partial class DiedTests
{
    private const string Given = "Marguerite", Surname = "Ashworthy";

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Post_WithoutBeingSure_StopsNothing_AndKeepsTheWords(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var person = await group.AddPersonAsync(Given, Surname);
        var facilitator = await group.SignInAsync(Role.Facilitator);
        var unsure = await (await facilitator.GetAsync($"/people/{person.Reference}/died")).SubmitAsync(("Words", "Her sister rang."));
        Assert.Equal(HttpStatusCode.BadRequest, unsure.Status);
        Assert.Equal("Her sister rang.", unsure.Page.QuerySelector("textarea")!.TextContent.Trim());
        await using var db = await group.Store.ReadAsync();
        Assert.Null((await db.People.SingleAsync()).DiedAt);
        Assert.Empty(await db.Deaths.ToListAsync());
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Post_Sure_TakesThemOffEveryList_AndAMistakePutsThemBack(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var team = await StoryAsync(group);
        var before = await ListsAsync(group, team);
        Assert.All(before, list => Assert.True(list.Value, $"{list.Key} does not show them while they live, so it proves nothing"));

        await SayAsync(team);

        Assert.All(await ListsAsync(group, team), list => Assert.False(list.Value, $"{list.Key} still shows somebody who has died"));
        var quiet = await team.Facilitator.GetAsync($"/people/{team.Person.Reference}");
        Assert.Contains("We were told that they have died", quiet.Words(), StringComparison.Ordinal);
        Assert.Empty(quiet.Page.QuerySelectorAll("main a[href^='tel:'], main a[href$='/log'], main a[href*='/refer?'], main a[href*='/desk/give']"));
        Assert.Contains("has died", (await team.Facilitator.GetAsync("/register?q=" + Surname)).Words(), StringComparison.Ordinal);

        var undone = await (await team.Facilitator.GetAsync($"/people/{team.Person.Reference}/died")).SubmitFormAsync("#undo", ("Why", "Another Marguerite"));
        Assert.Equal(HttpStatusCode.OK, undone.Status);
        Assert.All(await ListsAsync(group, team), list => Assert.True(list.Value, $"{list.Key} did not come back"));
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Mistake_EveryStoppedRowStandsExactlyAsItStood_AndWhatHadEndedBeforeStaysEnded(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var team = await StoryAsync(group);
        var ended = await group.PromiseAsync(team.Person, team.Peer.Account, inDays: 5);
        await new PromiseService(group.Store).ReleaseAsync(ended.Id, ended.Version, "rang already", Actor.CommandLine);
        var before = await RowsAsync(group, team.Person);

        await SayAsync(team);
        var stopped = await RowsAsync(group, team.Person);
        Assert.DoesNotContain(stopped, r => r.StartsWith("promise Open", StringComparison.Ordinal) || r is "tie open" or "account open" or "invitation True" or "task Open True" or "rhythm 7 True" or "reminder PromiseDue goes" || r.StartsWith("case Open", StringComparison.Ordinal));
        await new DeathService(group.Store, House.DeathSteps).TakeBackAsync(team.Person.Id, null, Actor.CommandLine);

        Assert.Equal(2, before.Count(r => r == "reminder PromiseDue goes"));
        Assert.Contains("rhythm 7 True", before);
        Assert.Equal(before, await RowsAsync(group, team.Person));
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task AfterIt_NothingNewCanBePromisedClaimedOrReferred_ButACallCanStillBeWrittenDown(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var team = await StoryAsync(group);
        await SayAsync(team);
        var by = Actor.CommandLine;
        Assert.Equal(PromiseChange.NoSuchPerson, await new PromiseService(group.Store).MakeAsync(team.Person.Id, null, new PromiseDetails(group.Store.Clock.Today), by));
        Assert.Equal(TieChange.NoSuchPerson, await new TieService(group.Store).TieAsync(team.Person.Id, team.Peer.Account!.UserId, TieKind.Claimed, by));
        Assert.Null(await group.ReferAsync(new ReferralDetails { Channel = Channel.Phone, Known = team.Person.Id, Person = new PersonDetails(), Team = "crisis_team" }));
        Assert.Equal(CaseMove.Died, await new ClosingService(group.Store).UndoAsync(team.Person.Id, by, null));
        var logged = await new LogService(group.Store).LogAsync(
            new ContactDetails { PersonId = team.Person.Id, Kind = ContactKind.CallIn, PeerId = team.Peer.Account!.UserId }, by, next: new PromiseDetails(group.Store.Clock.Today.AddDays(1)));
        Assert.Equal(LogResult.Logged, logged.Result);
        await using var db = await group.Store.ReadAsync();
        Assert.DoesNotContain(await db.Promises.ToListAsync(), p => p.State == PromiseState.Open);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task EachPeerWhoKnewThem_GetsAKindWord_OthersNothing_AndOnlyWhoReadItHearsOfTheMistake(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var team = await StoryAsync(group);
        var stranger = await group.SignInAsync(Role.Peer);
        await SayAsync(team);

        Assert.Contains("There is news for you", (await team.Peer.GetAsync("/")).Words(), StringComparison.Ordinal);
        Assert.DoesNotContain(Given, (await team.Peer.GetAsync("/")).Words(), StringComparison.Ordinal);
        Assert.DoesNotContain("There is news for you", (await stranger.GetAsync("/")).Words(), StringComparison.Ordinal);
        var news = await team.Peer.GetAsync("/sad-news");
        Assert.Contains("Marguerite A. has died", news.Words(), StringComparison.Ordinal);
        Assert.DoesNotContain(Given, (await stranger.GetAsync("/sad-news")).Words(), StringComparison.Ordinal);
        Assert.DoesNotContain(Given, (await news.SubmitAsync()).Words(), StringComparison.Ordinal);

        await new DeathService(group.Store, House.DeathSteps).TakeBackAsync(team.Person.Id, null, Actor.CommandLine);
        Assert.Contains("Marguerite A. is alive", (await team.Peer.GetAsync("/sad-news")).Words(), StringComparison.Ordinal);
        Assert.DoesNotContain(Given, (await team.Facilitator.GetAsync("/sad-news")).Words(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Told_WhoAndByWhomAndWhen_IsNotedOnce_Sealed(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var team = await StoryAsync(group);
        await SayAsync(team);
        var page = await team.Facilitator.GetAsync($"/people/{team.Person.Reference}/died");
        Assert.Equal(HttpStatusCode.BadRequest, (await page.SubmitFormAsync("#tell", ("Whom", " "))).Status);
        var told = await page.SubmitFormAsync("#tell", ("Whom", "her sister Ruth"), ("ToldBy", "Maureen"));
        await page.SubmitFormAsync("#tell", ("Whom", "her sister Ruth"), ("ToldBy", "Maureen"));
        Assert.Contains("her sister Ruth, by Maureen", told.Words(), StringComparison.Ordinal);
        await using var db = await group.Store.ReadAsync();
        Assert.Equal(team.Person.Id.Value, (await db.DeathsTold.SingleAsync()).Whom!.Value.KeyId);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Figures_OfBefore_Stand(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var team = await StoryAsync(group);
        await SayAsync(team);
        var today = group.Store.Clock.Today;
        var month = new Month(today.Year, today.Month);
        await using var db = await group.Store.ReadAsync();
        var report = await Core.Reports.Monitoring.MonitoringReport.WorkAsync(db, group.Store.Clock, month, month, today);
        Assert.Equal((1, 1, 1), (report.People, report.Referrals, report.Calls));
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task TheWallAroundAColleaguesOwnRecord_StandsInDeathToo(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var person = await group.AddPersonAsync(Given, Surname);
        var colleague = await group.AddAccountAsync(Role.Peer);
        await group.Store.Write("OneOfUs", Actor.CommandLine, unit =>
        {
            unit.Db.PersonAccounts.Add(new PersonAccount { Id = Ids.New(), PersonId = person.Id, UserId = colleague.UserId, From = unit.Now });
            return Task.CompletedTask;
        });
        var facilitator = await group.SignInAsync(Role.Facilitator);
        Assert.Equal(HttpStatusCode.NotFound, (await facilitator.GetAsync($"/people/{person.Reference}")).Status);
        await new DeathService(group.Store, House.DeathSteps).SayAsync(person.Id, new DeathDetails(null, null), Actor.CommandLine);
        Assert.Equal(HttpStatusCode.NotFound, (await facilitator.GetAsync($"/people/{person.Reference}")).Status);
    }

    [Fact]
    public async Task APeer_MayNotSayIt()
    {
        var group = await (await TestSite.OnAsync(EngineKind.Sqlite)).NewGroupAsync();
        var person = await group.AddPersonAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await (await group.SignInAsync(Role.Peer)).GetAsync($"/people/{person.Reference}/died")).Status);
    }

    private sealed record Team(Person Person, Visitor Peer, Visitor Facilitator, Visitor Referrer);

    /// <summary>Somebody on every list there is: referred and waiting, claimed, promised, spoken with, alike somebody else, with a page of their own.</summary>
    private static async Task<Team> StoryAsync(TestGroup group)
    {
        var (peer, facilitator, referrer) = (await group.SignInAsync(Role.Peer), await group.SignInAsync(Role.Facilitator, Role.Peer), await group.SignInAsync(Role.Referrer));
        var referred = (await group.ReferAsync(new ReferralDetails
        {
            Channel = Channel.Form,
            Person = new PersonDetails { GivenName = Given, Surname = Surname, Phones = [new PhoneDetails("07700 900 611")] },
            Team = "crisis_team",
            ReferrerId = referrer.Account!.UserId,
        }))!;
        await using var db = await group.Store.ReadAsync();
        var person = await db.People.AsNoTracking().SingleAsync(p => p.Id == referred.Person);
        await group.TieAsync(person, peer.Account!);
        await group.PromiseAsync(person, peer.Account);
        await group.LogContactAsync(person, peer.Account!);
        var member = await group.AddAccountAsync(Role.Member);
        var given = Ids.New();
        var promised = await db.Promises.Where(p => p.PersonId == person.Id).Select(p => p.Id).ToListAsync();
        await group.Store.Write("PersonInvited", Actor.CommandLine, unit =>
        {
            unit.Db.PersonAccounts.Add(new PersonAccount { Id = Ids.New(), PersonId = person.Id, UserId = member.UserId, From = unit.Now });
            unit.Db.SupportTasks.Add(new SupportTask { Id = Ids.New(), PersonId = person.Id, MadeAt = unit.Now });
            unit.Db.OwnPageInvitations.Add(new OwnPageInvitation { Id = Ids.New(), PersonId = person.Id, UserId = member.UserId, At = unit.Now });
            unit.Db.Directions.Add(new Direction { Id = given, PersonId = person.Id, PeerId = peer.Account!.UserId, State = DirectionState.Given, GivenAt = unit.Now });
            foreach (var about in promised.Append(given))
                unit.Db.Reminders.Add(new Reminder { Id = Ids.New(), UserId = peer.Account!.UserId, Kind = ReminderKind.PromiseDue, AboutId = about, MadeAt = unit.Now, NextTryAt = unit.Now, GoodUntil = unit.Now.AddHours(2) });
            return Task.CompletedTask;
        });
        await new RhythmService(group.Store).AgreeAsync(person.Id, 7, "Sundays, after church", null, Actor.CommandLine);
        await group.AddPersonAsync(new PersonDetails { GivenName = Given, Surname = Surname, Phones = [new PhoneDetails("07700 900 611")] }, open: false);
        return new Team(person, peer, facilitator, referrer);
    }

    private static async Task SayAsync(Team team)
    {
        var said = await (await team.Facilitator.GetAsync($"/people/{team.Person.Reference}/died")).SubmitAsync(("Sure", "True"), ("Words", "Her sister rang at nine."));
        Assert.Contains("things were stopped", said.Words(), StringComparison.Ordinal);
    }

    /// <summary>Every list, and whether they stand on it.</summary>
    private static async Task<Dictionary<string, bool>> ListsAsync(TestGroup group, Team team)
    {
        var reference = team.Person.Reference;
        var program = await group.ProgramAsync(Role.Facilitator);
        await using var db = await group.Store.ReadAsync();
        var promise = await db.Promises.AsNoTracking().Where(p => p.PersonId == team.Person.Id).Select(p => p.Id).FirstAsync();
        async Task<bool> Page(Visitor who, string path, string? words = null) => (await who.GetAsync(path)) is { Status: HttpStatusCode.OK } page && page.Text.Contains(words ?? reference, StringComparison.OrdinalIgnoreCase);
        async Task<bool> Api(string path) => (await program.GetAsync(path)).Text.Contains(reference, StringComparison.Ordinal);
        var printed = await (await team.Facilitator.GetAsync("/night-sheet")).SubmitFormAsync("#print");
        return new Dictionary<string, bool>
        {
            ["my people"] = await Page(team.Peer, "/mine"),
            ["the peer's calendar"] = (await group.Visit().GetAsync($"/calendar/{await new CalendarLinks(group.Store).MakeAsync(team.Peer.Account!.UserId, Actor.CommandLine)}.ics")).Text.Contains("A call is promised", StringComparison.Ordinal),
            ["what goes out as a reminder"] = await GoesOutAsync(db),
            ["what the desk gave them"] = await Page(team.Peer, "/yours"),
            ["the board"] = await Page(team.Facilitator, "/desk"),
            ["whom to log for"] = await Page(team.Peer, "/log?q=" + Surname),
            ["waiting referrals"] = await Page(team.Facilitator, "/referrals"),
            ["open cases of the register"] = await Page(team.Facilitator, "/register?state=open"),
            ["not contacted or open by team"] = await Page(team.Facilitator, "/register?team=crisis_team"),
            ["probable duplicates"] = await Page(team.Facilitator, "/duplicates"),
            ["the promise's page"] = (await team.Peer.GetAsync($"/promises/{promise}")).Status == HttpStatusCode.OK,
            ["the night sheet"] = printed.Text.Contains(reference, StringComparison.Ordinal),
            ["a handover's first draft"] = await Page(team.Facilitator, "/handover/write"),
            ["since I was last here"] = await Page(team.Facilitator, "/since"),
            ["the interface: cases"] = await Api("/cases?state=open"),
            ["the interface: desk"] = await Api("/desk"),
            ["the interface: people"] = await Api("/people?q=" + Surname),
            ["the interface: one person"] = (await program.GetAsync("/people/" + reference)).Status == HttpStatusCode.OK,
            ["choosing them for a referral"] = (await team.Facilitator.GetAsync("/refer?q=" + Surname)).Text.Contains($"this:{reference}", StringComparison.Ordinal),
            ["their own page's link"] = await db.PersonAccounts.AnyAsync(a => a.PersonId == team.Person.Id && a.Until == null),
        };
    }

    /// <summary>Of what was put down to be sent, something is still to go.</summary>
    private static Task<bool> GoesOutAsync(GroupDb db) => db.Reminders.AnyAsync(r => r.SentAt == null && r.LetBeAt == null);

    private static async Task<List<string>> RowsAsync(TestGroup group, Person person)
    {
        await using var db = await group.Store.ReadAsync();
        var rows = new List<string>();
        rows.AddRange((await db.Promises.AsNoTracking().Where(p => p.PersonId == person.Id).ToListAsync()).Select(p => $"promise {p.State} {p.DueOn} {p.DueAt} {p.EndedAt is null} {p.PeerId} {p.Words is null}"));
        rows.AddRange((await db.PeerTies.AsNoTracking().Where(t => t.PersonId == person.Id).ToListAsync()).Select(t => t.Until is null ? "tie open" : "tie ended"));
        rows.AddRange((await db.Directions.AsNoTracking().Where(d => d.PersonId == person.Id).ToListAsync()).Select(d => $"direction {d.State} {d.EndedAt is null}"));
        rows.AddRange((await db.SupportTasks.AsNoTracking().Where(t => t.PersonId == person.Id).ToListAsync()).Select(t => $"task {t.State} {t.EndedAt is null}"));
        rows.AddRange((await db.OwnPageInvitations.AsNoTracking().Where(i => i.PersonId == person.Id).ToListAsync()).Select(i => $"invitation {i.EndedAt is null}"));
        rows.AddRange((await db.Rhythms.AsNoTracking().Where(r => r.PersonId == person.Id).ToListAsync()).Select(r => $"rhythm {r.EveryDays} {r.EndedAt is null}"));
        rows.AddRange((await db.Reminders.AsNoTracking().ToListAsync()).Select(r => $"reminder {r.Kind} {(r.LetBeAt is null ? "goes" : "is let be")}"));
        rows.AddRange((await db.PersonAccounts.AsNoTracking().Where(a => a.PersonId == person.Id).ToListAsync()).Select(a => a.Until is null ? "account open" : "account ended"));
        rows.AddRange((await db.Cases.AsNoTracking().Where(c => c.PersonId == person.Id).ToListAsync()).Select(c => $"case {c.State} {c.OpenedOn} {c.FirstAnsweredAt}"));
        rows.AddRange((await db.Spells.AsNoTracking().Where(s => s.PersonId == person.Id).ToListAsync()).Select(s => $"spell {s.OpenedOn} {s.SteppedDownOn} {s.ClosedOn} {s.CloseReason}"));
        rows.AddRange((await db.Referrals.AsNoTracking().Where(r => r.PersonId == person.Id).ToListAsync()).Select(r => $"referral {r.Outcome} {r.Kind}"));
        rows.Sort(StringComparer.Ordinal);
        return rows;
    }
}
