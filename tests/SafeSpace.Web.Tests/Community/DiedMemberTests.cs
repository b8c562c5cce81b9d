using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Testing;
using SafeSpace.Testing.Build;
using SafeSpace.Web.Tests.SocialValue;
using static SafeSpace.Web.Tests.Community.KeptApartAtTheDoorTests;

namespace SafeSpace.Web.Tests.Community;

/// <summary>Who has died is no member any more, and nobody is greeted by their name at the door; a mistake puts both right.</summary>
public sealed class DiedMemberTests
{
    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task ADeath_TakesThemOffTheMembershipList_AndStopsTheirCard_AndAMistakePutsThemBack(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var (desk, coordinator) = (await group.SignInAsync(Role.Facilitator), await group.SignInAsync(Role.Coordinator));
        var (molly, joe) = (await group.AddPersonAsync("Molly", "Reed"), await group.AddPersonAsync("Joe", "Marsh"));
        var (door, hers, his) = (await DoorAsync(group), await MemberAsync(group, "M1", "Molly Reed", molly.Id), await MemberAsync(group, "M2", "Joe Marsh", joe.Id));
        var before = await RowsAsync(coordinator);

        await (await desk.GetAsync($"/people/{molly.Reference}/died")).SubmitAsync(("Sure", "True"));

        var left = await RowsAsync(coordinator);
        Assert.Contains(left, row => row.Contains("Molly Reed", StringComparison.Ordinal) && !row.Contains("with us", StringComparison.Ordinal));
        Assert.Contains(left, row => row.Contains("Joe Marsh", StringComparison.Ordinal) && row.Contains("with us", StringComparison.Ordinal));
        Assert.Equal((await TapAsync(group, door, "99999")).Words(), (await TapAsync(group, door, hers)).Words());
        Assert.Contains("You are in.", (await TapAsync(group, door, his)).Words(), StringComparison.Ordinal);

        await (await desk.GetAsync($"/people/{molly.Reference}/died")).SubmitFormAsync("#undo", ("Why", "Another Molly"));

        Assert.Equal(before, await RowsAsync(coordinator));
        Assert.Contains("You are in.", (await TapAsync(group, door, hers)).Words(), StringComparison.Ordinal);
    }

    private static async Task<string[]> RowsAsync(Visitor coordinator) => (await coordinator.GetAsync("/members")).Rows().Split('\n');
}
