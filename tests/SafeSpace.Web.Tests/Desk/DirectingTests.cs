using System.Net;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Desk.Directing;
using SafeSpace.Core.Desk.KeepingApart;
using SafeSpace.Core.FollowUp;
using SafeSpace.Core.Peers;
using SafeSpace.Core.Register;
using SafeSpace.Core.Shared;
using SafeSpace.Testing;
using SafeSpace.Testing.Build;

namespace SafeSpace.Web.Tests.Desk;

public sealed class DirectingTests
{
    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Give_PeerSeesYours_SaysYes_AndTheDeskSeesIt(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var (desk, peer) = (await group.SignInAsync(Role.Facilitator), await group.SignInAsync(Role.Peer));
        await group.SignOnAsync(atHome: true, ShiftState.Free, peer.Account!);
        var person = await group.ReferAsync("Wanda", "Waits");
        var page = await (await desk.GetAsync("/desk")).FollowAsync("Give to…");

        var given = await page.SubmitFormAsync("#give", ("Peer", peer.Account!.Id.ToString()), ("Note", "likes tea first"), ("Do", "give"));

        Assert.Equal("/desk", given.Path);
        Assert.Contains($"given to {peer.Account.DisplayName}, no answer yet", given.Words(), StringComparison.Ordinal);
        var mine = await peer.GetAsync("/mine");
        Assert.Contains("Yours", mine.Words(), StringComparison.Ordinal);
        Assert.Contains("likes tea first", mine.Words(), StringComparison.Ordinal);
        Assert.Contains("Wanda W.", (await peer.GetAsync("/yours")).Text, StringComparison.Ordinal);
        var yes = await mine.SubmitFormAsync("#yours form", ("Do", "accept"));
        Assert.Equal("/mine", yes.Path);
        Assert.Contains("you said yes", yes.Words(), StringComparison.Ordinal);
        Assert.Contains($"with {peer.Account.DisplayName}", (await desk.GetAsync("/desk")).Words(), StringComparison.Ordinal);

        await peer.GetAsync($"/people/{person.Reference}/log");
        await using var db = await group.Store.ReadAsync();
        await group.LogContactAsync(await db.PeopleWithMerged.SingleAsync(p => p.Reference == person.Reference), peer.Account);
        Assert.DoesNotContain("you said yes", (await peer.GetAsync("/mine")).Words(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task HandBack_WithAWord_TheDeskReadsIt_AndNobodyElseCanAnswer(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var (desk, peer, other) = (await group.SignInAsync(Role.Facilitator), await group.SignInAsync(Role.Peer), await group.SignInAsync(Role.Peer));
        await group.SignOnAsync(atHome: true, ShiftState.Free, peer.Account!);
        var person = await group.ReferAsync("Wanda", "Waits");
        await (await desk.GetAsync($"/desk/give/{person.Reference}")).SubmitFormAsync("#give", ("Peer", peer.Account!.Id.ToString()), ("Do", "give"));
        var page = await (await peer.GetAsync("/mine")).FollowAsync("Hand back");
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(page.Path)).Status);

        Assert.Equal("/mine", (await page.SubmitAsync(("Word", "I know her sister"), ("Do", "back"))).Path);

        Assert.Contains($"{peer.Account.DisplayName} could not: I know her sister", (await desk.GetAsync("/desk")).Words(), StringComparison.Ordinal);
        Assert.Contains("The desk had taken it back already.", (await page.SubmitAsync(("Do", "accept"))).Words("body"), StringComparison.Ordinal);
    }

    /// <summary>What was seen to is over: it names nobody on the board the next day, holds nobody back from being given again, and does not pile up.</summary>
    [Theory]
    [InlineData(EngineKind.Sqlite, true)]
    [InlineData(EngineKind.Postgres, true)]
    [InlineData(EngineKind.Sqlite, false)]
    [InlineData(EngineKind.Postgres, false)]
    public async Task GivenAndSpokenWith_IsOver_WhetherThePeerSaidYesOrJustRang(EngineKind engine, bool saidYes)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var (desk, peer, other) = (await group.SignInAsync(Role.Facilitator), await group.SignInAsync(Role.Peer), await group.AddAccountAsync(Role.Peer));
        await group.SignOnAsync(atHome: true, ShiftState.Free, peer.Account!, other);
        var (wanda, walter) = (await group.AddPersonAsync("Wanda", "Waits"), await group.AddPersonAsync("Walter", "Waits"));
        var (directing, first) = (new DirectingService(group.Store), Ids.New());
        await directing.GiveAsync(new Giving(first, wanda.Id, peer.Account!.UserId), Actor.CommandLine);
        if (saidYes)
            await directing.AcceptAsync(first, peer.Account.UserId, Actor.CommandLine);
        group.Site.Folder.Clock.Advance(TimeSpan.FromSeconds(1));
        await group.LogContactAsync(wanda, peer.Account);
        await group.PromiseAsync(wanda, other);

        Assert.DoesNotContain("Yours", (await peer.GetAsync("/mine")).Words(), StringComparison.Ordinal);
        var board = (await desk.GetAsync("/desk")).Words();
        Assert.Contains("Wanda W.", board, StringComparison.Ordinal);
        Assert.DoesNotContain($"with {peer.Account.DisplayName}", board, StringComparison.Ordinal);
        Assert.DoesNotContain($"given to {peer.Account.DisplayName}", board, StringComparison.Ordinal);
        Assert.DoesNotContain("Take it back", (await desk.GetAsync($"/desk/give/{wanda.Reference}")).Words(), StringComparison.Ordinal);

        await directing.GiveAsync(new Giving(Ids.New(), walter.Id, other.UserId), Actor.CommandLine);
        await using var db = await group.Store.ReadAsync();
        Assert.Equal(DirectionState.Done, (await db.Directions.AsNoTracking().SingleAsync(d => d.Id == first)).State);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task TwoFacilitators_GiveTheSamePerson_TheSecondSeesWho_AndNothingIsLost(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var (one, two) = (await group.SignInAsync(Role.Facilitator), await group.SignInAsync(Role.Facilitator));
        var (first, second) = (await group.AddAccountAsync(Role.Peer), await group.AddAccountAsync(Role.Peer));
        await group.SignOnAsync(atHome: true, ShiftState.Free, first, second);
        var person = await group.ReferAsync("Wanda", "Waits");
        var (pageOne, pageTwo) = (await one.GetAsync($"/desk/give/{person.Reference}"), await two.GetAsync($"/desk/give/{person.Reference}"));
        await pageOne.SubmitFormAsync("#give", ("Peer", first.Id.ToString()), ("Do", "give"));

        var slower = await pageTwo.SubmitFormAsync("#give", ("Peer", second.Id.ToString()), ("Note", "typed"), ("Do", "give"));

        Assert.Equal(HttpStatusCode.Conflict, slower.Status);
        Assert.Contains($"{first.DisplayName} has them already.", slower.Words(), StringComparison.Ordinal);
        Assert.Equal("typed", slower.Page.QuerySelector("[name=Note]")!.GetAttribute("value"));
        Assert.Equal("/desk", (await slower.SubmitFormAsync("#give", ("Do", "give"))).Path); // seen, and given to the other all the same
        Assert.Contains($"given to {second.DisplayName}", (await one.GetAsync("/desk")).Words(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task KeptApart_IsNeverOffered_AndRefusedIfForced_WithoutAReason(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var (desk, peer) = (await group.SignInAsync(Role.Facilitator), await group.SignInAsync(Role.Peer));
        await group.SignOnAsync(atHome: true, ShiftState.Free, peer.Account!, await group.AddAccountAsync(Role.Peer));
        var person = await group.AddPersonAsync("Wanda", "Waits");
        await new KeepApartService(group.Store).SetAsync(Ids.New(), Party.Of(person.Id), Party.Of(peer.Account!.UserId), "an old quarrel", Actor.CommandLine);
        var page = await desk.GetAsync($"/desk/give/{person.Reference}");
        Assert.DoesNotContain(peer.Account.DisplayName, page.Words(), StringComparison.Ordinal);

        var forced = await desk.PostAsync(page.Path, [.. page.FormFields(("Peer", peer.Account.Id.ToString()), ("Do", "give"))]);

        Assert.Equal(HttpStatusCode.BadRequest, forced.Status);
        Assert.Contains("This does not work for these two. Please choose somebody else.", forced.Words(), StringComparison.Ordinal);
        Assert.DoesNotContain("quarrel", forced.Text, StringComparison.Ordinal);
        var claim = await (await peer.GetAsync($"/people/{person.Reference}/rings")).SubmitFormAsync("section[aria-labelledby=Claimed] form", ("Do", "take"));
        Assert.Equal(HttpStatusCode.Conflict, claim.Status);
        await using var db = await group.Store.ReadAsync();
        Assert.False(await db.Directions.AnyAsync() || await db.PeerTies.AnyAsync());
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task WhoCouldRing_IsPickedByWhatWasAskedFor_AndNobodyIsPressed(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var desk = await group.SignInAsync(Role.Facilitator);
        var (man, woman, tired) = (await group.AddAccountAsync(Role.Peer), await group.AddAccountAsync(Role.Peer), await group.AddAccountAsync(Role.Peer));
        await group.SignOnAsync(atHome: true, ShiftState.Free, man, woman);
        await group.SignOnAsync(atHome: true, ShiftState.NoCallsToday, tired);
        await group.Store.Write("ProfileSaid", Actor.CommandLine, unit =>
        {
            unit.Db.PeerProfiles.Add(new PeerProfile { Id = Ids.New(), PeerId = man.UserId, Gender = "Man", Languages = "English", Neighbourhood = "DN2" });
            unit.Db.PeerProfiles.Add(new PeerProfile { Id = Ids.New(), PeerId = woman.UserId, Gender = "Woman", Languages = "English, Polish" });
            return Task.CompletedTask;
        });
        var person = await group.AddPersonAsync();
        var asked = await (await desk.GetAsync($"/people/{person.Reference}/asked-for")).SubmitAsync(("Gender", "a woman"), ("Language", "Polish"), ("Also", "no-neighbour"), ("Words", "nobody from the church"));
        Assert.Equal($"/people/{person.Reference}", asked.Path);

        var page = await desk.GetAsync($"/desk/give/{person.Reference}");

        Assert.Contains("a woman · Polish · not a neighbour · nobody from the church", page.Words(), StringComparison.Ordinal);
        Assert.Equal([woman.Id.ToString(), man.Id.ToString()], page.Page.QuerySelectorAll("[name=Peer]").Select(p => p.GetAttribute("value")!));
        Assert.Contains("fits what they asked for", page.Words(), StringComparison.Ordinal);
        Assert.Contains($"Would rather not tonight: {tired.DisplayName}", page.Words(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task ACallFromSomebodyUnknown_IsGiven_AndSeenTo(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var (desk, peer) = (await group.SignInAsync(Role.Facilitator), await group.SignInAsync(Role.Peer));
        await group.SignOnAsync(atHome: true, ShiftState.Free, peer.Account!);
        await group.AddPersonAsync("Wanda", "Known");
        Assert.Contains("Wanda Known", (await desk.GetAsync("/desk/call?Q=Wanda")).Words(), StringComparison.Ordinal);

        var board = await (await desk.GetAsync("/desk/call")).SubmitFormAsync("#give", ("Caller", "a man, 07700 900555"), ("Peer", peer.Account!.Id.ToString()), ("Do", "give"));

        Assert.Contains("a man, 07700 900555", board.Words("section[aria-labelledby=calls]"), StringComparison.Ordinal);
        await (await peer.GetAsync("/mine")).SubmitFormAsync("#yours form", ("Do", "accept"));
        await (await peer.GetAsync("/mine")).SubmitFormAsync("#yours form", ("Do", "done"));
        Assert.DoesNotContain("07700 900555", (await desk.GetAsync("/desk")).Text, StringComparison.Ordinal);
        await using var db = await group.Store.ReadAsync();
        Assert.Equal(DirectionState.Done, (await db.Directions.SingleAsync()).State);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Claim_TheSlowerOne_SeesWhoWasFaster(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var (one, two) = (await group.SignInAsync(Role.Peer), await group.SignInAsync(Role.Peer));
        var person = await group.AddPersonAsync();
        var (pageOne, pageTwo) = (await one.GetAsync($"/people/{person.Reference}/rings"), await two.GetAsync($"/people/{person.Reference}/rings"));
        var came = await Task.WhenAll(new[] { pageOne, pageTwo }.Select(p => Task.Run(() => p.SubmitFormAsync("section[aria-labelledby=Claimed] form", ("Do", "take")))));
        var slower = Assert.Single(came, c => c.Status == HttpStatusCode.Conflict);
        var winner = came[0].Status == HttpStatusCode.OK ? one : two;
        Assert.Contains($"{winner.Account!.DisplayName} was a moment faster.", slower.Words("body"), StringComparison.Ordinal);
    }
}
