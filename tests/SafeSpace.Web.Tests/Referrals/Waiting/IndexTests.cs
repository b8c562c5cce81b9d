using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Referrals;
using SafeSpace.Core.Register;
using SafeSpace.Testing;
using SafeSpace.Testing.Build;

namespace SafeSpace.Web.Tests.Referrals.Waiting;

public sealed class IndexTests
{
    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Get_NobodyWaits_SaysSo(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        await group.ReferAsync(decision: SafeSpace.Testing.Build.Refer.TakenOn);
        var desk = await group.SignInAsync(Role.Supervisor);

        Assert.Contains("Nobody is waiting.", (await desk.GetAsync("/referrals")).Words(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Get_OnOneDay_TheGroupsOwnOrderOfHowSoon_ThenTheOldest(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var desk = await group.SignInAsync(Role.Facilitator);
        foreach (var (name, soon) in new[] { ("Whenever", "when_you_can"), ("Unsaid", null), ("First", "today"), ("Second", "today"), ("Week", "this_week") })
        {
            await group.ReferAsync(new ReferralDetails { Channel = Channel.Phone, HowSoon = soon, Person = new PersonDetails { GivenName = name } });
            group.Site.Folder.Clock.Advance(TimeSpan.FromMilliseconds(2));
        }

        var page = await desk.GetAsync("/referrals");

        Assert.Equal(["First", "Second", "Week", "Whenever", "Unsaid"], page.Page.QuerySelectorAll(".people .who > a").Select(a => a.TextContent));
        Assert.Contains("how soon: Today", page.Words(".people"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Get_ANameThatIsNotKnown_IsSaid_AndLeadsToItsPage(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var desk = await group.SignInAsync(Role.Facilitator);
        var referred = (await group.ReferAsync(new ReferralDetails { Channel = Channel.Phone, ToldUs = "a man in his forties" }))!;

        var opened = await (await desk.GetAsync("/referrals")).FollowAsync("No name yet");

        Assert.Equal($"/referrals/{referred.Id.Value}", opened.Path);
        Assert.Contains("a man in his forties", opened.Words(), StringComparison.Ordinal);
    }
}
