using System.Net;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.FollowUp;
using SafeSpace.Core.Register;
using SafeSpace.Core.Shared;
using SafeSpace.Testing;
using SafeSpace.Testing.Build;

namespace SafeSpace.Web.Tests.FollowUp;

public sealed class OwnPageTests
{
    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Post_Invite_AsksASafeWayFirst_AndTheLinkWorksOnce(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var peer = await group.SignInAsync(Role.Peer);
        var person = await group.AddPersonAsync();
        var address = $"/people/{person.Reference}/own-page";
        Assert.Contains("Our group has no such pages.", (await peer.GetAsync(address)).Words(), StringComparison.Ordinal);
        await group.RulesAsync(ownPages: true);
        var page = await peer.GetAsync(address);
        var refused = await page.SubmitAsync(("Email", "sam@test.example"));
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Equal(3, refused.Page.QuerySelectorAll(".error-summary li").Length);
        Assert.Equal(0, await group.ReadAsync(db => db.PersonAccounts.CountAsync()));
        var invited = await refused.SubmitAsync(("IsSafe", "True"), ("SafeWay", "her own phone"), ("CanLeave", "True"));
        var link = new Uri(invited.Words("[data-link]")).AbsolutePath;
        Assert.DoesNotContain("set-up", (await peer.GetAsync(address)).Text, StringComparison.Ordinal);
        Assert.Contains("her own phone", (await peer.GetAsync(address)).Words(), StringComparison.Ordinal);

        var sam = group.Visit();
        var set = await (await sam.GetAsync(link)).SubmitAsync(("Name", "Sam"), ("Password", "river lamp kettle 42"));
        Assert.StartsWith("/sign-in", set.Path, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Gone, (await group.Visit().GetAsync(link)).Status);
        var roles = await group.ReadAsync(db => db.UserRoles.Where(r => r.Role == Role.Member).CountAsync());
        Assert.Equal(1, roles);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Get_MyPage_ShowsMyPlanPromisesAndWhoLooked_AndNothingOfAnybodyElse(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        await group.RulesAsync(ownPages: true);
        var (peer, member) = (await group.SignInAsync(Role.Peer), await group.SignInAsync(Role.Member));
        var (person, other) = (await group.AddPersonAsync(), await group.AddPersonAsync("Otto", "Other"));
        Assert.Contains("You have no page of your own here yet.", (await member.GetAsync("/my-page")).Words(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await member.GetAsync("/my-page/plan")).Status);
        await new OwnPageService(group.Store).TieAsync(person.Id, member.Account!.UserId, "safe", Follows.ActorOf(peer.Account!));
        await (await peer.GetAsync($"/people/{person.Reference}/plan/write")).SubmitAsync(("Plan.helps", "a walk"));
        await (await peer.GetAsync($"/people/{other.Reference}/plan/write")).SubmitAsync(("Plan.helps", "somebody else's"));
        await group.PromiseAsync(person, peer.Account, inDays: 1, at: new TimeOnly(18, 0));
        await group.LateAsync(person, peer.Account);

        var page = await member.GetAsync("/my-page");
        Assert.Contains("a walk", page.Words("section[aria-labelledby=plan]"), StringComparison.Ordinal);
        Assert.Contains("A call: tomorrow, 18:00", page.Words("section[aria-labelledby=expect]"), StringComparison.Ordinal);
        Assert.Contains("we are sorry", page.Words("section[aria-labelledby=expect]"), StringComparison.Ordinal);
        Assert.Contains(": a peer", page.Words("section[aria-labelledby=looked]"), StringComparison.Ordinal);
        Assert.DoesNotContain(peer.Account!.DisplayName, page.Words(), StringComparison.Ordinal);
        Assert.DoesNotContain("somebody else's", page.Words(), StringComparison.Ordinal);
        Assert.DoesNotContain("member", page.Words("section[aria-labelledby=looked]"), StringComparison.OrdinalIgnoreCase);
        Assert.NotNull(page.Page.QuerySelector("a[data-leave]"));
        Assert.Equal(HttpStatusCode.NotFound, (await member.GetAsync($"/people/{person.Reference}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await peer.GetAsync("/my-page")).Status);

        await new FollowUpSettings(group.Store).ChangeAsync(new FollowUpChoice(false, true, NamesWhoLooked: true), (await group.ReadAsync(FollowUpSettings.ReadAsync)).Version, Actor.CommandLine);
        Assert.Contains(peer.Account.DisplayName, (await member.GetAsync("/my-page")).Words("section[aria-labelledby=looked]"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Post_MyPlanAndMyOffer_AreMine_AndPeersSeeThem(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        await group.RulesAsync(ownPages: true);
        var (peer, member) = (await group.SignInAsync(Role.Peer), await group.SignInAsync(Role.Member));
        var person = await group.AddPersonAsync();
        await new OwnPageService(group.Store).TieAsync(person.Id, member.Account!.UserId, "safe", Follows.ActorOf(peer.Account!));
        var (mine, theirs) = (await member.GetAsync("/my-page/plan"), await peer.GetAsync($"/people/{person.Reference}/plan/write"));
        Assert.Equal("/my-page", (await mine.SubmitAsync(("Plan.reasons", "my garden"))).Path);
        var both = await theirs.SubmitAsync(("Plan.reasons", "his garden"));
        Assert.Equal(HttpStatusCode.Conflict, both.Status);
        Assert.Contains("my garden", both.Words(".know"), StringComparison.Ordinal);
        Assert.Contains("they themselves", (await peer.GetAsync($"/people/{person.Reference}/plan")).Words(), StringComparison.Ordinal);
        await (await member.GetAsync("/my-page")).SubmitAsync(("Offer", "I mend bicycles"));
        Assert.Equal("I mend bicycles", (await member.GetAsync("/my-page")).Page.QuerySelector("[name=Offer]")!.TextContent);
        Assert.Contains("I mend bicycles", (await peer.GetAsync($"/people/{person.Reference}")).Words(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite, true)]
    [InlineData(EngineKind.Postgres, true)]
    [InlineData(EngineKind.Sqlite, false)]
    [InlineData(EngineKind.Postgres, false)]
    public async Task Post_End_ByEitherSide_AndTurnedOffByTheGroup_ThePageIsGone(EngineKind engine, bool byThemselves)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        await group.RulesAsync(ownPages: true);
        var (peer, member) = (await group.SignInAsync(Role.Peer), await group.SignInAsync(Role.Member));
        var person = await group.AddPersonAsync();
        await new OwnPageService(group.Store).TieAsync(person.Id, member.Account!.UserId, "safe", Follows.ActorOf(peer.Account!));
        var before = await member.GetAsync("/my-page");
        await group.Store.Write("TurnedOff", Actor.CommandLine, async unit => (await unit.Db.FollowUpRules.SingleAsync()).OwnPages = false);
        Assert.Contains("You have no page of your own here yet.", (await member.GetAsync("/my-page")).Words(), StringComparison.Ordinal);
        await group.Store.Write("TurnedOn", Actor.CommandLine, async unit => (await unit.Db.FollowUpRules.SingleAsync()).OwnPages = true);
        if (byThemselves)
            await before.SubmitFormAsync("section[aria-labelledby=end] form", ("Do", "end"));
        else
            await (await peer.GetAsync($"/people/{person.Reference}/own-page")).SubmitAsync(("Do", "end"));
        Assert.Contains("You have no page of your own here yet.", (await member.GetAsync("/my-page")).Words(), StringComparison.Ordinal);
        Assert.NotNull((await group.ReadAsync(db => db.PersonAccounts.SingleAsync())).Until);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Post_End_AnAccountMadeForThePage_IsClosedWithIt_AndItsLinkIsDead(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        await group.RulesAsync(ownPages: true);
        var person = await group.AddPersonAsync();
        var pages = new OwnPageService(group.Store);
        var invited = await pages.InviteAsync(person.Id, "sam@test.example", "Sam", "safe", Actor.CommandLine);
        Assert.Equal(InviteResult.InvitedAlready, (await pages.InviteAsync(person.Id, "sam2@test.example", "Sam", "safe", Actor.CommandLine)).Result);
        Assert.Equal(InviteResult.AddressTaken, (await pages.InviteAsync((await group.AddPersonAsync()).Id, "SAM@test.example", "Sam", "safe", Actor.CommandLine)).Result);
        Assert.True(await pages.EndAsync(person.Id, Actor.CommandLine));
        Assert.Equal(HttpStatusCode.Gone, (await group.Visit().GetAsync($"/set-up/{invited.Secret}")).Status);
        Assert.NotNull((await group.ReadAsync(db => db.Users.SingleAsync(u => u.Email == "sam@test.example"))).RetiredAt);
        Assert.False(await pages.EndAsync(person.Id, Actor.CommandLine));
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Post_Invite_AMemberWithAnAccount_IsAskedWhetherItIsTheirs_AndGetsNoSecondOne(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        await group.RulesAsync(ownPages: true);
        var (peer, member, colleague) = (await group.SignInAsync(Role.Peer), await group.SignInAsync(Role.Member), await group.AddAccountAsync(Role.Peer));
        var person = await group.AddPersonAsync();
        (string, string)[] asked = [("IsSafe", "True"), ("SafeWay", "her own phone"), ("CanLeave", "True")];
        var page = await peer.GetAsync($"/people/{person.Reference}/own-page");
        Assert.Contains("Please ask them for another address.", (await page.SubmitAsync([.. asked, ("Email", colleague.Email!)])).Words("body"), StringComparison.Ordinal);

        var known = await page.SubmitAsync([.. asked, ("Email", member.Account!.Email!)]);
        Assert.Equal(HttpStatusCode.BadRequest, known.Status);
        Assert.Contains("her own phone", known.Text, StringComparison.Ordinal);
        Assert.False(await group.ReadAsync(db => db.PersonAccounts.AnyAsync()));
        var tied = await known.SubmitAsync(("IsTheirs", "True"));

        Assert.Contains("They sign in as they always do.", tied.Words("body"), StringComparison.Ordinal);
        Assert.Contains("My plan", (await member.GetAsync("/my-page")).Words(), StringComparison.Ordinal);
        await new OwnPageService(group.Store).EndAsync(person.Id, Actor.CommandLine);
        Assert.Equal(HttpStatusCode.OK, (await member.GetAsync("/my-page")).Status); // the account was theirs before, and stays
        Assert.Contains("You have no page of your own here yet.", (await member.GetAsync("/my-page")).Words(), StringComparison.Ordinal);
    }
}
