using System.Net;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Desk;
using SafeSpace.Core.FollowUp;
using SafeSpace.Core.Peers;
using SafeSpace.Core.Shared;
using SafeSpace.Testing;
using SafeSpace.Testing.Build;

namespace SafeSpace.Web.Tests.FollowUp;

public sealed class WhoCanRingTests
{
    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Get_ALatePromise_AsksTheDesk_ThenTheSupervisorToo_AndNamesNoPeer(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var (late, climbed, today) = (await group.AddPersonAsync("Lara", "Late"), await group.AddPersonAsync("Clem", "Climbed"), await group.AddPersonAsync("Tess", "Today"));
        var peer = await group.AddAccountAsync(Role.Peer);
        var now = group.Store.Clock.Now;
        await DueAtAsync(group, await group.PromiseAsync(late, peer), now.AddMinutes(-45));
        await DueAtAsync(group, await group.PromiseAsync(climbed, peer), now.AddMinutes(-95));
        await DueAtAsync(group, await group.PromiseAsync(today, peer), now.AddMinutes(-10));
        var desk = await group.SignInAsync(Role.Facilitator);
        var page = await desk.GetAsync("/promises");
        Assert.Contains("Lara L.", page.Words("section[aria-labelledby=late]"), StringComparison.Ordinal);
        Assert.Contains("Clem C.", page.Words("section[aria-labelledby=supervisor]"), StringComparison.Ordinal);
        foreach (var part in new[] { "late", "supervisor" })
            Assert.DoesNotContain(peer.DisplayName, page.Words($"section[aria-labelledby={part}]"), StringComparison.Ordinal);
        Assert.Contains($"they expect {peer.DisplayName}", page.Words("section:is([aria-labelledby=today], [aria-labelledby=later])"), StringComparison.Ordinal);
        Assert.Contains("Nobody is signed on and free just now.", page.Words(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await (await group.SignInAsync(Role.Peer)).GetAsync("/promises")).Status);

        // The group's own word for how long the desk looks holds here as on the board.
        await new DeskSettingsService(group.Store).SetAsync(40, 45, null, Guid.Empty, Actor.CommandLine);
        Assert.Contains("Lara L.", (await desk.GetAsync("/promises")).Words("section[aria-labelledby=supervisor]"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Get_WhoIsOnShiftAndFree_IsNamed_WhoIsInACallIsNot(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var (free, calling, resting) = (await group.AddAccountAsync(Role.Peer), await group.AddAccountAsync(Role.Peer), await group.AddAccountAsync(Role.Peer));
        var person = await group.AddPersonAsync();
        await group.LateAsync(person, null);
        await group.Store.Write("ShiftBegun", Actor.CommandLine, unit =>
        {
            var shift = new Shift { Id = Ids.New(), StartsAt = unit.Now.AddHours(-1), EndsAt = unit.Now.AddHours(3) };
            unit.Db.Shifts.Add(shift);
            foreach (var peer in new[] { free, calling, resting })
                unit.Db.ShiftPlaces.Add(new ShiftPlace { Id = Ids.New(), ShiftId = shift.Id, PeerId = peer.UserId, SignedOnAt = unit.Now, State = peer == resting ? ShiftState.NoCallsToday : ShiftState.Free });
            return Task.CompletedTask;
        });
        await new SafeSpace.Core.FollowUp.CallService(group.Store).StartAsync(person.Id, calling.UserId, SafeSpace.Core.Diary.ContactKind.CallOut, Follows.ActorOf(calling));
        var words = (await (await group.SignInAsync(Role.Supervisor)).GetAsync("/promises")).Words(".know");
        Assert.Equal($"On shift and free: {free.DisplayName}.", words);
    }

    [Fact]
    public async Task Get_WhoForgotToSignOffDaysAgo_IsNotSaidToBeFree()
    {
        var group = await (await TestSite.OnAsync(EngineKind.Sqlite)).NewGroupAsync();
        await group.LateAsync(await group.AddPersonAsync(), null);
        var forgot = await group.AddAccountAsync(Role.Peer);
        await group.Store.Write("ShiftLongAgo", Actor.CommandLine, unit =>
        {
            var shift = new Shift { Id = Ids.New(), StartsAt = unit.Now.AddDays(-3), EndsAt = unit.Now.AddDays(-3).AddHours(4) };
            unit.Db.Shifts.Add(shift);
            unit.Db.ShiftPlaces.Add(new ShiftPlace { Id = Ids.New(), ShiftId = shift.Id, PeerId = forgot.UserId, SignedOnAt = shift.StartsAt });
            return Task.CompletedTask;
        });
        Assert.Equal("Nobody is signed on and free just now.", (await (await group.SignInAsync(Role.Supervisor)).GetAsync("/promises")).Words(".know"));
    }

    /// <summary>However somebody stops being a peer, what they promised is there, said to be nobody's, and anybody may keep it.</summary>
    [Theory]
    [InlineData(EngineKind.Sqlite, true)]
    [InlineData(EngineKind.Postgres, true)]
    [InlineData(EngineKind.Sqlite, false)]
    [InlineData(EngineKind.Postgres, false)]
    public async Task Get_APeerWhoLeft_TheirPromisesAreNobodys(EngineKind engine, bool closed)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var person = await group.AddPersonAsync("Nina", "Nobodys");
        var leaver = await group.AddAccountAsync(Role.Peer);
        var promise = await group.PromiseAsync(person, leaver, inDays: 1);
        await group.TieAsync(person, leaver);
        if (closed)
            await new AccountService(group.Store).RetireAsync(leaver.UserId, Actor.CommandLine);
        else
            await new AccountService(group.Store).SetRolesAsync(leaver.UserId, [Role.Member], Actor.CommandLine);
        var desk = await group.SignInAsync(Role.Facilitator);
        var page = await desk.GetAsync("/promises");
        Assert.Contains("Nina N.", page.Words("section[aria-labelledby=nobodys]"), StringComparison.Ordinal);
        var given = await (await desk.GetAsync($"/promises/{promise.Id}?from=desk")).SubmitAsync(("Do", "give"), ("Keeper", "anybody"));
        Assert.Equal("/promises", given.Path);
        Assert.Null(given.Page.QuerySelector("section[aria-labelledby=nobodys]"));
        // Whom they had claimed, somebody else may claim.
        Assert.Equal(TieChange.Done, await group.TieAsync(person, desk.Account!));
    }

    private static Task DueAtAsync(TestGroup group, Promise promise, DateTime at) => group.Store.Write("PromiseTimed", Actor.CommandLine, async unit =>
    {
        var row = await unit.Db.Promises.SingleAsync(p => p.Id == promise.Id);
        (row.DueAt, row.DueOn) = (at, unit.Clock.DayOf(at));
    });
}
