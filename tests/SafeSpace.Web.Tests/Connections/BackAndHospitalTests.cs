using System.Globalization;
using System.Net;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core;
using SafeSpace.Core.Access;
using SafeSpace.Core.Connections;
using SafeSpace.Core.Connections.Hospital;
using SafeSpace.Core.Connections.PassingBack;
using SafeSpace.Core.Data;
using SafeSpace.Core.Desk.KeepingApart;
using SafeSpace.Core.FollowUp;
using SafeSpace.Core.Register.Died;
using SafeSpace.Core.Shared;
using SafeSpace.Testing;
using SafeSpace.Testing.Build;
using SafeSpace.Web.Tests.FollowUp;

namespace SafeSpace.Web.Tests.Connections;

public sealed class BackAndHospitalTests
{
    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task PassedBack_IsChasedUntilItIsClosed(EngineKind engine)
    {
        var site = await TestSite.NewAsync(engine, door => (door.TicketLifetime, door.TriesPerMinute) = (TimeSpan.FromDays(30), 1000));
        var group = await site.NewGroupAsync();
        site.GoTo(group, group.Store.Clock.Today.AddDays(1));
        var person = await group.AddPersonAsync("Mina", "Vale");
        var peer = await group.SignInAsync(Role.Peer);
        var form = await (await peer.GetAsync($"/people/{person.Reference}/doors")).FollowAsync("Pass back");
        var mistaken = await form.SubmitAsync(("What", "plantedworse hears voices again"), ("DueOn", "yesterday"));
        Assert.Equal(HttpStatusCode.BadRequest, mistaken.Status);
        Assert.Contains("plantedworse", mistaken.Page.QuerySelector("#What")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Please say who was told.", mistaken.Words("#error-summary"), StringComparison.Ordinal);
        var page = await mistaken.SubmitAsync(("Whom", "Crisis team, Ann"), ("Owes", "a visit"), ("DueOn", "today"), ("DueTime", "15:00"));
        await form.SubmitAsync(("What", "twice"), ("Whom", "x"), ("Owes", "y"), ("DueOn", "today"), ("DueTime", "15:00"));
        var row = await group.ReadAsync(db => db.PassedBack.SingleAsync());
        Assert.Equal(1, await group.ReadAsync(db => db.PassedBackTold.CountAsync()));
        var step = Assert.Single(await group.StepsAsync(row.Id));
        Assert.Equal(new TimeOnly(15, 0), TimeOnly.FromDateTime(group.Store.Clock.ToLocal(step.DueAt!.Value)));

        site.Folder.Clock.Advance(TimeSpan.FromHours(4));
        Assert.Contains("late: passed back: ask again today, 15:00", (await peer.GetAsync("/mine")).Words(), StringComparison.Ordinal);
        Assert.Contains("late", (await peer.GetAsync("/passed-back")).Words(".who.now"), StringComparison.Ordinal);
        page = await (await (await peer.GetAsync(page.Path)).FollowAsync("It came, or ask again")).PressAsync("I asked again", ("DueOn", "today"), ("DueTime", "20:00"));
        Assert.Contains("asked again 1 time", page.Words(), StringComparison.Ordinal);
        page = await (await page.FollowAsync("Somebody else was told")).SubmitAsync(("Whom", "Her doctor"), ("Owes", "a letter"), ("DueOn", "tomorrow"));
        Assert.Equal(20, group.Store.Clock.ToLocal(Assert.Single(await group.StepsAsync(row.Id)).DueAt!.Value).Hour);
        page = await (await page.FollowAsync("It came, or ask again")).PressAsync("It came", ("What", "They were there at seven."));
        Assert.Contains("They were there at seven.", page.Words(), StringComparison.Ordinal);
        Assert.Equal(group.Store.Clock.Today.AddDays(1), Assert.Single(await group.StepsAsync(row.Id)).DueOn);
        var close = await page.FollowAsync("It is closed");
        Assert.Contains("Something is still owed.", close.Words(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await close.SubmitAsync()).Status);
        page = await close.SubmitAsync(("HowItEnded", "On the ward now."));
        Assert.Empty(await group.StepsAsync(row.Id));
        Assert.DoesNotContain("Mina", (await peer.GetAsync("/passed-back")).Words(), StringComparison.Ordinal);
        await page.SubmitFormAsync("#open");
        Assert.Single(await group.StepsAsync(row.Id));
        Assert.DoesNotContain(site.Log.Lines, l => l.Contains("plantedworse", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task InHospital_FromAdmissionToHome_TurnsAreVisits_AndHoursAreThoseThatPassed(EngineKind engine)
    {
        var site = await TestSite.NewAsync(engine, door => (door.TicketLifetime, door.TriesPerMinute) = (TimeSpan.FromDays(900), 1000));
        var group = await site.NewGroupAsync();
        // The night on which the clock goes back lies between: 31 October 2027.
        site.GoTo(group, new DateOnly(2027, 10, 30), hour: 20);
        var person = await group.AddPersonAsync("Mina", "Vale");
        var (peer, other) = (await group.SignInAsync(Role.Peer), await group.SignInAsync(Role.Peer));
        var form = await (await peer.GetAsync($"/people/{person.Reference}/doors")).FollowAsync("They are in hospital");
        Assert.Equal(HttpStatusCode.BadRequest, (await form.SubmitAsync(("NextOn", "tomorrow"))).Status);
        var page = await form.SubmitAsync(("Where", "Infirmary, ward 4"), ("Since.Time", "19:00"), ("NextOn", "tomorrow"));
        var stay = await group.ReadAsync(db => db.HospitalStays.SingleAsync());
        var twice = await (await peer.GetAsync($"/people/{person.Reference}/hospital")).SubmitAsync(("Where", "again"), ("NextOn", "tomorrow"));
        Assert.Equal(HttpStatusCode.Conflict, twice.Status);
        Assert.Contains("nobody has a turn to visit", (await peer.GetAsync("/hospital")).Words(), StringComparison.Ordinal);

        page = await (await page.FollowAsync("Give a turn")).SubmitAsync(("NextOn", "tomorrow"), ("Keeper", other.Account!.Id.ToString()));
        page = await (await page.FollowAsync("Give a turn")).SubmitAsync(("NextOn", "2 11 2027"), ("Keeper", peer.Account!.Id.ToString()));
        page = await (await page.FollowAsync("Something to bring")).SubmitAsync(("What", "Her glasses"));
        Assert.Contains("Her glasses", page.Words(), StringComparison.Ordinal);
        Assert.Contains("visit tomorrow", (await other.GetAsync("/mine")).Words(), StringComparison.Ordinal);
        // The visit is logged, and the turn was kept.
        site.GoTo(group, new DateOnly(2027, 10, 31), hour: 15);
        await (await other.GetAsync($"/people/{person.Reference}/log")).SubmitAsync(("Kind", "MeetingElsewhere"));
        page = await peer.GetAsync($"/hospital/{stay.Id}");
        Assert.Contains("was there", page.Words(), StringComparison.Ordinal);
        Assert.Single(await group.StepsAsync(stay.Id));
        page = await (await page.FollowAsync("Change")).SubmitAsync(("WayHome", "Jo fetches her; milk and bread."));
        Assert.Contains("milk and bread", page.Words(), StringComparison.Ordinal);

        site.GoTo(group, new DateOnly(2027, 11, 1), hour: 10);
        var home = await (await peer.GetAsync($"/hospital/{stay.Id}")).FollowAsync("They are home again");
        Assert.Contains("This is before they came to hospital.", (await home.SubmitAsync(("At.Day", "29 10 2027"), ("At.Time", "10:00"))).Words("#error-summary"), StringComparison.Ordinal);
        page = await home.SubmitAsync(("How", "By taxi, with Jo."));
        // From 19:00 on Saturday to 10:00 on Monday the wall shows 39 hours; 40 passed.
        Assert.Contains("40 hours", page.Words(), StringComparison.Ordinal);
        Assert.Empty(await group.StepsAsync(stay.Id));
        Assert.Equal(PromiseState.Released, (await group.ReadAsync(db => db.Promises.SingleAsync(p => p.ForId == stay.Id && p.PeerId == peer.Account.UserId && p.Visit))).State);
        Assert.Contains("Her glasses", (await peer.GetAsync($"/people/{person.Reference}")).Words(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task ATurn_IsNotGivenToSomebodyWhoMustBeKeptApart(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var person = await group.AddPersonAsync("Mina", "Vale");
        var (desk, apart) = (await group.SignInAsync(Role.Facilitator), await group.AddAccountAsync(Role.Peer));
        await new KeepApartService(group.Store).SetAsync(Ids.New(), Party.Of(person.Id), Party.Of(apart.UserId), null, Actor.CommandLine);
        var stay = Ids.New();
        await new HospitalService(group.Store).AdmitAsync(stay, person.Id, "ward 4", group.Store.Clock.Now, new NextStep(group.Store.Clock.Today), Actor.CommandLine);
        var form = await desk.GetAsync($"/hospital/{stay}/turn");
        Assert.Null(form.Page.QuerySelector($"option[value='{apart.Id}']"));
        var refused = await form.SubmitAsync(("NextOn", "tomorrow"), ("Keeper", apart.Id.ToString()));
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains("Please choose somebody from the list", refused.Words("#error-summary"), StringComparison.Ordinal);
        Assert.False(await group.ReadAsync(db => db.Promises.AnyAsync(p => p.Visit)));
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task ADeath_StopsAllOfIt_AndTakenBackItStandsAsItStood(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var person = await group.AddPersonAsync();
        var (passed, stay) = (Ids.New(), Ids.New());
        var tomorrow = group.Store.Clock.Today.AddDays(1);
        await new PassingBackService(group.Store).PassAsync(passed, person.Id, "worse", new Told(Ids.New(), "team", "a visit", group.Store.Clock.Now.AddHours(3)), default, Actor.CommandLine);
        await new HospitalService(group.Store).AdmitAsync(stay, person.Id, "ward", group.Store.Clock.Now, new NextStep(tomorrow), Actor.CommandLine);
        var deaths = new DeathService(group.Store, House.DeathSteps);
        await deaths.SayAsync(person.Id, new DeathDetails(null, null), Actor.CommandLine);
        Assert.Equal(0, (await group.StepsAsync(passed)).Count + (await group.StepsAsync(stay)).Count);
        var peer = await group.SignInAsync(Role.Peer);
        Assert.DoesNotContain("ward", (await peer.GetAsync("/hospital")).Words(), StringComparison.Ordinal);
        await deaths.TakeBackAsync(person.Id, null, Actor.CommandLine);
        Assert.Equal(2, (await group.StepsAsync(passed)).Count + (await group.StepsAsync(stay)).Count);
        Assert.Contains("ward", (await peer.GetAsync("/hospital")).Words(), StringComparison.Ordinal);
    }
}
