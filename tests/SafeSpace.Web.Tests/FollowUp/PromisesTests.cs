using System.Net;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.FollowUp;
using SafeSpace.Testing;
using SafeSpace.Testing.Build;

namespace SafeSpace.Web.Tests.FollowUp;

public sealed class PromisesTests
{
    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Post_Move_KeepsTheOldOneReadable_WithAWordWhy(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var peer = await group.SignInAsync(Role.Peer);
        var promise = await group.PromiseAsync(await group.AddPersonAsync(), peer.Account);
        var moved = await (await peer.GetAsync($"/promises/{promise.Id}")).SubmitAsync(("On", "tomorrow"), ("Time", "6pm"), ("Why", "she is at her sister's"), ("Do", "move"));
        Assert.Equal("/mine", moved.Path);
        await using var db = await group.Store.ReadAsync();
        var all = await db.Promises.AsNoTracking().OrderBy(p => p.DueOn).ToListAsync();
        Assert.Equal([PromiseState.Moved, PromiseState.Open], all.Select(p => p.State));
        Assert.Equal("she is at her sister's", group.Store.Vault.Open(PromiseWriter.Words, all[0].Id, all[0].Words));
        Assert.Equal((group.Store.Clock.Today.AddDays(1), peer.Account!.UserId), (all[1].DueOn, all[1].PeerId!.Value));
        Assert.Equal(18, group.Store.Clock.ToLocal(all[1].DueAt!.Value).Hour);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite, "release", PromiseState.Released)]
    [InlineData(EngineKind.Postgres, "release", PromiseState.Released)]
    [InlineData(EngineKind.Sqlite, "keep", PromiseState.Kept)]
    [InlineData(EngineKind.Postgres, "keep", PromiseState.Kept)]
    public async Task Post_ReleaseOrKeep_EndsIt(EngineKind engine, string what, PromiseState state)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var peer = await group.SignInAsync(Role.Peer);
        var promise = await group.PromiseAsync(await group.AddPersonAsync(), peer.Account);
        var page = await peer.GetAsync($"/promises/{promise.Id}");
        Assert.Equal("/mine", (await page.SubmitAsync(("Do", what))).Path);
        Assert.Equal("/mine", (await page.SubmitAsync(("Do", what))).Path);
        await using var db = await group.Store.ReadAsync();
        Assert.Equal(state, (await db.Promises.SingleAsync()).State);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Post_MistakeOrStale_LosesNothing(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var peer = await group.SignInAsync(Role.Peer);
        var promise = await group.PromiseAsync(await group.AddPersonAsync(), peer.Account, inDays: 1);
        var page = await peer.GetAsync($"/promises/{promise.Id}");
        var past = await page.SubmitAsync(("On", "yesterday"), ("Why", "typed"), ("Do", "move"));
        Assert.Equal(HttpStatusCode.BadRequest, past.Status);
        Assert.Equal("typed", past.Page.QuerySelector("[name=Why]")!.GetAttribute("value"));
        await group.Store.Write("PromiseTimed", SafeSpace.Core.Shared.Actor.CommandLine, async unit => (await unit.Db.Promises.SingleAsync()).DueAt = unit.Now);
        var stale = await page.SubmitAsync(("On", "tomorrow"), ("Why", "typed"), ("Do", "move"));
        Assert.Equal(HttpStatusCode.Conflict, stale.Status);
        Assert.Equal("typed", stale.Page.QuerySelector("[name=Why]")!.GetAttribute("value"));
        Assert.Equal("/mine", (await stale.SubmitAsync(("On", "tomorrow"), ("Do", "move"))).Path);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Get_AnothersPromise_IsThere_WhereThePersonIs(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var (seen, hidden) = (await group.AddPersonAsync(), await group.AddPersonAsync("Cleo", "Closed"));
        await group.CloseCaseAsync(hidden);
        var other = await group.AddAccountAsync(Role.Peer);
        var (open, closed) = (await group.PromiseAsync(seen, other), await group.PromiseAsync(hidden, other));
        var peer = await group.SignInAsync(Role.Peer);
        Assert.Equal(HttpStatusCode.OK, (await peer.GetAsync($"/promises/{open.Id}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await peer.GetAsync($"/promises/{closed.Id}")).Status);
        Assert.Equal(HttpStatusCode.OK, (await (await group.SignInAsync(Role.Supervisor)).GetAsync($"/promises/{closed.Id}")).Status);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Post_Miss_SaysWhatTheyWereTold_PromisesAnew_AndNamesNobody(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var peer = await group.SignInAsync(Role.Peer);
        var promise = await group.LateAsync(await group.AddPersonAsync(), peer.Account!);
        var page = await peer.GetAsync($"/promises/{promise.Id}");
        Assert.Contains("Its time has gone by.", page.Words(), StringComparison.Ordinal);
        Assert.DoesNotContain("They expect", page.Words(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await page.SubmitAsync(("Do", "miss"))).Status);
        Assert.Equal("/mine", (await page.SubmitAsync(("Do", "miss"), ("Told", "Sorry; Ola rings at six."), ("On", "tomorrow"), ("Time", "18:00"))).Path);
        await using var db = await group.Store.ReadAsync();
        var all = await db.Promises.AsNoTracking().OrderBy(p => p.DueOn).ToListAsync();
        Assert.Equal([PromiseState.Missed, PromiseState.Open], all.Select(p => p.State));
        Assert.Equal("Sorry; Ola rings at six.", group.Store.Vault.Open(PromiseWriter.Words, all[0].Id, all[0].Words));
        Assert.Null(all[0].PeerId);
        Assert.Equal((all[0].Id, peer.Account!.UserId), (all[1].PreviousId!.Value, all[1].PeerId!.Value));
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Post_Miss_BeforeItsTime_IsRefusedWithASentence(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var peer = await group.SignInAsync(Role.Peer);
        var promise = await group.PromiseAsync(await group.AddPersonAsync(), peer.Account, inDays: 1);
        var page = await peer.GetAsync($"/promises/{promise.Id}");
        Assert.DoesNotContain("missed", page.Words(), StringComparison.Ordinal);
        var change = await new PromiseService(group.Store).MissAsync(promise.Id, promise.Version, "too soon", null, SafeSpace.Core.Shared.Actor.CommandLine);
        Assert.Equal(PromiseChange.NotLate, change);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Post_Give_AnotherKeepsIt(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var (one, two) = (await group.SignInAsync(Role.Peer), await group.SignInAsync(Role.Peer));
        var person = await group.AddPersonAsync("Nadia", "Nowak");
        var promise = await group.PromiseAsync(person, one.Account);
        var page = await one.GetAsync($"/promises/{promise.Id}");
        Assert.Equal(HttpStatusCode.BadRequest, (await page.SubmitAsync(("Do", "give"))).Status);
        await page.SubmitAsync(("Do", "give"), ("Keeper", two.Account!.Id.ToString()));
        Assert.Contains("Nadia N.", (await two.GetAsync("/mine")).Words("section[aria-labelledby=today]"), StringComparison.Ordinal);
        await (await two.GetAsync($"/people/{person.Reference}/log")).SubmitAsync(("Kind", "CallOut"));
        await using var db = await group.Store.ReadAsync();
        Assert.Equal(PromiseState.Kept, (await db.Promises.SingleAsync()).State);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Post_Move_OfOneThatEndedMeanwhile_IsNotSaidToBeSaved_AndCanBePromisedAnew(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var (one, two) = (await group.SignInAsync(Role.Peer), await group.SignInAsync(Role.Peer));
        var promise = await group.PromiseAsync(await group.AddPersonAsync(), null);
        var (quick, slow) = (await one.GetAsync($"/promises/{promise.Id}"), await two.GetAsync($"/promises/{promise.Id}"));
        await quick.SubmitAsync(("Do", "keep"));

        var late = await slow.SubmitAsync(("On", "tomorrow"), ("Time", "18:00"), ("Why", "they asked for it"), ("Do", "move"));

        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Contains("It was kept meanwhile. Nothing of yours was saved.", late.Words("body"), StringComparison.Ordinal);
        Assert.Equal("they asked for it", late.Page.QuerySelector("[name=Why]")!.GetAttribute("value"));
        Assert.Equal("/mine", (await late.SubmitAsync(("On", "tomorrow"), ("Time", "18:00"), ("Do", "anew"))).Path);
        await using var db = await group.Store.ReadAsync();
        var anew = await db.Promises.SingleAsync(p => p.State == PromiseState.Open);
        Assert.Equal((group.Store.Clock.Today.AddDays(1), two.Account!.UserId), (anew.DueOn, anew.PeerId!.Value));
    }
}
