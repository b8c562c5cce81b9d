using System.Net;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Desk.Directing;
using SafeSpace.Core.Diary;
using SafeSpace.Core.FollowUp;
using SafeSpace.Core.Peers;
using SafeSpace.Core.Referrals;
using SafeSpace.Core.Register;
using SafeSpace.Core.Register.Died;
using SafeSpace.Core.Shared;
using SafeSpace.Testing;
using SafeSpace.Testing.Build;
using SafeSpace.Web.Tests.Diary;

namespace SafeSpace.Web.Tests.Register;

/// <summary>The talk that is offered to those who knew them.</summary>
public sealed partial class DiedTests
{
    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task TheTalkOfferedWithTheNews_SaysNothingOfACall_AndIsNotAskedAgainAfterAMistake(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var team = await StoryAsync(group);
        await SayAsync(team);
        Assert.Contains("Would you like to talk with one of us?", (await team.Peer.GetAsync("/")).Words(), StringComparison.Ordinal);
        var offer = (await team.Peer.GetAsync("/me/load")).Words();
        Assert.Contains("It was offered to you", offer, StringComparison.Ordinal);
        Assert.DoesNotContain("You asked for it", offer, StringComparison.Ordinal);

        await new DeathService(group.Store, House.DeathSteps).TakeBackAsync(team.Person.Id, null, Actor.CommandLine);
        Assert.DoesNotContain("Would you like to talk", (await team.Peer.GetAsync("/me/load")).Words(), StringComparison.Ordinal);
        Assert.Contains("Nobody waits for a talk.", (await (await group.SignInAsync(Role.Supervisor)).GetAsync("/debriefs")).Words(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task APeerWhoLeft_IsOfferedNothing_AndWaitsOnNoList(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var team = await StoryAsync(group);
        await new AccountService(group.Store) { Steps = House.AccountSteps }.RetireAsync(team.Peer.Account!.UserId, Actor.CommandLine);
        await SayAsync(team);
        Assert.DoesNotContain(team.Peer.Account.DisplayName, (await (await group.SignInAsync(Role.Supervisor)).GetAsync("/debriefs")).Words(), StringComparison.Ordinal);
        await using var db = await group.Store.ReadAsync();
        Assert.False(await db.SadNews.AnyAsync(n => n.PeerId == team.Peer.Account.UserId));
    }
}
