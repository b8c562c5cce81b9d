using System.Net;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Connections;
using SafeSpace.Core.Data;
using SafeSpace.Core.Feedback;
using SafeSpace.Core.Privacy.Breaches;
using SafeSpace.Core.Privacy.Consents;
using SafeSpace.Core.Register.Consents;
using SafeSpace.Core.Reports.CaseReview;
using SafeSpace.Core.Shared;
using SafeSpace.Testing;
using SafeSpace.Testing.Build;

namespace SafeSpace.Web.Tests.Privacy;

/// <summary>What got out, and its 72 hours; what people agree or object to, and that it is kept to.</summary>
public sealed class BreachesAndUsesTests
{
    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task ABreach_RunsItsClock_UntilTheAuthorityIsTold_OrHarmIsUnlikely(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var desk = await group.SignInAsync(Role.Coordinator);
        await (await desk.GetAsync("/privacy")).SubmitAsync(("Authority", "The Commissioner, 0303 123 1113"));
        var form = await desk.GetAsync("/privacy/breaches/new");
        Assert.Equal(HttpStatusCode.BadRequest, (await form.SubmitAsync(("What", " "))).Status);
        var one = await form.SubmitAsync(("What", "A sheet for the night was left on a bus."), ("Risk", "Likely"), ("People", "5"));
        await form.SubmitAsync(("What", "A sheet for the night was left on a bus."), ("Risk", "Likely"), ("People", "5")); // the same form is the same entry

        Assert.Contains("72 hours left to tell the authority", one.Words(), StringComparison.Ordinal);
        Assert.Contains("Tell: The Commissioner, 0303 123 1113", one.Words(), StringComparison.Ordinal);
        Assert.Contains("1 breach: the 72 hours are running", (await desk.GetAsync("/")).Words(), StringComparison.Ordinal);
        one = await one.SubmitFormAsync("#tell", ("WhomTold", "all five, by phone"));
        Assert.Contains("all five, by phone", one.Words(), StringComparison.Ordinal);
        one = await one.SubmitFormAsync("#entry", ("ToldOn", "today"), ("AuthorityReference", "IC-1"), ("Learned", "Sheets stay in the building."));
        Assert.DoesNotContain("hours left", one.Words(), StringComparison.Ordinal);
        Assert.DoesNotContain("72 hours are running", (await desk.GetAsync("/")).Words(), StringComparison.Ordinal);
        Assert.Contains("Sheets stay in the building.", one.Words(), StringComparison.Ordinal);
        await one.SubmitFormAsync("#close");
        await using var db = await group.Store.ReadAsync();
        var breach = await db.Breaches.SingleAsync();
        Assert.Equal((1, 5, "IC-1", false), (breach.Number, breach.People, breach.AuthorityReference, breach.ClockRuns));
        Assert.Equal(HttpStatusCode.NotFound, (await (await group.SignInAsync(Role.Supervisor)).GetAsync("/privacy/breaches")).Status);
    }

    [Fact]
    public void TheClock_RunsOutAfter72Hours_AndStopsWhenHarmIsUnlikely()
    {
        var known = new DateTime(2026, 3, 28, 23, 0, 0, DateTimeKind.Utc); // over the night the clocks change: hours are hours
        var breach = new Breach { AddedByName = "", KnownAt = known, Risk = BreachRisk.NotYetKnown };
        Assert.Equal(new DateTime(2026, 3, 31, 23, 0, 0, DateTimeKind.Utc), breach.TellBy);
        Assert.True(breach.ClockRuns);
        breach.Risk = BreachRisk.Unlikely;
        Assert.False(breach.ClockRuns);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task ANo_IsSeenOnTheirPage_AndKeptTo_UntilItIsTakenBack(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var person = await group.AddPersonAsync("Ottoline", "Marchbanks");
        var peer = await group.SignInAsync(Role.Peer);
        await group.TieAsync(person, peer.Account!);
        foreach (var use in new[] { "OtherServices", "PublishedWords", "FileReview" })
        {
            var said = await (await peer.GetAsync($"/people/{person.Reference}/uses")).SubmitFormAsync("#say", ("Use", use), ("Answer", "Objects"), ("How", "on the phone"));
            Assert.True(said.Status == HttpStatusCode.OK, said.Words());
        }


        Assert.Contains("They said no to: telling other services about them", (await peer.GetAsync($"/people/{person.Reference}")).Words(), StringComparison.Ordinal);
        var door = Ids.New();
        await new ConnectionService(group.Store).AskAsync(door, person.Id, new ConnectionDetails(null, "Our counsellors", Connection.Counselling, "somebody to talk with", [Share.Name]), new NextStep(group.Store.Clock.Today), Actor.CommandLine);
        Assert.Equal(DoorChange.TheyObject, await SendAsync(group, door));
        await new FileReviewService(group.Store).DrawAsync(Ids.New(), "March", 5, 5, 1, Actor.CommandLine);
        await using (var db = await group.Store.ReadAsync())
            Assert.Empty(await db.Set<ReviewedFile>().ToListAsync());

        var uses = await peer.GetAsync($"/people/{person.Reference}/uses");
        foreach (var _ in Enumerable.Range(0, 3))
            uses = await uses.SubmitFormAsync("form[action*=TakeBack]");
        Assert.DoesNotContain("They said no", (await peer.GetAsync($"/people/{person.Reference}")).Words(), StringComparison.Ordinal);
        Assert.Equal(DoorChange.Done, await SendAsync(group, door));
        Assert.Contains("What they said before", uses.Words(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task ANoToPublishing_TakesTheirStoryBackFromFundersAndAnybody_NotFromTheGroup(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var person = await group.AddPersonAsync();
        var story = Ids.New();
        await group.Store.Write("StoryTold", Actor.CommandLine, unit =>
        {
            unit.Db.Set<Story>().Add(new Story { Id = story, PersonId = person.Id, ToldOn = unit.Clock.Today });
            foreach (var purpose in Enum.GetValues<StoryPurpose>())
                unit.Db.Set<StoryConsent>().Add(new StoryConsent { Id = Ids.New(), StoryId = story, Purpose = purpose, GivenOn = unit.Clock.Today });
            return Task.CompletedTask;
        });
        await new ConsentService(group.Store).SayAsync(Ids.New(), person.Id, UseOfRecord.PublishedWords, Answered.Objects, group.Store.Clock.Today, null, Actor.CommandLine);
        await using var db = await group.Store.ReadAsync();
        var standing = await db.Set<StoryConsent>().Where(c => c.TakenBackAt == null).Select(c => c.Purpose).ToListAsync();
        Assert.Equal([StoryPurpose.OurGroup, StoryPurpose.Training], standing.Order());
    }

    private static async Task<DoorChange> SendAsync(TestGroup group, Guid door)
    {
        await using var db = await group.Store.ReadAsync();
        var version = (await db.Set<Connection>().AsNoTracking().SingleAsync(c => c.Id == door)).Version;
        return await new ConnectionService(group.Store).SendAsync(door, version, SentHow.Letter, "Please see her.", new NextStep(group.Store.Clock.Today), Actor.CommandLine);
    }
}
