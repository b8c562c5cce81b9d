using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Desk.Directing;
using SafeSpace.Core.Desk.KeepingApart;
using SafeSpace.Core.Diary;
using SafeSpace.Core.FollowUp;
using SafeSpace.Core.Peers;
using SafeSpace.Core.Register;
using SafeSpace.Core.Shared;
using SafeSpace.Testing;
using SafeSpace.Testing.Build;

namespace SafeSpace.Web.Tests.Desk;

/// <summary>Two who must not meet are put together by no list, no promise and nothing to do; and who is behind a wall is given to nobody who would never see it.</summary>
public sealed class KeptApartTests
{
    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Set_WhatStoodBetweenTheTwo_IsAnybodysFromThen_AndNothingIsLost(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var (supervisor, peer) = (await group.SignInAsync(Role.Supervisor), await group.SignInAsync(Role.Peer));
        await group.SignOnAsync(atHome: true, ShiftState.Free, peer.Account!);
        var (wanda, other) = (await group.AddPersonAsync("Wanda", "Waits"), await group.AddPersonAsync("Olive", "Other"));
        await group.TieAsync(wanda, peer.Account!);
        await group.TieAsync(wanda, peer.Account!, TieKind.StepDown);
        await group.PromiseAsync(wanda, peer.Account);
        await group.PromiseAsync(other, peer.Account);
        await new TaskService(group.Store).AddAsync(wanda.Id, new TaskDetails("ring the council", peer.Account!.UserId), Actor.CommandLine, Ids.New());
        await new DirectingService(group.Store).GiveAsync(new Giving(Ids.New(), wanda.Id, peer.Account.UserId), Actor.CommandLine);
        Assert.Contains("Wanda W.", (await peer.GetAsync("/mine")).Words(), StringComparison.Ordinal);

        await (await supervisor.GetAsync("/desk/keep-apart")).SubmitFormAsync("#new", ("OnePerson", wanda.Reference), ("OtherPeer", peer.Account.Id.ToString()), ("Why", "an old quarrel"));

        var mine = (await peer.GetAsync("/mine")).Words();
        Assert.DoesNotContain("Wanda", mine, StringComparison.Ordinal);
        Assert.Contains("Olive O.", mine, StringComparison.Ordinal);
        await using var db = await group.Store.ReadAsync();
        Assert.Null((await db.Promises.SingleAsync(p => p.PersonId == wanda.Id && p.State == PromiseState.Open)).PeerId);
        Assert.Equal(peer.Account.UserId, (await db.Promises.SingleAsync(p => p.PersonId == other.Id)).PeerId);
        Assert.Null((await db.SupportTasks.SingleAsync(t => t.State == TaskState.Open)).PeerId);
        Assert.False(await db.PeerTies.AnyAsync(t => t.Until == null) || await db.Directions.AnyAsync(d => d.EndedAt == null));
        Assert.Contains("Wanda W.", (await supervisor.GetAsync("/desk")).Words(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task KeptApart_IsOfferedNoPromiseAndNothingToDo_AndRefusedIfForced(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var (desk, peer) = (await group.SignInAsync(Role.Facilitator), await group.AddAccountAsync(Role.Peer));
        var person = await group.AddPersonAsync("Wanda", "Waits");
        var promise = await group.PromiseAsync(person, null);
        await new KeepApartService(group.Store).SetAsync(Ids.New(), Party.Of(person.Id), Party.Of(peer.UserId), "an old quarrel", Actor.CommandLine);

        foreach (var path in new[] { $"/promises/{promise.Id}", $"/people/{person.Reference}/log", $"/people/{person.Reference}/tasks/new", $"/people/{person.Reference}/close", $"/people/{person.Reference}/connect" })
        {
            var page = await desk.GetAsync(path);
            Assert.Equal(HttpStatusCode.OK, page.Status);
            Assert.DoesNotContain(page.Page.QuerySelectorAll("option, [type=radio]"), o => o.GetAttribute("value") == peer.Id.ToString() && o.Closest("[name=Peer]") is null);
        }

        var give = await (await desk.GetAsync($"/promises/{promise.Id}")).SubmitAsync(("Do", "give"), ("Keeper", peer.Id.ToString()));
        Assert.Equal(HttpStatusCode.BadRequest, give.Status);
        var log = await (await desk.GetAsync($"/people/{person.Reference}/log")).SubmitAsync(("Words", "kept"), ("Next", "1"), ("PromiseBy", peer.Id.ToString()));
        Assert.Equal(HttpStatusCode.BadRequest, log.Status);
        Assert.Contains("kept", log.Text, StringComparison.Ordinal);
        var task = await (await desk.GetAsync($"/people/{person.Reference}/tasks/new")).SubmitAsync(("What", "a form"), ("By", peer.Id.ToString()));
        Assert.Equal(HttpStatusCode.BadRequest, task.Status);
        foreach (var answer in new[] { give, log, task })
            Assert.DoesNotContain("quarrel", answer.Text, StringComparison.Ordinal);
        await using var db = await group.Store.ReadAsync();
        Assert.False(await db.Promises.AnyAsync(p => p.PeerId == peer.UserId) || await db.SupportTasks.AnyAsync());
    }

    /// <summary>Who was rung all the same is not turned away: the call is written down, and the next one somebody else makes.</summary>
    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task APeerKeptApart_WhoLogsACallAllTheSame_PromisesForAnybody(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var peer = await group.SignInAsync(Role.Peer);
        var person = await group.AddPersonAsync("Wanda", "Waits");
        await new KeepApartService(group.Store).SetAsync(Ids.New(), Party.Of(person.Id), Party.Of(peer.Account!.UserId), null, Actor.CommandLine);

        Assert.Equal("/mine", (await (await peer.GetAsync($"/people/{person.Reference}/log")).SubmitAsync(("Kind", "CallIn"), ("Next", "1"))).Path);

        await using var db = await group.Store.ReadAsync();
        Assert.Equal(1, await db.Contacts.CountAsync());
        Assert.Null((await db.Promises.SingleAsync()).PeerId);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task BehindTheWall_OnlyWhoHoldsTheKeyIsOffered_SoThatNobodyIsGivenWhomTheyNeverSee(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var keyholder = await group.SignInAsync(Role.Facilitator);
        var (second, stranger) = (await group.SignInAsync(Role.Peer), await group.AddAccountAsync(Role.Peer));
        var person = await group.AddPersonAsync("Zelda", "Quill");
        await group.WallAsync(person, await group.AddAccountAsync(Role.Peer), keyholder.Account!, second.Account!);
        await group.SignOnAsync(atHome: true, ShiftState.Free, keyholder.Account!, second.Account!, stranger);
        var promise = await group.PromiseAsync(person, keyholder.Account);

        var page = await keyholder.GetAsync($"/desk/give/{person.Reference}");
        Assert.Equal(new[] { keyholder.Account!.Id, second.Account!.Id }.Select(i => i.ToString()).Order(), page.Page.QuerySelectorAll("[name=Peer]").Select(p => p.GetAttribute("value")!).Order());
        var forced = await keyholder.PostAsync(page.Path, [.. page.FormFields(("Peer", stranger.Id.ToString()), ("Do", "give"))]);
        Assert.Equal(HttpStatusCode.BadRequest, forced.Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await (await keyholder.GetAsync($"/promises/{promise.Id}")).SubmitAsync(("Do", "give"), ("Keeper", stranger.Id.ToString()))).Status);

        Assert.Equal("/desk", (await page.SubmitFormAsync("#give", ("Peer", second.Account.Id.ToString()), ("Do", "give"))).Path);
        Assert.Contains("Zelda Q.", (await second.GetAsync("/mine")).Words(), StringComparison.Ordinal);
    }
}
