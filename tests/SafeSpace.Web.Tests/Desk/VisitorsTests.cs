using System.Net;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Diary;
using SafeSpace.Core.FollowUp;
using SafeSpace.Core.Peers;
using SafeSpace.Testing;
using SafeSpace.Testing.Build;

namespace SafeSpace.Web.Tests.Desk;

public sealed class VisitorsTests
{
    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task SomebodyKnown_Arrives_AndLeaves_AndTheVisitIsInTheDiary(EngineKind engine)
    {
        var site = await TestSite.OnAsync(engine);
        var group = await site.NewGroupAsync();
        var desk = await group.SignInAsync(Role.Facilitator);
        var person = await group.AddPersonAsync("Molly", "Reed");
        await group.Store.Write("PromiseMade", Core.Shared.Actor.CommandLine, unit => PromiseWriter.MakeAsync(unit, person.Id, null, new PromiseDetails(group.Store.Clock.Today, Visit: true)));
        var found = await desk.GetAsync("/desk/visitors/new?Q=Molly");
        var board = await found.SubmitFormAsync("#found form");
        Assert.Equal(["Molly R."], BoardTests.Names(board, "building"));
        Assert.Equal(HttpStatusCode.Conflict, (await (await desk.GetAsync("/desk/visitors/new?Q=Molly")).SubmitFormAsync("#found form")).Status);

        var leaves = await board.FollowAsync("Leaves");
        var after = await leaves.SubmitAsync(("Words", "had soup, laughed"));

        Assert.Empty(BoardTests.Names(after, "building"));
        await leaves.SubmitAsync(("Words", "twice")); // the form again: one entry
        await using var db = await group.Store.ReadAsync();
        var contact = await db.Contacts.SingleAsync();
        Assert.Equal((ContactKind.VisitToBuilding, person.Id, desk.Account!.UserId), (contact.Kind, contact.PersonId!.Value, contact.PeerId!.Value));
        Assert.Equal("had soup, laughed", group.Store.Vault.Open(ContactWriter.Words, contact.Id.Value, contact.Words));
        Assert.Equal(PromiseState.Kept, (await db.Promises.SingleAsync()).State);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task SomebodyNobodyKnows_NeedsNoName(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var desk = await group.SignInAsync(Role.Facilitator);
        var board = await (await desk.GetAsync("/desk/visitors/new")).SubmitFormAsync("#unknown", ("FirstName", "Bill"));
        Assert.Contains("Bill", board.Words("section[aria-labelledby=building]"), StringComparison.Ordinal);
        board = await (await desk.GetAsync("/desk/visitors/new")).SubmitFormAsync("#unknown");
        Assert.Contains("somebody we do not know", board.Words("section[aria-labelledby=building]"), StringComparison.Ordinal);
        await (await board.FollowAsync("Leaves")).SubmitAsync();
        await using var db = await group.Store.ReadAsync();
        Assert.Null((await db.Contacts.SingleAsync()).PersonId);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task TwoWhoMustNotMeet_TheDeskIsTold_WithoutAReason_AndTheSupervisorKnowsWhy(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var (desk, supervisor) = (await group.SignInAsync(Role.Facilitator), await group.SignInAsync(Role.Supervisor));
        var peer = await group.AddAccountAsync(Role.Peer);
        var (molly, joe) = (await group.AddPersonAsync("Molly", "Reed"), await group.AddPersonAsync("Joe", "Marsh"));
        var kept = await supervisor.GetAsync("/desk/keep-apart");
        await kept.SubmitFormAsync("#new", ("OnePerson", molly.Reference), ("OtherPerson", joe.Reference), ("Why", "he followed her home"));
        await (await supervisor.GetAsync("/desk/keep-apart")).SubmitFormAsync("#new", ("OnePerson", joe.Reference), ("OtherPeer", peer.Id.ToString()));
        Assert.Contains("he followed her home", (await supervisor.GetAsync("/desk/keep-apart")).Words(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await desk.GetAsync("/desk/keep-apart")).Status);
        await (await desk.GetAsync("/desk/visitors/new?Q=Joe")).SubmitFormAsync("#found form");
        Assert.DoesNotContain("should not meet", (await desk.GetAsync("/desk")).Words(), StringComparison.Ordinal);

        var told = await (await desk.GetAsync("/desk/visitors/new?Q=Molly")).SubmitFormAsync("#found form");

        Assert.Equal(HttpStatusCode.Conflict, told.Status);
        Assert.Contains("Somebody here and Molly R. should not meet. Please ask the supervisor.", told.Words(), StringComparison.Ordinal);
        Assert.DoesNotContain("Joe", told.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("followed", told.Text, StringComparison.Ordinal);
        var board = await told.SubmitFormAsync("[role=alert] form");
        Assert.Equal("/desk", board.Path);
        Assert.Contains("Two people in the building should not meet.", board.Words(), StringComparison.Ordinal);

        // A peer who comes on in the building counts too.
        await (await board.FollowAsync("Leaves")).SubmitAsync();
        var left = await desk.GetAsync("/desk");
        if (BoardTests.Names(left, "building").SequenceEqual(["Molly R."]))
            await (await (await desk.GetAsync("/desk/visitors/new?Q=Joe")).SubmitFormAsync("#found form")).SubmitFormAsync("[role=alert] form");
        await group.SignOnAsync(atHome: false, ShiftState.Free, peer);
        Assert.Contains("Two people in the building should not meet.", (await desk.GetAsync("/desk")).Words(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task AWrongTap_IsTakenBack_AndNoVisitIsCounted(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var desk = await group.SignInAsync(Role.Facilitator);
        await group.AddPersonAsync("Molly", "Reed");
        var board = await (await desk.GetAsync("/desk/visitors/new?Q=Molly")).SubmitFormAsync("#found form");

        var after = await (await board.FollowAsync("Leaves")).PressAsync("They were not here: a mistake");

        Assert.Empty(BoardTests.Names(after, "building"));
        Assert.Contains("Nothing went into the diary.", after.Words("body"), StringComparison.Ordinal);
        await using var db = await group.Store.ReadAsync();
        Assert.False(await db.Contacts.AnyAsync());
        Assert.Equal(["Molly R."], BoardTests.Names(await (await desk.GetAsync("/desk/visitors/new?Q=Molly")).SubmitFormAsync("#found form"), "building"));
    }
}
