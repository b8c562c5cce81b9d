using System.Net;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Desk;
using SafeSpace.Core.Diary;
using SafeSpace.Core.FollowUp;
using SafeSpace.Core.Peers;
using SafeSpace.Core.Shared;
using SafeSpace.Testing;
using SafeSpace.Testing.Build;
using SafeSpace.Web.Tests.Diary;

namespace SafeSpace.Web.Tests.Peers;

/// <summary>Signing on and off, a break, no calls today, and what the board reads of it.</summary>
public sealed class SignOnTests
{
    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Post_AnEvening_SignOn_Break_NoCalls_Off_IsWhatTheBoardReads(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var peer = await group.SignInAsync(Role.Peer);
        await group.PlanShiftAsync();

        var on = await (await peer.GetAsync("/shift")).SubmitFormAsync("#on", ("Place.From", "home"), ("Place.ReachOn", "07700 900123"));
        Assert.Contains("You are on until", on.Words(), StringComparison.Ordinal);
        var read = Assert.Single(await group.WhoIsOnAsync());
        Assert.Equal((ShiftState.Free, true, "07700 900123", peer.Account!.DisplayName), (read.State, read.AtHome, read.ReachOn, read.Name));

        var resting = await on.PressAsync("I need a break");
        Assert.Contains("on a break", resting.Words(".people"), StringComparison.Ordinal);
        await resting.PressAsync("Not up to calls today");
        Assert.Equal(ShiftState.NoCallsToday, Assert.Single(await group.WhoIsOnAsync()).State);
        var moved = await (await peer.GetAsync("/shift")).SubmitFormAsync("#move", ("Place.From", "building"), ("Place.ReachOn", ""));
        Assert.Equal((false, null), (Assert.Single(await group.WhoIsOnAsync()) is var after ? (after.AtHome, after.ReachOn) : default));
        var off = await moved.PressAsync("Sign off");
        Assert.Contains("You are signed off.", off.Words("body"), StringComparison.Ordinal);
        Assert.Empty(await group.WhoIsOnAsync());
        await off.SubmitFormAsync("#on", ("Place.From", "home"));
        Assert.Single(await group.WhoIsOnAsync());
        await group.AssertSoundAsync();
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Post_TheNextShift_SignsOffTheOneBefore(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var peer = await group.AddAccountAsync(Role.Peer);
        var (first, second) = (await group.PlanShiftAsync(-3, 1), await group.PlanShiftAsync(1, 5));
        Assert.Equal(RotaChange.Done, await group.SignOnAsync(first, peer));
        Assert.Equal(RotaChange.Done, await group.SignOnAsync(second, peer));

        Assert.Equal(second.Id, Assert.Single(await group.WhoIsOnAsync()).Shift.Id);
    }

    [Theory]
    [InlineData(2.5, 6, RotaChange.NoSuchShift)] // more than two hours before
    [InlineData(-6, -0.1, RotaChange.Over)]
    public async Task SignOn_TooEarlyOrTooLate_IsRefused(double from, double to, RotaChange refused)
    {
        var group = await (await TestSite.OnAsync(EngineKind.Sqlite)).NewGroupAsync();
        var peer = await group.AddAccountAsync(Role.Peer);
        var shift = await group.Store.Write("ShiftPlanned", Actor.CommandLine, unit =>
        {
            var planned = new Shift { Id = Ids.New(), StartsAt = unit.Now.AddHours(from), EndsAt = unit.Now.AddHours(to), LeastPeers = 1 };
            unit.Db.Shifts.Add(planned);
            return Task.FromResult(planned);
        });

        Assert.Equal(refused, await group.SignOnAsync(shift, peer));
        Assert.Empty(await group.WhoIsOnAsync());
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Post_WithoutWhere_IsAskedForIt_AndAPeerIsNoFacilitator(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var peer = await group.SignInAsync(Role.Peer);
        var shift = await group.PlanShiftAsync();

        var asked = await (await peer.GetAsync("/shift")).SubmitFormAsync("#on", ("Place.ReachOn", "ask at the door"));
        Assert.Equal(HttpStatusCode.BadRequest, asked.Status);
        Assert.Contains("In the building, or at home?", asked.Words(), StringComparison.Ordinal);
        Assert.Equal("ask at the door", asked.Page.QuerySelector("[name='Place.ReachOn']")!.GetAttribute("value"));
        Assert.Equal(RotaChange.NotAFacilitator, await group.SignOnAsync(shift, peer.Account!, ShiftRole.Facilitator));
        Assert.Equal(RotaChange.Done, await group.SignOnAsync(shift, await group.AddAccountAsync(Role.Facilitator), ShiftRole.Facilitator));
        Assert.Equal(RotaChange.NotAPeer, await group.SignOnAsync(shift, await group.AddAccountAsync(Role.Referrer)));
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Get_ALongQuiet_SaysSinceWhen_AndLoggingACallIsASign(EngineKind engine)
    {
        var site = await TestSite.NewAsync(engine);
        var group = await site.NewGroupAsync();
        var (peer, other) = (await group.AddAccountAsync(Role.Peer), await group.SignInAsync(Role.Peer));
        await group.SignOnAsync(await group.PlanShiftAsync(-1, 9), peer);
        site.Folder.Clock.Advance(TimeSpan.FromHours(2));

        Assert.Contains("Not heard since", (await other.GetAsync("/shift")).Words(".people"), StringComparison.Ordinal);
        await group.LogContactAsync(await group.AddPersonAsync(), peer);
        Assert.Contains("Heard just now", (await other.GetAsync("/shift")).Words(".people"), StringComparison.Ordinal);
    }

    /// <summary>Nobody who forgot to sign off is on for ever, and nothing is written about it.</summary>
    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Read_ForgotToSignOff_IsOnForAWhile_AndThenNot(EngineKind engine)
    {
        var site = await TestSite.NewAsync(engine);
        var group = await site.NewGroupAsync();
        await group.SignOnAsync(await group.PlanShiftAsync(-1, 1), await group.AddAccountAsync(Role.Peer));
        site.Folder.Clock.Advance(TimeSpan.FromHours(3));
        Assert.Single(await group.WhoIsOnAsync());
        site.Folder.Clock.Advance(TimeSpan.FromHours(3));
        Assert.Empty(await group.WhoIsOnAsync());
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Post_AccountClosedInMidShiftAndMidCall_LosesNothing_AndSaysSo(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var coordinator = await group.SignInAsync(Role.Coordinator);
        var peer = await group.AddAccountAsync(Role.Peer);
        await group.SignOnAsync(await group.PlanShiftAsync(), peer);
        var later = await group.PlanShiftAsync(24, 28, least: 1);
        await group.TakeAsync(later, peer);
        var person = await group.AddPersonAsync();
        await group.PromiseAsync(person, peer, inDays: 1);
        await group.Store.Write("CallStarted", Actor.CommandLine, unit =>
        {
            unit.Db.CallsUnderWay.Add(new CallUnderWay { Id = Ids.New(), PersonId = person.Id, PeerId = peer.UserId, Kind = ContactKind.CallOut, StartedAt = unit.Now });
            return Task.CompletedTask;
        });

        var page = await coordinator.GetAsync($"/accounts/{peer.Id}");
        foreach (var says in new[] { "is on shift until", "in a call since", "a place on 1 coming shift", "They promised 1 call." })
            Assert.Contains(says, page.Words(), StringComparison.Ordinal);
        await page.PressAsync("Close this account");

        Assert.Empty(await group.WhoIsOnAsync());
        await using var db = await group.Store.ReadAsync();
        Assert.Null((await db.CallsUnderWay.SingleAsync()).EndedAt);
        Assert.Equal(1, (await Rota.FindAsync(db, later.Id))!.Missing(group.Store.Clock.Now));
        Assert.Equal(PromiseState.Open, (await db.Promises.SingleAsync()).State);
        Assert.Contains("Nobody yet. 1 peer is needed.", (await coordinator.GetAsync($"/rota/{later.Id}")).Words(), StringComparison.Ordinal);
        await group.AssertSoundAsync();
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Get_NotHeardSince_ComesWhenTheGroupSays_AsOnTheBoard(EngineKind engine)
    {
        var site = await TestSite.NewAsync(engine);
        var group = await site.NewGroupAsync();
        var (peer, other) = (await group.AddAccountAsync(Role.Peer), await group.SignInAsync(Role.Peer));
        await group.SignOnAsync(await group.PlanShiftAsync(-1, 9), peer);
        site.Folder.Clock.Advance(TimeSpan.FromMinutes(50));
        Assert.Contains("Not heard since", (await other.GetAsync("/shift")).Words(".people"), StringComparison.Ordinal);
        await new DeskSettingsService(group.Store).SetAsync(60, 120, null, Guid.Empty, Actor.CommandLine);
        Assert.DoesNotContain("Not heard since", (await other.GetAsync("/shift")).Words(".people"), StringComparison.Ordinal);
    }
}
