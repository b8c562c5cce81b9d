using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core;
using SafeSpace.Core.Access;
using SafeSpace.Core.Connections;
using SafeSpace.Core.Data;
using SafeSpace.Core.FollowUp;
using SafeSpace.Core.Register;
using SafeSpace.Core.Register.Died;
using SafeSpace.Core.Register.Duplicates;
using SafeSpace.Core.Shared;
using SafeSpace.Testing;
using SafeSpace.Testing.Build;
using SafeSpace.Web.Tests.FollowUp;

namespace SafeSpace.Web.Tests.Connections;

public sealed class ConnectionTests
{
    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task FromAskingToWhatCameOfIt_ThereIsAlwaysOneNextStep_AndOnlyWhatWasAgreedLeavesTheHouse(EngineKind engine)
    {
        var site = await TestSite.NewAsync(engine, door => (door.TicketLifetime, door.TriesPerMinute) = (TimeSpan.FromDays(30), 1000));
        var group = await site.NewGroupAsync();
        var person = await group.AddPersonAsync(new PersonDetails { GivenName = "Mina", Surname = "Vale", DateOfBirth = new DateOnly(1980, 2, 3), Address = "9 Hidden Row", Phones = [new PhoneDetails("07700 900123")] });
        var partner = await group.AddPartnerAsync();
        var peer = await group.SignInAsync(Role.Peer);
        var form = await (await peer.GetAsync($"/people/{person.Reference}")).FollowAsync("Connect to another service");
        var mistaken = await form.SubmitAsync(("Partner", partner.Id.ToString()), ("NextOn", ""), ("What", "plantedneed help with the bank"));
        Assert.Equal(HttpStatusCode.BadRequest, mistaken.Status);
        Assert.Contains("nothing is left without one", mistaken.Words("#error-summary"), StringComparison.Ordinal);
        Assert.Contains("plantedneed", mistaken.Page.QuerySelector("#What")!.TextContent, StringComparison.Ordinal);
        var page = await mistaken.SubmitAsync(("NextOn", "tomorrow"), ("Shares", "Name"));
        var id = (await group.ReadAsync(db => db.Connections.AsNoTracking().SingleAsync())).Id;
        Assert.Contains("not sent yet", page.Words(), StringComparison.Ordinal);
        await form.SubmitAsync(("Partner", partner.Id.ToString()), ("What", "twice"), ("NextOn", "tomorrow"));
        Assert.Equal(1, await group.ReadAsync(db => db.Connections.CountAsync()));

        // Sent: what was agreed is in it, and nothing else.
        var send = await page.FollowAsync("Send it");
        var words = send.Page.QuerySelector("#Words")!.TextContent;
        Assert.Contains("Mina Vale", words, StringComparison.Ordinal);
        Assert.Contains("plantedneed", words, StringComparison.Ordinal);
        Assert.DoesNotContain("900123", words, StringComparison.Ordinal);
        Assert.DoesNotContain("Hidden Row", words, StringComparison.Ordinal);
        Assert.DoesNotContain("1980", words, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await send.SubmitAsync()).Status);
        page = await send.SubmitAsync(("How", "Letter"), ("NextOn", "tomorrow"));
        Assert.Contains("plantedneed", (await page.FollowAsync("Print it")).Words("pre"), StringComparison.Ordinal);
        Assert.Single(await group.StepsAsync(id));

        // Nothing new; then yes, an appointment, kept.
        page = await (await page.FollowAsync("They said yes")).PressAsync("Nothing new yet", ("NextOn", "tomorrow"));
        Assert.Equal(ConnectionState.Sent, (await group.ConnectionAsync(id)).State);
        page = await (await page.FollowAsync("They said yes")).PressAsync("They took it on", ("NextOn", "tomorrow"));
        Assert.Contains("taken on", page.Words(), StringComparison.Ordinal);
        page = await (await page.FollowAsync("An appointment")).SubmitAsync(("On", "in 3 days"), ("Time", "10:00"));
        if (page.Status == HttpStatusCode.BadRequest)
            page = await page.SubmitAsync(("On", group.Store.Clock.Today.AddDays(3).ToString("d M yyyy", System.Globalization.CultureInfo.InvariantCulture)), ("Time", "10:00"));
        var step = Assert.Single(await group.StepsAsync(id));
        Assert.Equal(group.Store.Clock.Today.AddDays(3), step.DueOn);
        var early = await page.FollowAsync("How was it?");
        Assert.DoesNotContain("They were there", early.Words("form[method=post]"), StringComparison.Ordinal);
        site.GoTo(group, group.Store.Clock.Today.AddDays(4));
        Assert.Contains("late: see to a connection yesterday", (await peer.GetAsync("/mine")).Words(), StringComparison.Ordinal);
        page = await (await (await peer.GetAsync($"/connections/{id}")).FollowAsync("How was it?")).SubmitAsync(("How", "Kept"), ("NextOn", "tomorrow"));
        Assert.Contains("3 days to the first appointment", page.Words(), StringComparison.Ordinal);

        page = await (await page.FollowAsync("It has ended")).SubmitAsync(("Outcome", "helped"), ("Words", "plantedend She has her account."));
        Assert.Contains("plantedend", page.Words(), StringComparison.Ordinal);
        Assert.Empty(await group.StepsAsync(id));
        Assert.Contains("ended", (await peer.GetAsync($"/people/{person.Reference}/doors")).Words(), StringComparison.Ordinal);
        page = await (await page.FollowAsync("It goes on after all")).SubmitAsync(("NextOn", "tomorrow"));
        Assert.Contains("taken on", page.Words(), StringComparison.Ordinal);
        Assert.Single(await group.StepsAsync(id));

        Assert.DoesNotContain(site.Log.Lines, l => l.Contains("planted", StringComparison.Ordinal));
        Assert.DoesNotContain("planted", Encoding.UTF8.GetString((await group.ConnectionAsync(id)).What!.Value.Bytes.Span), StringComparison.Ordinal);
        await using var db = await group.Store.ReadAsync();
        var kinds = await db.Operations.Select(o => o.Kind).ToListAsync();
        foreach (var kind in new[] { "ConnectionAsked", "ConnectionSent", "ConnectionMoved", "ConnectionTaken", "AppointmentOffered", "AppointmentKept", "ConnectionEnded", "ConnectionOpenedAgain" })
            Assert.Contains(kind, kinds);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task ARefusal_NeedsItsReason_AndAskedElsewhereTheWordsAreThere(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var (person, partner) = (await group.AddPersonAsync(), await group.AddPartnerAsync());
        var connection = await group.ConnectAsync(person, partner);
        var peer = await group.SignInAsync(Role.Peer);
        var form = await peer.GetAsync($"/connections/{connection.Id}/refused");
        var mistaken = await form.SubmitAsync(("Words", "They said she drinks."));
        Assert.Equal(HttpStatusCode.BadRequest, mistaken.Status);
        Assert.Contains("They said she drinks.", mistaken.Page.QuerySelector("#Words")!.TextContent, StringComparison.Ordinal);
        var page = await mistaken.SubmitAsync(("Why", "drink_drugs"));
        Assert.Contains("Because of drink or drugs", page.Words(), StringComparison.Ordinal);
        Assert.Empty(await group.StepsAsync(connection.Id));
        Assert.Contains("plantedneed", (await page.FollowAsync("Ask at another door")).Page.QuerySelector("#What")!.TextContent, StringComparison.Ordinal);
        // Two at once: the other is told, and it stays as it was said first.
        var late = await (await peer.GetAsync($"/connections/{connection.Id}")).FollowAsync("It goes on after all");
        await late.SubmitAsync(("NextOn", "tomorrow"));
        Assert.Equal(ConnectionState.Asked, (await group.ConnectionAsync(connection.Id)).State);
        Assert.Equal(HttpStatusCode.Conflict, (await form.SubmitAsync(("Why", "full"))).Status);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task ACall_KeepsWhatWasPromised_AndLeavesTheStepsOfOtherDoors(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var peer = await group.SignInAsync(Role.Peer);
        var person = await group.AddPersonAsync();
        var connection = await group.ConnectAsync(person, keeper: peer.Account!.UserId);
        await new ConnectionService(group.Store).LaterAsync(connection.Id, connection.Version, new NextStep(group.Store.Clock.Today), Actor.CommandLine);
        await (await peer.GetAsync($"/people/{person.Reference}/log")).SubmitAsync(("Kind", "CallOut"));
        var step = Assert.Single(await group.StepsAsync(connection.Id));
        // The promise's own page leads to the connection, and nothing ends the step but the connection.
        Assert.Contains($"/connections/{connection.Id}", (await peer.GetAsync($"/promises/{step.Id}")).Path, StringComparison.Ordinal);
        Assert.Equal(PromiseChange.SeenToElsewhere, await new PromiseService(group.Store).ReleaseAsync(step.Id, step.Version, null, Actor.CommandLine));
        // Closing the case leaves it: the door is still open.
        await (await (await group.SignInAsync(Role.Facilitator)).GetAsync($"/people/{person.Reference}/close")).SubmitAsync(("Reason", "better"));
        Assert.Single(await group.StepsAsync(connection.Id));
        // Anybody who closes their account leaves it as nobody's, where the desk sees it.
        await new AccountService(group.Store, TestGroup.Hasher) { Steps = House.AccountSteps }.RetireAsync(peer.Account.UserId, Actor.CommandLine);
        Assert.Contains("Nobody’s", (await (await group.SignInAsync(Role.Facilitator)).GetAsync("/promises")).Words(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task ADeath_StopsIt_AndTakenBackItStandsAsItStood(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var person = await group.AddPersonAsync();
        var slot = await group.AddSlotAsync(new LocalMoment(group.Store.Clock.Today.AddDays(1), new TimeOnly(10, 0)));
        var connection = await group.ConnectAsync(person, kind: Connection.Counselling);
        Assert.Equal(DoorChange.Done, await new AppointmentService(group.Store).OfferAsync(connection.Id, connection.Version, new AppointmentOffer(Ids.New(), default, slot), Actor.CommandLine));
        var deaths = new DeathService(group.Store, House.DeathSteps);
        await deaths.SayAsync(person.Id, new DeathDetails(null, null), Actor.CommandLine);
        Assert.Empty(await group.StepsAsync(connection.Id));
        Assert.Equal(ConnectionState.Stopped, (await group.ConnectionAsync(connection.Id)).State);
        Assert.Null((await group.ReadAsync(db => db.CounsellingSlots.SingleAsync())).AppointmentId);
        Assert.Equal(HttpStatusCode.NotFound, (await (await group.SignInAsync(Role.Facilitator)).GetAsync($"/connections/{connection.Id}")).Status);

        await deaths.TakeBackAsync(person.Id, null, Actor.CommandLine);

        Assert.Single(await group.StepsAsync(connection.Id));
        Assert.Equal(ConnectionState.Taken, (await group.ConnectionAsync(connection.Id)).State);
        Assert.NotNull((await group.ReadAsync(db => db.CounsellingSlots.SingleAsync())).AppointmentId);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task TwoRecordsOfOnePerson_BecomeOne_AndPartAgain_WithTheirConnections(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var (kept, gone) = (await group.AddPersonAsync("Mina", "Vale"), await group.AddPersonAsync("Mina", "Vail"));
        var connection = await group.ConnectAsync(gone);
        var service = new DuplicateService(group.Store, House.MergeSteps);
        await service.SameAsync(kept.Id, gone.Id, null, Actor.CommandLine);
        Assert.Equal(kept.Id, (await group.ConnectionAsync(connection.Id)).PersonId);
        var peer = await group.SignInAsync(Role.Peer);
        Assert.Contains("plantedneed", (await peer.GetAsync($"/connections/{connection.Id}")).Words(), StringComparison.Ordinal);
        Assert.Equal(kept.Id, Assert.Single(await group.StepsAsync(connection.Id)).PersonId);
        await service.UndoAsync((await group.ReadAsync(db => db.Merges.SingleAsync())).Id, new HashSet<Guid>(), Actor.CommandLine, null);
        Assert.Equal(gone.Id, (await group.ConnectionAsync(connection.Id)).PersonId);
    }
}
