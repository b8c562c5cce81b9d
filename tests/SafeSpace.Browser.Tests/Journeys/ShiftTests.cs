using Microsoft.Playwright;
using SafeSpace.Browser.Tests.EveryPage;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Peers;
using SafeSpace.Testing;
using SafeSpace.Testing.Build;

namespace SafeSpace.Browser.Tests.Journeys;

/// <summary>A peer on a phone takes a place, signs on, needs a break and signs off; with script and without.</summary>
public sealed class ShiftTests(Chromium chromium)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Shift_FromTheRotaToSigningOff_OnAPhone(bool script)
    {
        var group = await (await TestSite.OnPortAsync(EngineKind.Sqlite)).NewGroupAsync();
        await group.PlanShiftAsync(-0.5, 4, least: 1);
        await using var at = await AtBrowser.SignedInAsync(chromium, group, Role.Peer, script);

        await at.GoAsync("/");
        await at.Page.GetByText("Nobody is on shift just now.").WaitForAsync();
        await PageCheck.FitAsync(at);
        await at.GoAsync("/rota");
        await PageCheck.FitAsync(at);
        await at.Link("Take a place").ClickAsync();
        await at.Page.GetByRole(AriaRole.Radio, new() { Name = "At home" }).CheckAsync();
        await PageCheck.FitAsync(at);
        await at.Button("Take this place").ClickAsync();
        await at.Page.GetByText("Thank you. You have a place.").WaitForAsync();

        await at.GoAsync("/shift");
        await at.Button("Sign on").ClickAsync();
        await at.Page.GetByText("You are on until").WaitForAsync();
        await PageCheck.FitAsync(at);
        Assert.True(Assert.Single(await group.WhoIsOnAsync()).AtHome);
        await at.Button("I need a break").ClickAsync();
        await at.Button("I am free again").WaitForAsync();
        Assert.Equal(ShiftState.OnBreak, Assert.Single(await group.WhoIsOnAsync()).State);
        await at.Button("Sign off").ClickAsync();
        await at.Page.GetByText("You are signed off.").WaitForAsync();
        Assert.Empty(await group.WhoIsOnAsync());
        Assert.Empty(at.Complaints);
    }
}
