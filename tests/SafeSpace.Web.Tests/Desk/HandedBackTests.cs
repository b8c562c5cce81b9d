using System.Net;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Desk.Directing;
using SafeSpace.Core.Diary;
using SafeSpace.Core.FollowUp;
using SafeSpace.Core.Peers;
using SafeSpace.Core.Register;
using SafeSpace.Core.Shared;
using SafeSpace.Testing;
using SafeSpace.Testing.Build;

namespace SafeSpace.Web.Tests.Desk;

/// <summary>Whoever a peer cannot have after all is free for another at once, and falls between nobody.</summary>
public sealed class HandedBackTests
{
    [Theory]
    [InlineData(EngineKind.Sqlite, true)]
    [InlineData(EngineKind.Postgres, true)]
    [InlineData(EngineKind.Sqlite, false)]
    [InlineData(EngineKind.Postgres, false)]
    public async Task AfterAYes_HandedOrTakenBack_ThePromiseIsAnybodys_AndNobodyHasThem(EngineKind engine, bool byThePeer)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var (desk, peer, other) = (await group.SignInAsync(Role.Facilitator), await group.SignInAsync(Role.Peer), await group.AddAccountAsync(Role.Peer));
        await group.SignOnAsync(atHome: true, ShiftState.Free, peer.Account!);
        var person = await group.AddPersonAsync("Wanda", "Waits");
        var promise = await group.PromiseAsync(person, other);
        await (await desk.GetAsync($"/desk/give/{person.Reference}?promise={promise.Id}")).SubmitFormAsync("#give", ("Peer", peer.Account!.Id.ToString()), ("Do", "give"));
        await (await peer.GetAsync("/mine")).SubmitFormAsync("#yours form", ("Do", "accept"));
        Assert.Contains("Promised today", (await peer.GetAsync("/mine")).Words(), StringComparison.Ordinal);

        if (byThePeer)
            await (await (await peer.GetAsync("/mine")).FollowAsync("Hand back")).SubmitAsync(("Do", "back"));
        else
            await (await desk.GetAsync($"/desk/give/{person.Reference}")).PressAsync("Take it back");

        Assert.DoesNotContain("Wanda", (await peer.GetAsync("/mine")).Words(), StringComparison.Ordinal);
        var board = (await desk.GetAsync("/desk")).Words("section[aria-labelledby=promised]");
        Assert.Contains("Wanda W.", board, StringComparison.Ordinal);
        Assert.DoesNotContain($"{peer.Account.DisplayName} rings", board, StringComparison.Ordinal);
        await using var db = await group.Store.ReadAsync();
        Assert.Null((await db.Promises.SingleAsync()).PeerId);
        Assert.False(await db.PeerTies.AnyAsync(t => t.Until == null));
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task AnothersPromise_DoesNotGoOverWithSomebodyGiven(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var (wanda, walter, owner, peer) = (await group.AddPersonAsync("Wanda", "Waits"), await group.AddPersonAsync("Walter", "Waits"), await group.AddAccountAsync(Role.Peer), await group.AddAccountAsync(Role.Peer));
        var promise = await group.PromiseAsync(walter, owner);
        var (directing, given) = (new DirectingService(group.Store), Ids.New());
        await directing.GiveAsync(new Giving(given, wanda.Id, peer.UserId, Promise: promise.Id), Actor.CommandLine);
        await directing.AcceptAsync(given, peer.UserId, Actor.CommandLine);
        await using var db = await group.Store.ReadAsync();
        Assert.Equal(owner.UserId, (await db.Promises.SingleAsync()).PeerId);
    }

    /// <summary>A caller nobody knows stands on no page of their own: with the direction, their number would be gone.</summary>
    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task ACallerNobodyKnows_HandedBack_StaysOnTheBoard_UntilGivenAgainOrSeenTo(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var (desk, beside, peer, other) = (await group.SignInAsync(Role.Facilitator), await group.SignInAsync(Role.Facilitator), await group.SignInAsync(Role.Peer), await group.SignInAsync(Role.Peer));
        await group.SignOnAsync(atHome: true, ShiftState.Free, peer.Account!, other.Account!);
        await (await desk.GetAsync("/desk/call")).SubmitFormAsync("#give", ("Caller", "a man, 07700 900555"), ("Peer", peer.Account!.Id.ToString()), ("Do", "give"));

        await (await (await peer.GetAsync("/mine")).FollowAsync("Hand back")).SubmitAsync(("Word", "I must leave"), ("Do", "back"));

        var board = await desk.GetAsync("/desk");
        var calls = board.Words("section[aria-labelledby=calls]");
        Assert.Contains("a man, 07700 900555", calls, StringComparison.Ordinal);
        Assert.Contains($"{peer.Account.DisplayName} could not: I must leave", calls, StringComparison.Ordinal);
        var (mine, theirs) = (await board.FollowAsync("the call"), await (await beside.GetAsync("/desk")).FollowAsync("the call"));
        Assert.Equal("/desk", (await mine.SubmitFormAsync("#give", ("Peer", other.Account!.Id.ToString()), ("Do", "give"))).Path);
        var slower = await theirs.SubmitFormAsync("#give", ("Peer", other.Account.Id.ToString()), ("Caller", "typed more"), ("Do", "give"));
        Assert.Equal(HttpStatusCode.Conflict, slower.Status);
        Assert.Contains("typed more", slower.Text, StringComparison.Ordinal);
        Assert.Contains("07700 900555", (await other.GetAsync("/mine")).Words(), StringComparison.Ordinal);
        await using (var db = await group.Store.ReadAsync())
            Assert.Equal(1, await db.Directions.CountAsync(d => d.EndedAt == null));

        await (await (await desk.GetAsync("/desk")).FollowAsync("the call")).PressAsync("Take it back");
        Assert.Contains("nobody has them now", (await desk.GetAsync("/desk")).Words("section[aria-labelledby=calls]"), StringComparison.Ordinal);
        var change = await (await desk.GetAsync("/desk")).FollowAsync("the call");
        await (await change.FollowAsync("I talked with them myself")).SubmitAsync(("Words", "wants to come on Friday"));
        Assert.DoesNotContain("07700 900555", (await desk.GetAsync("/desk")).Text, StringComparison.Ordinal);
        Assert.Contains("07700 900555", (await beside.GetAsync("/diary")).Words(), StringComparison.Ordinal);

        await (await desk.GetAsync("/desk/call")).SubmitFormAsync("#give", ("Caller", "a woman, line broke"), ("Peer", other.Account.Id.ToString()), ("Do", "give"));
        await (await (await desk.GetAsync("/desk")).FollowAsync("the call")).PressAsync("It is seen to");
        Assert.DoesNotContain("line broke", (await desk.GetAsync("/desk")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task APeerWhoLeaves_HoldsNobodyBack_AndTheirCallWithSomebodyUnknownIsEndedByTheDesk(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var (desk, stays, leaver) = (await group.SignInAsync(Role.Facilitator), await group.SignInAsync(Role.Peer), await group.AddAccountAsync(Role.Peer));
        await group.SignOnAsync(atHome: true, ShiftState.Free, leaver);
        var (wanda, walter) = (await group.AddPersonAsync("Wanda", "Waits"), await group.AddPersonAsync("Walter", "Waits"));
        await group.TieAsync(wanda, leaver);
        await new DirectingService(group.Store).GiveAsync(new Giving(Ids.New(), walter.Id, leaver.UserId), Actor.CommandLine);
        var call = (await new CallService(group.Store).StartAsync(null, leaver.UserId, ContactKind.CallIn, Actor.CommandLine))!;
        Assert.DoesNotContain("End it for them", (await desk.GetAsync("/desk")).Words(), StringComparison.Ordinal);

        await new AccountService(group.Store) { Steps = House.AccountSteps }.RetireAsync(leaver.UserId, Actor.CommandLine);

        var board = await desk.GetAsync("/desk");
        Assert.DoesNotContain(leaver.DisplayName, board.Words("section[aria-labelledby=waiting]"), StringComparison.Ordinal);
        Assert.Equal("/people/" + wanda.Reference + "/rings", (await (await stays.GetAsync($"/people/{wanda.Reference}/rings")).SubmitFormAsync("section[aria-labelledby=Claimed] form", ("Do", "take"))).Path);
        Assert.Contains("You do.", (await stays.GetAsync($"/people/{wanda.Reference}/rings")).Words(), StringComparison.Ordinal);

        var ended = await (await board.FollowAsync("End it for them")).SubmitAsync(("Words", "rang off"), ("Minutes", "5"));
        Assert.Equal("/mine", ended.Path);
        await using var db = await group.Store.ReadAsync();
        Assert.Equal((leaver.UserId, call.Id), ((await db.Contacts.SingleAsync()).PeerId!.Value, (await db.Contacts.SingleAsync()).Id.Value));
        Assert.NotNull((await db.CallsUnderWay.SingleAsync()).EndedAt);
        Assert.Equal(HttpStatusCode.OK, (await stays.GetAsync("/mine")).Status);
    }
}
