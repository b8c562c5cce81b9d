using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Desk.SinceLast;
using SafeSpace.Core.FollowUp;
using SafeSpace.Core.Referrals;
using SafeSpace.Core.Register;
using SafeSpace.Core.Shared;
using SafeSpace.Testing;
using SafeSpace.Testing.Build;
using SafeSpace.Web.Tests.Connections;

namespace SafeSpace.Web.Tests.Desk;

/// <summary>What happened since somebody was last here: theirs first, within what they may see.</summary>
public sealed class SinceLastTests
{
    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task OthersWork_IsTold_OnesOwnIsNot_AndTheBookmarkMovesOn(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var (me, other) = (await group.SignInAsync(Role.Peer), await group.AddAccountAsync(Role.Peer));
        var (mine, open) = (await group.AddPersonAsync("Sam", "Harley"), await group.AddPersonAsync("Kit", "Moore"));
        await group.TieAsync(mine, me.Account!);
        await group.LogContactAsync(open, me.Account!, daysAgo: 1);
        Assert.DoesNotContain("Kit M.", (await me.GetAsync("/since")).Words(), StringComparison.Ordinal);
        await group.LogContactAsync(mine, other);
        await group.LogContactAsync(open, other);
        await group.ConnectAsync(mine, await group.AddPartnerAsync());

        Assert.Contains("news of 2 people", (await me.GetAsync("/")).Words(), StringComparison.Ordinal);
        Assert.Contains("news of 2 people", (await me.GetAsync("/mine")).Words(), StringComparison.Ordinal);
        var page = await me.GetAsync("/since");
        Assert.Contains("Sam H.", page.Words("section[aria-labelledby=mine]"), StringComparison.Ordinal);
        Assert.Contains("contact logged, " + other.DisplayName, page.Words("section[aria-labelledby=mine]"), StringComparison.Ordinal);
        Assert.Contains("asked another service to take them", page.Words("section[aria-labelledby=mine]"), StringComparison.Ordinal);
        Assert.Contains("Kit M.", page.Words("section[aria-labelledby=others]"), StringComparison.Ordinal);
        group.Site.Folder.Clock.Advance(TimeSpan.FromSeconds(1));
        await group.PromiseAsync(open, other); // after the page was made: not read with it
        var read = await page.SubmitAsync();
        Assert.Contains("promise made", read.Words(), StringComparison.Ordinal);
        Assert.DoesNotContain("contact logged", read.Words(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task PeopleOutsideOnesView_AreNotTold(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var (peer, desk, other) = (await group.SignInAsync(Role.Peer), await group.SignInAsync(Role.Facilitator), await group.AddAccountAsync(Role.Peer));
        var hidden = await group.AddPersonAsync("Zofia", "Hiddenly", open: false);
        await group.LogContactAsync(hidden, other);
        Assert.DoesNotContain("Zofia", (await peer.GetAsync("/since")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("news of", (await peer.GetAsync("/")).Words(), StringComparison.Ordinal);
        Assert.Contains("Zofia H.", (await desk.GetAsync("/since")).Words(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task AReferrer_HearsWhatCameOfTheirReferral_InTheirOwnWords(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var referrer = await group.SignInAsync(Role.Referrer);
        var referred = (await group.ReferAsync(new ReferralDetails { Channel = Channel.Form, Person = new PersonDetails { GivenName = "Sam", Surname = "Harley" }, Team = "crisis_team", ReferrerId = referrer.Account!.UserId }))!;
        Assert.Contains("Nothing new", (await referrer.GetAsync("/since")).Words(), StringComparison.Ordinal);
        await new ReferralService(group.Store).DecideAsync(referred.Id, null, Refer.TakenOn, Actor.CommandLine);
        Assert.Contains("1 of your referrals was answered", (await referrer.GetAsync("/")).Words(), StringComparison.Ordinal);
        Assert.Contains("taken on", (await referrer.GetAsync("/since")).Words("section[aria-labelledby=referred]"), StringComparison.Ordinal);
        Assert.DoesNotContain("Sam", (await (await group.SignInAsync(Role.Referrer)).GetAsync("/since")).Words(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Role.Steering)]
    [InlineData(Role.Commissioner)]
    [InlineData(Role.Member)]
    public async Task SomebodyWhoSeesNobody_SeesNobodyHereEither(Role role)
    {
        var group = await (await TestSite.OnAsync(EngineKind.Sqlite)).NewGroupAsync();
        var visitor = await group.SignInAsync(role);
        await group.LogContactAsync(await group.AddPersonAsync(), await group.AddAccountAsync(Role.Peer));
        Assert.Contains("Nothing new", (await visitor.GetAsync("/since")).Words(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Reading_UsesTheIndexOfWhenThingsHappened_NotHistory(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var account = await group.AddAccountAsync(Role.Facilitator, Role.Peer);
        await using var db = await group.Store.ReadAsync();
        var viewer = new Viewer(account.UserId, account.DisplayName, new HashSet<Role> { Role.Facilitator, Role.Peer });
        var plans = await QueryPlans.OfAsync(() => new SinceReader(group.Store, db).ReadAsync(viewer, group.Store.Clock.Now.AddDays(-1)));
        Assert.NotEmpty(plans);
        Assert.Empty(QueryPlans.Scans(plans, "operation", "operation_part", "contact", "promise", "handover", "person"));
    }
}
