using System.Net;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Connections;
using SafeSpace.Core.Connections.Asking;
using SafeSpace.Core.Data;
using SafeSpace.Core.Shared;
using SafeSpace.Testing;
using SafeSpace.Testing.Build;
using SafeSpace.Web.Tests.FollowUp;

namespace SafeSpace.Web.Tests.Connections;

/// <summary>What was ended, met or noted by mistake goes on, and no figure keeps the mistake.</summary>
public sealed class MistakesAtDoorsTests
{
    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task WhoStoppedWaiting_AfterTheirDay_IsCountedAsLate_AndBeforeItIsNot(EngineKind engine)
    {
        var site = await TestSite.NewAsync(engine, door => (door.TicketLifetime, door.TriesPerMinute) = (TimeSpan.FromDays(900), 1000));
        var group = await site.NewGroupAsync();
        site.GoTo(group, new DateOnly(2027, 2, 1)); // a Monday: a slot by Wednesday
        var (early, late) = (await group.ConnectAsync(await group.AddPersonAsync("Mina", "Vale"), kind: Connection.Counselling), await group.ConnectAsync(await group.AddPersonAsync("Otto", "Berg"), kind: Connection.Counselling));
        var supervisor = await group.SignInAsync(Role.Supervisor);
        site.GoTo(group, new DateOnly(2027, 2, 3));
        await (await supervisor.GetAsync($"/connections/{early.Id}/end")).SubmitAsync(("Outcome", "own_wish"));
        site.GoTo(group, new DateOnly(2027, 2, 5));
        await (await supervisor.GetAsync($"/connections/{late.Id}/end")).SubmitAsync(("Outcome", "own_wish"));

        var page = await supervisor.GetAsync("/counselling");

        var month = page.Page.QuerySelectorAll("table tbody tr").Single(r => r.QuerySelector("time")?.GetAttribute("datetime") == "2027-02");
        Assert.Equal(["2", "0", "1", "0", "–"], month.QuerySelectorAll("td").Select(c => c.TextContent.Trim()));
        Assert.Contains("not offered, so nobody said why: 1", page.Words(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task AnAppointmentSaidWrongly_IsSaidAgain_AndTheFirstOneIsWhatWas(EngineKind engine)
    {
        var site = await TestSite.NewAsync(engine, door => (door.TicketLifetime, door.TriesPerMinute) = (TimeSpan.FromDays(900), 1000));
        var group = await site.NewGroupAsync();
        site.GoTo(group, new DateOnly(2027, 2, 1));
        var connection = await group.ConnectAsync(await group.AddPersonAsync("Mina", "Vale"));
        var peer = await group.SignInAsync(Role.Peer);
        await (await peer.GetAsync($"/connections/{connection.Id}/appointment")).SubmitAsync(("On", "3 2 2027"), ("Time", "10:00"));
        site.GoTo(group, new DateOnly(2027, 2, 4));
        var page = await (await (await peer.GetAsync($"/connections/{connection.Id}")).FollowAsync("How was it?")).SubmitAsync(("How", "Kept"), ("NextOn", "tomorrow"));
        Assert.Equal(new DateOnly(2027, 2, 3), (await group.ConnectionAsync(connection.Id)).FirstKeptOn);

        var again = await page.FollowAsync("Was that a mistake?");
        Assert.Contains("said before: they were there", again.Words(), StringComparison.Ordinal);
        page = await again.SubmitAsync(("How", "Missed"), ("NextOn", "tomorrow"));

        Assert.Contains("they were not there", page.Words(), StringComparison.Ordinal);
        Assert.Null((await group.ConnectionAsync(connection.Id)).FirstKeptOn);
        Assert.Single(await group.StepsAsync(connection.Id));
        // Two who say it at once: the second is told.
        Assert.Equal(HttpStatusCode.Conflict, (await again.SubmitAsync(("How", "GivenBack"), ("NextOn", "tomorrow"))).Status);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task NotHomeAfterAll_TheStayGoesOn(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var person = await group.AddPersonAsync("Mina", "Vale");
        var peer = await group.SignInAsync(Role.Peer);
        var page = await (await peer.GetAsync($"/people/{person.Reference}/hospital")).SubmitAsync(("Where", "Infirmary"), ("NextOn", "tomorrow"));
        page = await (await page.FollowAsync("They are home again")).SubmitAsync(("How", "by taxi"));
        Assert.DoesNotContain("Mina", (await peer.GetAsync("/hospital")).Words(), StringComparison.Ordinal);
        var again = await page.FollowAsync("Not home after all");
        Assert.Equal(HttpStatusCode.BadRequest, (await again.SubmitAsync()).Status); // without a next day nothing goes on

        page = await again.SubmitAsync(("NextOn", "tomorrow"));

        var stay = await group.ReadAsync(db => db.HospitalStays.SingleAsync());
        Assert.Null(stay.HomeAt);
        Assert.Single(await group.StepsAsync(stay.Id));
        Assert.DoesNotContain("by taxi", page.Words(), StringComparison.Ordinal);
        Assert.Contains("Mina", (await peer.GetAsync("/hospital")).Words(), StringComparison.Ordinal);
        // Somebody is in one hospital at a time.
        await (await page.FollowAsync("They are home again")).SubmitAsync();
        await (await peer.GetAsync($"/people/{person.Reference}/hospital")).SubmitAsync(("Where", "another"), ("NextOn", "tomorrow"));
        Assert.Equal(HttpStatusCode.Conflict, (await (await peer.GetAsync($"/hospital/{stay.Id}/again")).SubmitAsync(("NextOn", "tomorrow"))).Status);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task ACauseGoesOnAfterAll_AndADeadlineIsNotMet_OrWasNone(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var person = await group.AddPersonAsync("Mina", "Vale");
        var peer = await group.SignInAsync(Role.Peer);
        var page = await (await peer.GetAsync($"/people/{person.Reference}/advocacy")).SubmitAsync(("What", "her appeal"), ("NextOn", "tomorrow"));
        var here = page.Path;
        var cause = await group.ReadAsync(db => db.Causes.SingleAsync());
        await (await page.FollowAsync("Add a deadline")).SubmitAsync(("What", "the form"), ("By", "tomorrow"));
        page = await (await (await peer.GetAsync(here)).FollowAsync("Add a deadline")).SubmitAsync(("What", "the wrong one"), ("By", "today"));
        await page.PressAsync("There is no such deadline: the wrong one");
        Assert.DoesNotContain("the wrong one", (await peer.GetAsync(here)).Words(), StringComparison.Ordinal);
        await (await peer.GetAsync(here)).PressAsync("It is in: the form");
        Assert.Contains("no deadline", (await peer.GetAsync("/advocacy")).Words(), StringComparison.Ordinal);
        page = await (await peer.GetAsync(here)).PressAsync("Not in after all: the form");
        Assert.DoesNotContain("met on", page.Words(), StringComparison.Ordinal);

        page = await (await page.FollowAsync("It has ended")).SubmitAsync(("Outcome", "won"), ("Worth", "1240.50"), ("WorthWords", "I sleep again."));
        Assert.Empty(await group.StepsAsync(cause.Id));
        page = await (await page.FollowAsync("It goes on after all")).SubmitAsync(("NextOn", "tomorrow"));

        Assert.DoesNotContain("1,240.50", page.Words(), StringComparison.Ordinal);
        Assert.Equal((null, null), await group.ReadAsync(async db => (await db.Causes.SingleAsync()) is var row ? (row.WorthPence, row.Outcome) : default));
        Assert.Single(await group.StepsAsync(cause.Id));
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task AnAskThatNobodyCould_GoesOnAfterAll_AndIsNoUnmetNeedAnyMore(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var person = await group.AddPersonAsync("Mina", "Vale");
        var (peer, desk) = (await group.SignInAsync(Role.Peer), await group.SignInAsync(Role.Facilitator));
        await (await peer.GetAsync($"/people/{person.Reference}/ask")).SubmitAsync(("What", "somebody to come with me"), ("NextOn", "tomorrow"));
        var ask = await group.ReadAsync(db => db.Asks.SingleAsync());
        await (await peer.GetAsync($"/asks/{ask.Id}")).PressAsync("Nobody could");
        Assert.Contains("Somebody to come along1", (await desk.GetAsync("/unmet")).Words(), StringComparison.Ordinal);

        await (await peer.GetAsync($"/asks/{ask.Id}")).PressAsync("It goes on after all", ("NextOn", "tomorrow"));

        Assert.Single(await group.StepsAsync(ask.Id));
        Assert.DoesNotContain("Somebody to come along", (await desk.GetAsync("/unmet")).Words("[aria-labelledby=unmet]"), StringComparison.Ordinal);
        // Nobody could again: it is counted once.
        await (await peer.GetAsync($"/asks/{ask.Id}")).PressAsync("Nobody could");
        Assert.Contains("Somebody to come along1", (await desk.GetAsync("/unmet")).Words(), StringComparison.Ordinal);
        await (await peer.GetAsync($"/asks/{ask.Id}")).PressAsync("It goes on after all", ("NextOn", "tomorrow"));
        await (await peer.GetAsync($"/asks/{ask.Id}")).PressAsync("It was done");
        Assert.Equal(AskState.Done, (await group.ReadAsync(db => db.Asks.SingleAsync())).State);
        // Company is no thing that was given: the changes of the record say which.
        Assert.False(await group.ReadAsync(db => db.Operations.AnyAsync(o => o.Kind == "HelpGiven")));
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task ANeedNotedByMistake_IsTakenBack_FromThePerson_OrFromTheMonth(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var person = await group.AddPersonAsync("Mina", "Vale");
        var (peer, desk, other) = (await group.SignInAsync(Role.Peer), await group.SignInAsync(Role.Facilitator), await group.AddPersonAsync("Otto", "Berg"));
        var doors = await (await peer.GetAsync($"/people/{person.Reference}/unmet")).SubmitAsync(("What", "bed"), ("Words", "for tonight"));
        await (await peer.GetAsync("/unmet/new")).SubmitAsync(("What", "transport"));
        Assert.Contains("A bed for the night", doors.Words("[aria-labelledby=unmet]"), StringComparison.Ordinal);
        var need = await group.ReadAsync(db => db.UnmetNeeds.SingleAsync(u => u.PersonId != null));
        var token = doors.FormFields().Where(f => f.Key == "__RequestVerificationToken");
        Assert.Equal(HttpStatusCode.NotFound, (await peer.PostAsync($"/people/{other.Reference}/doors?handler=UnmetBack", [.. token, new("id", need.Id.ToString())])).Status); // not theirs

        await doors.PressAsync("This was a mistake: A bed for the night");
        await (await desk.GetAsync("/unmet/rows")).PressAsync("This was a mistake:  Transport");

        Assert.Contains("Nothing is noted.", (await desk.GetAsync("/unmet")).Words(), StringComparison.Ordinal);
        Assert.True(await group.ReadAsync(db => db.UnmetNeeds.AllAsync(u => u.TakenBackAt != null)));
    }
}
