using System.Net;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Connections;
using SafeSpace.Core.Connections.Hospital;
using SafeSpace.Core.Data;
using SafeSpace.Core.Desk.KeepingApart;
using SafeSpace.Core.FollowUp;
using SafeSpace.Core.Register;
using SafeSpace.Core.Shared;
using SafeSpace.Testing;
using SafeSpace.Testing.Build;
using SafeSpace.Web.Tests.Diary;

namespace SafeSpace.Web.Tests.FollowUp;

public sealed class ClosingTests
{
    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Post_Close_AsksWhatHappensToEachPromise(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var (desk, peer) = (await group.SignInAsync(Role.Facilitator), await group.AddAccountAsync(Role.Peer));
        var person = await group.AddPersonAsync();
        for (var day = 1; day <= 3; day++)
            await group.PromiseAsync(person, peer, inDays: day);
        var page = await desk.GetAsync($"/people/{person.Reference}/close");
        var silent = await page.SubmitAsync(("Reason", "better"));
        Assert.Equal(HttpStatusCode.BadRequest, silent.Status);
        Assert.Equal(3, silent.Page.QuerySelectorAll(".card .error").Length);
        var wordless = await silent.SubmitAsync(("Fates[0].What", "keep"), ("Fates[1].What", "release"), ("Fates[2].What", desk.Account!.Id.ToString()));
        Assert.Equal(HttpStatusCode.BadRequest, wordless.Status);
        Assert.Contains("why it is not needed any more", wordless.Words(), StringComparison.Ordinal);
        var done = await wordless.SubmitAsync(("Fates[1].Word", "she said so"));
        Assert.Equal($"/people/{person.Reference}", done.Path);
        var promises = await group.ReadAsync(db => db.Promises.OrderBy(p => p.DueOn).ToListAsync());
        Assert.Equal([PromiseState.Open, PromiseState.Released, PromiseState.Open], promises.Select(p => p.State));
        Assert.Equal([peer.UserId, desk.Account.UserId], new[] { promises[0].PeerId!.Value, promises[2].PeerId!.Value });
        Assert.Equal("she said so", group.Store.Vault.Open(PromiseWriter.Words, promises[1].Id, promises[1].Words));
        Assert.Equal(CaseState.Closed, (await group.ReadAsync(db => db.Cases.SingleAsync())).State);
        // What still holds does not vanish with the case.
        Assert.Contains("Sam H.", (await desk.GetAsync("/promises")).Words(), StringComparison.Ordinal);

        await (await desk.GetAsync($"/people/{person.Reference}/reopen")).SubmitAsync(("What", "mistake"));

        promises = await group.ReadAsync(db => db.Promises.OrderBy(p => p.DueOn).ToListAsync());
        Assert.All(promises, p => Assert.Equal((PromiseState.Open, (DateTime?)null), (p.State, p.EndedAt)));
        Assert.Equal([peer.UserId, peer.UserId, desk.Account.UserId], promises.Select(p => p.PeerId!.Value));
        await group.AssertSoundAsync();
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Post_Close_AsksWhatHappensToEachThingStillToDo(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var (desk, peer) = (await group.SignInAsync(Role.Facilitator), await group.AddAccountAsync(Role.Peer));
        var person = await group.AddPersonAsync();
        foreach (var what in new[] { "a letter to the council", "a bed", "a lift on Tuesday" })
            await new TaskService(group.Store).AddAsync(person.Id, new TaskDetails(what, peer.UserId), Follows.ActorOf(peer), Ids.New());
        var page = await desk.GetAsync($"/people/{person.Reference}/close");
        Assert.Contains("Still to do · a bed", page.Words(), StringComparison.Ordinal);
        var silent = await page.SubmitAsync(("Reason", "better"));
        Assert.Equal(HttpStatusCode.BadRequest, silent.Status);
        Assert.Equal(3, silent.Page.QuerySelectorAll(".card .error").Length);
        Assert.Equal(CaseState.Open, (await group.ReadAsync(db => db.Cases.SingleAsync())).State);

        var done = await silent.SubmitAsync(("Fates[0].What", "keep"), ("Fates[1].What", "release"), ("Fates[1].Word", "her sister has one"), ("Fates[2].What", desk.Account!.Id.ToString()));

        Assert.Equal($"/people/{person.Reference}", done.Path);
        Assert.Equal(CaseState.Closed, (await group.ReadAsync(db => db.Cases.SingleAsync())).State);
        var tasks = await group.ReadAsync(db => db.SupportTasks.OrderBy(t => t.MadeAt).ThenBy(t => t.Id).ToListAsync());
        Assert.Equal([TaskState.Open, TaskState.Dropped, TaskState.Open], tasks.Select(t => t.State));
        Assert.Equal([peer.UserId, desk.Account.UserId], new[] { tasks[0].PeerId!.Value, tasks[2].PeerId!.Value });
        Assert.Equal("her sister has one", group.Store.Vault.Open(TaskWriter.Outcome, tasks[1].Id, tasks[1].Outcome));
        Assert.Contains("a lift on Tuesday", (await desk.GetAsync("/mine")).Words(), StringComparison.Ordinal);

        await (await desk.GetAsync($"/people/{person.Reference}/reopen")).SubmitAsync(("What", "mistake"));

        Assert.All(await group.ReadAsync(db => db.SupportTasks.ToListAsync()), t => Assert.Equal(TaskState.Open, t.State));
        await group.AssertSoundAsync();
    }

    /// <summary>What was released before, or at an earlier closing, is not what this closing ended.</summary>
    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task UndoneClosing_BringsBackWhatItEnded_AndNothingElse(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var (desk, peer) = (await group.SignInAsync(Role.Facilitator), await group.AddAccountAsync(Role.Peer));
        var person = await group.AddPersonAsync();
        await group.PromiseAsync(person, peer, inDays: 1);
        await (await desk.GetAsync($"/people/{person.Reference}/close")).SubmitAsync(("Reason", "better"), ("Fates[0].What", "release"), ("Fates[0].Word", "rang yesterday"));
        await (await desk.GetAsync($"/people/{person.Reference}/reopen")).SubmitAsync(("What", "mistake"));
        var first = await group.ReadAsync(db => db.Promises.SingleAsync());
        await new PromiseService(group.Store).ReleaseAsync(first.Id, first.Version, "not needed", Follows.ActorOf(peer));
        await group.Store.Write("AnHourAgo", Actor.CommandLine, async unit => (await unit.Db.Promises.SingleAsync(p => p.Id == first.Id)).EndedAt = unit.Now.AddHours(-1)); // the clock stands in tests
        await group.PromiseAsync(person, peer, inDays: 2);
        await (await desk.GetAsync($"/people/{person.Reference}/close")).SubmitAsync(("Reason", "better"), ("Fates[0].What", "release"), ("Fates[0].Word", "moved away"));

        await (await desk.GetAsync($"/people/{person.Reference}/reopen")).SubmitAsync(("What", "mistake"));

        Assert.Equal([PromiseState.Released, PromiseState.Open], (await group.ReadAsync(db => db.Promises.OrderBy(p => p.DueOn).ToListAsync())).Select(p => p.State));
        await group.AssertSoundAsync();
    }

    /// <summary>Somebody closed and referred again, and then not taken on: undoing that closing is not undoing the one before.</summary>
    [Fact]
    public async Task UndoneClosing_OfANewSpell_BringsNothingOfTheOneBefore()
    {
        var group = await (await TestSite.OnAsync(EngineKind.Sqlite)).NewGroupAsync();
        var (desk, peer) = (await group.SignInAsync(Role.Facilitator), await group.AddAccountAsync(Role.Peer));
        var person = await group.AddPersonAsync();
        await group.PromiseAsync(person, peer, inDays: 1);
        await (await desk.GetAsync($"/people/{person.Reference}/close")).SubmitAsync(("Reason", "better"), ("Fates[0].What", "release"), ("Fates[0].Word", "moved away"));
        await group.Store.Write("ReferredAgain", Actor.CommandLine, async unit =>
        {
            await CaseWriter.OpenAsync(unit, person.Id, unit.Clock.Today, null);
            await CaseWriter.CloseAsync(unit, person.Id, unit.Clock.Today, null, null); // as a referral that is not taken on does
        });

        await (await desk.GetAsync($"/people/{person.Reference}/reopen")).SubmitAsync(("What", "mistake"));

        Assert.Equal(CaseState.Open, (await group.ReadAsync(db => db.Cases.SingleAsync())).State);
        Assert.Equal(PromiseState.Released, (await group.ReadAsync(db => db.Promises.SingleAsync())).State);
    }

    /// <summary>What happened since holds: the two are kept apart by now, and the same was promised anew.</summary>
    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task UndoneClosing_LooksAtWhatHappenedSince(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var (desk, apart, other) = (await group.SignInAsync(Role.Facilitator), await group.AddAccountAsync(Role.Peer), await group.AddAccountAsync(Role.Peer));
        var person = await group.AddPersonAsync();
        await group.PromiseAsync(person, apart, inDays: 1);
        await group.PromiseAsync(person, other, inDays: 2);
        var (here, gone) = (Ids.New(), Ids.New());
        await group.Store.Write("TwoStays", Actor.CommandLine, unit =>
        {
            foreach (var (stay, days) in new[] { (here, 3), (gone, 4) })
            {
                unit.Db.HospitalStays.Add(new HospitalStay { Id = stay, PersonId = person.Id, Since = unit.Now });
                unit.Db.Promises.Add(new Promise { Id = Ids.New(), PersonId = person.Id, PeerId = other.UserId, DueOn = unit.Clock.Today.AddDays(days), Visit = true, ForId = stay, MadeAt = unit.Now });
            }

            return Task.FromResult(0);
        });
        await (await desk.GetAsync($"/people/{person.Reference}/close")).SubmitAsync(
            [("Reason", "better"), .. Enumerable.Range(0, 4).SelectMany(i => new[] { ($"Fates[{i}].What", "release"), ($"Fates[{i}].Word", "moved away") })]);
        Assert.DoesNotContain(await group.ReadAsync(db => db.Promises.ToListAsync()), p => p.State == PromiseState.Open);
        await group.Store.Write("HomeSince", Actor.CommandLine, async unit => (await unit.Db.HospitalStays.SingleAsync(s => s.Id == gone)).HomeAt = unit.Now);
        await new KeepApartService(group.Store).SetAsync(Ids.New(), Party.Of(person.Id), Party.Of(apart.UserId), "they were a couple", Actor.CommandLine);
        await group.PromiseAsync(person, other, inDays: 2);

        await (await desk.GetAsync($"/people/{person.Reference}/reopen")).SubmitAsync(("What", "mistake"));

        var promises = await group.ReadAsync(db => db.Promises.Where(p => p.State == PromiseState.Open).OrderBy(p => p.DueOn).ToListAsync());
        Assert.Equal([null, other.UserId, other.UserId], promises.Select(p => p.PeerId));
        Assert.Equal([null, null, here], promises.Select(p => p.ForId)); // nobody visits where they are not any more
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Post_Close_APromiseMadeMeanwhile_IsAskedAbout(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var desk = await group.SignInAsync(Role.Facilitator);
        var person = await group.AddPersonAsync();
        var page = await desk.GetAsync($"/people/{person.Reference}/close");
        await group.PromiseAsync(person, null, inDays: 1);
        var asked = await page.SubmitAsync(("Reason", "better"), ("HowThingsAre", "typed"));
        Assert.Equal(HttpStatusCode.BadRequest, asked.Status);
        Assert.Contains("What happens to it?", asked.Words(), StringComparison.Ordinal);
        Assert.Equal("typed", asked.Page.QuerySelector("[name=HowThingsAre]")!.TextContent);
        Assert.Equal($"/people/{person.Reference}", (await asked.SubmitAsync(("Fates[0].What", "anybody"))).Path);
        // Anybody's promise is seen by every peer, though the case is closed.
        Assert.Equal(HttpStatusCode.OK, (await (await group.SignInAsync(Role.Peer)).GetAsync($"/people/{person.Reference}")).Status);
    }
}
