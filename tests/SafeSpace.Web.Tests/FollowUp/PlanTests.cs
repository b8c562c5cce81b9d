using System.Net;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.FollowUp;
using SafeSpace.Core.Shared;
using SafeSpace.Testing;
using SafeSpace.Testing.Build;

namespace SafeSpace.Web.Tests.FollowUp;

public sealed class PlanTests
{
    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Post_Plan_IsSealed_SeenBeforeRinging_AndEveryVersionStays(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var peer = await group.SignInAsync(Role.Peer);
        var person = await group.AddPersonAsync();
        var write = await peer.GetAsync($"/people/{person.Reference}/plan/write");
        Assert.Equal(8, write.Page.QuerySelectorAll("textarea[name^='Plan.']").Length);
        var saved = await write.SubmitAsync(("Plan.signs", "I stop\nanswering"), ("Plan.strengths", "I make people laugh"));
        Assert.Equal($"/people/{person.Reference}/plan", saved.Path);
        await write.SubmitAsync(("Plan.signs", "sent twice"));
        Assert.Equal(["What I am good at", "Signs I notice"], saved.Page.QuerySelectorAll(".plan-part h2").Select(h => h.TextContent));
        Assert.Contains("I make people laugh", (await peer.GetAsync($"/people/{person.Reference}/log")).Words(".know"), StringComparison.Ordinal);
        await (await peer.GetAsync($"/people/{person.Reference}/plan/write")).SubmitAsync(("Plan.signs", "I get up at four"));
        await (await peer.GetAsync($"/people/{person.Reference}/plan/write")).SubmitAsync();
        var versions = await group.ReadAsync(db => db.PlanVersions.OrderBy(v => v.MadeAt).ToListAsync());
        Assert.Equal(2, versions.Count);
        var older = await peer.GetAsync($"/people/{person.Reference}/plan?of={versions[0].Id}");
        Assert.Contains("I stop", older.Words(), StringComparison.Ordinal);
        Assert.Contains("This is an older version.", older.Words(), StringComparison.Ordinal);
        Assert.Equal("(sealed)", versions[0].Words.ToString());
        Assert.Equal(HttpStatusCode.NotFound, (await peer.GetAsync($"/people/{person.Reference}/plan?of={Ids.New()}")).Status);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Post_TwoWriteAtOnce_TheSecondSeesBoth_AndNothingIsLost(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var peer = await group.SignInAsync(Role.Peer);
        var person = await group.AddPersonAsync();
        var address = $"/people/{person.Reference}/plan/write";
        var (quick, slow) = (await peer.GetAsync(address), await peer.GetAsync(address));
        await quick.SubmitAsync(("Plan.helps", "theirs"));
        var both = await slow.SubmitAsync(("Plan.helps", "mine"), ("Plan.ask", "Jo"));
        Assert.Equal(HttpStatusCode.Conflict, both.Status);
        Assert.Contains("theirs", both.Words(".know"), StringComparison.Ordinal);
        Assert.Equal(["mine", "Jo"], new[] { "helps", "ask" }.Select(code => both.Page.QuerySelector($"[name='Plan.{code}']")!.TextContent));
        Assert.EndsWith("/plan", (await both.SubmitAsync()).Path, StringComparison.Ordinal);
        var versions = await group.ReadAsync(db => db.PlanVersions.OrderBy(v => v.MadeAt).ToListAsync());
        Assert.Equal(["theirs", "mine"], versions.Select(v => PlanWords.Open(group.Store.Vault, v)["helps"]));
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Get_HeadingsAreTheGroups_AndOneTakenOutOfUseKeepsItsWords(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var peer = await group.SignInAsync(Role.Peer);
        var person = await group.AddPersonAsync();
        var address = $"/people/{person.Reference}/plan/write";
        var open = await peer.GetAsync(address);
        await open.SubmitAsync(("Plan.reasons", "the dog"));
        var lists = new GroupLists(group.Store);
        await lists.AddAsync(GroupList.PlanHeading, "Songs", Actor.CommandLine);
        foreach (var code in new[] { "reasons", "signs" })
            await lists.OfferAsync((await group.ReadAsync(db => db.ListEntries.SingleAsync(e => e.List == GroupList.PlanHeading && e.Code == code))).Id, false, Actor.CommandLine);
        var page = await peer.GetAsync(address);
        Assert.NotNull(page.Page.QuerySelector("[name='Plan.songs']"));
        Assert.Null(page.Page.QuerySelector("[name='Plan.signs']"));
        Assert.Equal("the dog", page.Page.QuerySelector("[name='Plan.reasons']")!.TextContent);
        var tooLong = await page.SubmitAsync(("Plan.songs", new string('a', 20_001)), ("Plan.helps", "kept"));
        Assert.Equal(HttpStatusCode.BadRequest, tooLong.Status);
        Assert.Equal("kept", tooLong.Page.QuerySelector("[name='Plan.helps']")!.TextContent);
        var link = tooLong.Page.QuerySelector(".error-summary a")!.GetAttribute("href")!;
        Assert.NotNull(tooLong.Page.QuerySelector(link));
        Assert.Equal(HttpStatusCode.OK, (await (await group.SignInAsync(Role.Coordinator)).GetAsync("/lists/planheading")).Status);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Get_SomebodyOutsideOnesView_HasNoPlanHere(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var person = await group.AddPersonAsync(open: false);
        foreach (var page in new[] { "plan", "plan/write", "agreed", "rhythm", "own-page", "tasks/new" })
            Assert.Equal(HttpStatusCode.NotFound, (await (await group.SignInAsync(Role.Peer)).GetAsync($"/people/{person.Reference}/{page}")).Status);
    }
}
