using SafeSpace.Core;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.FollowUp;
using SafeSpace.Core.Register;
using SafeSpace.Core.Register.Died;
using SafeSpace.Core.Shared;
using SafeSpace.Testing;
using SafeSpace.Testing.Build;

namespace SafeSpace.Web.Tests.Register;

/// <summary>Somebody whom peers ring from home has died, or it was a mistake.</summary>
public sealed class DiedSteppedDownTests
{
    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task SteppedDown_WithARhythm_IsOffTheStepDownList_AndBackOnItInTheSameRhythm(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var (peer, person) = (await group.SignInAsync(Role.Peer), await group.AddPersonAsync("Marguerite", "Ashworthy"));
        await group.TieAsync(person, peer.Account!, TieKind.StepDown);
        await group.LogContactAsync(person, peer.Account!);
        await new CaseService(group.Store).StepDownAsync(person.Id, group.Store.Clock.Today, Actor.CommandLine);
        await new RhythmService(group.Store).AgreeAsync(person.Id, 7, "Sundays, after church", null, Actor.CommandLine);
        var before = (await peer.GetAsync("/step-down")).Words();
        Assert.Contains("Marguerite A.", before, StringComparison.Ordinal);
        Assert.Contains("Sundays, after church", before, StringComparison.Ordinal);
        var deaths = new DeathService(group.Store, House.DeathSteps);

        await deaths.SayAsync(person.Id, new DeathDetails(null, null), Actor.CommandLine);
        Assert.DoesNotContain("Marguerite A.", (await peer.GetAsync("/step-down")).Words(), StringComparison.Ordinal);
        Assert.DoesNotContain("Marguerite A.", (await peer.GetAsync("/mine")).Words(), StringComparison.Ordinal);

        await deaths.TakeBackAsync(person.Id, null, Actor.CommandLine);
        Assert.Equal(before, (await peer.GetAsync("/step-down")).Words());
    }
}
