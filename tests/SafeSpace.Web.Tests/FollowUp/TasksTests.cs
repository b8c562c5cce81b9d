using System.Net;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.FollowUp;
using SafeSpace.Core.Shared;
using SafeSpace.Testing;
using SafeSpace.Testing.Build;

namespace SafeSpace.Web.Tests.FollowUp;

public sealed class TasksTests
{
    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Post_NewGivenDone_ShowsWithThePersonAndWithWhoDoesIt(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var (peer, other) = (await group.SignInAsync(Role.Peer), await group.SignInAsync(Role.Peer));
        var person = await group.AddPersonAsync();
        var form = await peer.GetAsync($"/people/{person.Reference}/tasks/new");
        Assert.Equal(HttpStatusCode.BadRequest, (await form.SubmitAsync()).Status);
        Assert.Equal($"/people/{person.Reference}", (await form.SubmitAsync(("What", "ring the council"))).Path);
        await form.SubmitAsync(("What", "ring the council"));
        var task = await group.ReadAsync(db => db.SupportTasks.SingleAsync());
        // Anybody's, and the person is nobody's: it is on their page alone, until somebody takes it.
        Assert.DoesNotContain("ring the council", (await other.GetAsync("/mine")).Words(), StringComparison.Ordinal);
        await (await peer.GetAsync($"/tasks/{task.Id}")).SubmitAsync(("Do", "change"), ("By", other.Account!.Id.ToString()), ("On", "tomorrow"));
        Assert.Contains("ring the council", (await other.GetAsync("/mine")).Words(), StringComparison.Ordinal);
        Assert.Equal("/mine", (await (await other.GetAsync($"/tasks/{task.Id}")).SubmitAsync(("Do", "done"), ("Word", "they come on Friday"))).Path);
        task = await group.ReadAsync(db => db.SupportTasks.SingleAsync());
        Assert.Equal((TaskState.Done, other.Account.UserId), (task.State, task.EndedById!.Value));
        Assert.Equal("they come on Friday", group.Store.Vault.Open(TaskWriter.Outcome, task.Id, task.Outcome));
        Assert.DoesNotContain("ring the council", (await other.GetAsync("/mine")).Words(), StringComparison.Ordinal);
        Assert.Equal($"/people/{person.Reference}", (await other.GetAsync($"/tasks/{task.Id}")).Path);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Post_ChangedByTwo_TheSlowerSeesBoth(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var peer = await group.SignInAsync(Role.Peer);
        var id = Ids.New();
        await new TaskService(group.Store).AddAsync((await group.AddPersonAsync()).Id, new TaskDetails("first"), Follows.ActorOf(peer.Account!), id);
        var (quick, slow) = (await peer.GetAsync($"/tasks/{id}"), await peer.GetAsync($"/tasks/{id}"));
        await quick.SubmitAsync(("Do", "change"), ("What", "quick"));
        var both = await slow.SubmitAsync(("Do", "change"), ("What", "slow"));
        Assert.Equal(HttpStatusCode.Conflict, both.Status);
        Assert.Equal("quick", both.Words(".know"));
        Assert.Equal("slow", both.Page.QuerySelector("[name=What]")!.TextContent);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Get_ATaskOfAPeerWhoLeft_IsThereForWhomeverThePersonIs(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var peer = await group.SignInAsync(Role.Peer);
        var (person, leaver) = (await group.AddPersonAsync(), await group.AddAccountAsync(Role.Peer));
        await group.TieAsync(person, peer.Account!);
        await new TaskService(group.Store).AddAsync(person.Id, new TaskDetails("find a bed", leaver.UserId), Actor.CommandLine, Ids.New());
        Assert.DoesNotContain("find a bed", (await peer.GetAsync("/mine")).Words(), StringComparison.Ordinal);
        await new AccountService(group.Store).RetireAsync(leaver.UserId, Actor.CommandLine);
        Assert.Contains("find a bed", (await peer.GetAsync("/mine")).Words(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Post_Rules_AreOffUntilTurnedOn_AndTwoAtOnceCollideInWords(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var coordinator = await group.SignInAsync(Role.Coordinator);
        var first = await coordinator.GetAsync("/group/calls");
        Assert.Empty(first.Page.QuerySelectorAll("[checked]"));
        await first.SubmitAsync(("AsksMood", "True"));
        var page = await coordinator.GetAsync("/group/calls");
        Assert.Single(page.Page.QuerySelectorAll("[checked]"));
        await page.SubmitAsync(("OwnPages", "True"));
        Assert.Equal(HttpStatusCode.Conflict, (await page.SubmitAsync(("NamesWhoLooked", "True"))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await (await group.SignInAsync(Role.Peer)).GetAsync("/group/calls")).Status);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Post_ChangedAfterSomebodyDidIt_IsNotSaidToBeSaved(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var peer = await group.SignInAsync(Role.Peer);
        var id = Ids.New();
        await new TaskService(group.Store).AddAsync((await group.AddPersonAsync()).Id, new TaskDetails("first"), Follows.ActorOf(peer.Account!), id);
        var (quick, slow) = (await peer.GetAsync($"/tasks/{id}"), await peer.GetAsync($"/tasks/{id}"));
        await quick.SubmitAsync(("Do", "done"));
        var late = await slow.SubmitAsync(("Do", "change"), ("What", "also the second form"));
        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Contains("Nothing of yours was saved", late.Words("body"), StringComparison.Ordinal);
        Assert.Equal("also the second form", late.Page.QuerySelector("[name=What]")!.TextContent);
    }
}
