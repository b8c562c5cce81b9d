using System.Net;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Desk.Directing;
using SafeSpace.Core.Diary;
using SafeSpace.Core.FollowUp;
using SafeSpace.Core.Register;
using SafeSpace.Core.Shared;
using SafeSpace.Testing;
using SafeSpace.Testing.Build;

namespace SafeSpace.Web.Tests.Diary;

/// <summary>Somebody nobody knows: logged, and joined to a person later.</summary>
public sealed class UnknownTests
{
    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Post_Unknown_IsLogged_AndJoinedLater_WithTheWordsSealedAsTheirs(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var person = await group.AddPersonAsync("Ana", "Kowalska", phone: "07700 900123");
        var peer = await group.SignInAsync(Role.Peer);
        var log = await peer.GetAsync("/log");
        var saved = await (await log.FollowAsync("Somebody we do not know")).SubmitAsync(("Words", "would not say her name"), ("Minutes", "12"));
        Assert.Equal("/mine", saved.Path);
        var contact = await group.OnlyContactAsync();
        Assert.Equal((null, ContactKind.CallIn, Guid.Empty), (contact.PersonId, contact.Kind, contact.Words!.Value.KeyId));
        var found = await (await peer.GetAsync($"/diary/{contact.Id.Value}/join")).SubmitFormAsync("main form[method=get]", ("Q", "Kowalsky"));
        Assert.Contains("Ana Kowalska", found.Words("#found"), StringComparison.Ordinal);
        var joined = await found.SubmitFormAsync("#found form");
        Assert.Equal($"/people/{person.Reference}/diary", joined.Path);
        Assert.Contains("would not say her name", joined.Words(), StringComparison.Ordinal);
        var now = await group.OnlyContactAsync();
        Assert.Equal((person.Id, person.Id.Value, "would not say her name"), (now.PersonId!.Value, now.Words!.Value.KeyId, group.WordsOf(now)));
        await group.AssertSoundAsync();
    }

    /// <summary>The desk gives the call; the peer takes it, begins it, stops the clock and saves: one contact with its length, and nothing left to see to.</summary>
    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Post_ACallThatGoesOn_EndsInOneSave_WithTheNameTheyLike_AndSeesToWhatTheDeskGave(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var peer = await group.SignInAsync(Role.Peer);
        var directing = new DirectingService(group.Store);
        var given = Ids.New();
        await directing.GiveAsync(new Giving(given, null, peer.Account!.UserId, Caller: "Kim, from the bridge"), Actor.CommandLine);
        await directing.AcceptAsync(given, peer.Account.UserId, Actor.CommandLine);

        var page = await (await peer.GetAsync("/mine")).FollowAsync("Log Kim");
        var begun = await page.PressAsync("They ring now");
        Assert.Contains("In a call since", begun.Words(), StringComparison.Ordinal);
        Assert.Equal("Kim, from the bridge", begun.Page.QuerySelector("[name=Caller]")!.GetAttribute("value"));
        Assert.Contains("In a call with somebody we do not know", (await peer.GetAsync("/mine")).Words(), StringComparison.Ordinal);
        Assert.Contains("somebody with", (await (await group.SignInAsync(Role.Facilitator)).GetAsync("/desk")).Words("section[aria-labelledby=calls]"), StringComparison.Ordinal);
        await page.PressAsync("They ring now"); // the same tap again
        await group.Store.Write("CallMovedBack", Actor.CommandLine, async unit => (await unit.Db.CallsUnderWay.SingleAsync()).StartedAt = unit.Now.AddMinutes(-12));
        var stopped = await begun.PressAsync("They hung up: stop the clock", ("Caller", "Kim"), ("Words", "cold, and on the way home"));
        Assert.Contains("They hung up at", stopped.Words(), StringComparison.Ordinal);
        Assert.Equal("cold, and on the way home", stopped.Page.QuerySelector("[name=Words]")!.TextContent);
        Assert.Equal("/mine", (await stopped.SubmitAsync()).Path);
        await stopped.SubmitAsync();

        var contact = await group.OnlyContactAsync();
        Assert.Equal((null, ContactKind.CallIn, "Likes to be called Kim.\ncold, and on the way home"), (contact.PersonId, contact.Kind, group.WordsOf(contact)));
        Assert.InRange(contact.Minutes!.Value, 12, 14);
        Assert.DoesNotContain("Yours", (await peer.GetAsync("/mine")).Words(), StringComparison.Ordinal);
        await using var db = await group.Store.ReadAsync();
        Assert.Equal((contact.Id, DirectionState.Done), ((await db.CallsUnderWay.SingleAsync()).ContactId!.Value, (await db.Directions.SingleAsync()).State));
        await group.AssertSoundAsync();
    }

    [Fact]
    public async Task Get_AnotherPeersCall_OrOneThatEnded_LeadsToMyPeople()
    {
        var group = await (await TestSite.OnAsync(EngineKind.Sqlite)).NewGroupAsync();
        var (peer, other) = (await group.SignInAsync(Role.Peer), await group.SignInAsync(Role.Peer));
        var call = (await new CallService(group.Store).StartAsync(null, peer.Account!.UserId, ContactKind.CallIn, Actor.CommandLine))!;
        Assert.Equal("/mine", (await other.GetAsync($"/log/unknown?call={call.Id}")).Path);
        var nothing = await (await peer.GetAsync($"/log/unknown?call={call.Id}")).PressAsync("It came to nothing");
        Assert.Equal("/mine", nothing.Path);
        Assert.Empty(await group.ContactsAsync());
        Assert.Equal("/mine", (await peer.GetAsync($"/log/unknown?call={call.Id}")).Path);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Post_JoinedByTwo_HasOneWinner(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var (ana, sam) = (await group.AddPersonAsync("Ana", "Kowalska"), await group.AddPersonAsync());
        var facilitator = await group.SignInAsync(Role.Facilitator);
        var contact = await group.LogContactAsync(null, facilitator.Account!);
        var toAna = await facilitator.GetAsync($"/diary/{contact.Id.Value}/join?Q=Kowalska");
        var toSam = await facilitator.GetAsync($"/diary/{contact.Id.Value}/join?Q=Harley");
        Assert.Equal(HttpStatusCode.OK, (await toAna.SubmitFormAsync("#found form")).Status);
        var second = await toSam.SubmitFormAsync("#found form");
        Assert.Equal(HttpStatusCode.Conflict, second.Status);
        Assert.Equal(ana.Id, (await group.OnlyContactAsync()).PersonId);
        Assert.NotEqual(sam.Id, (await group.OnlyContactAsync()).PersonId);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Get_AnotherPeersUnknownCaller_IsNotThere(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var contact = await group.LogContactAsync(null, await group.AddAccountAsync(Role.Peer), words: "secret");
        var peer = await group.SignInAsync(Role.Peer);
        Assert.Equal(HttpStatusCode.NotFound, (await peer.GetAsync($"/diary/{contact.Id.Value}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await peer.GetAsync($"/diary/{contact.Id.Value}/join")).Status);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Get_LogSearch_FindsOnlyWhomOneMaySee_AndSaysWhoLooked(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        await group.AddPersonAsync("Ana", "Kowalska");
        await group.AddPersonAsync("Anna", "Kowalski", open: false);
        var peer = await group.SignInAsync(Role.Peer);
        var found = await peer.GetAsync("/log?Q=kowalsk");
        Assert.Equal(["Ana Kowalska"], found.Page.QuerySelectorAll("#found strong").Select(e => e.TextContent));
        var nobody = await peer.GetAsync("/log?Q=zzzzzz");
        Assert.Contains("Nobody is found.", nobody.Words(), StringComparison.Ordinal);
    }
}
