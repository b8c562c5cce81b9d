using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Referrals;
using SafeSpace.Testing;
using SafeSpace.Testing.Build;

namespace SafeSpace.Browser.Tests.Journeys;

/// <summary>No mouse, no finger: keys alone, and one always sees where one is.</summary>
public sealed class ByKeyboardTests(Chromium chromium)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Refer_ByKeysAlone_TakesSomebodyKnownOn(bool script)
    {
        var group = await (await TestSite.OnPortAsync(EngineKind.Sqlite)).NewGroupAsync();
        var sam = await group.AddPersonAsync("Sam", "Harley", new DateOnly(1984, 3, 14), "07700 900 123");
        await using var at = await AtBrowser.SignedInAsync(chromium, group, Role.Facilitator, script, width: 1280);
        await at.GoAsync("/");
        await at.TabToAsync("Refer by phone");
        await at.Page.Keyboard.PressAsync("Enter");
        await at.Page.WaitForURLAsync("**/refer");

        await at.TabToAsync("Known already?");
        await at.Page.Keyboard.TypeAsync("harley 1984");
        if (!script)
            await at.TabToAsync("Look", "Enter");
        await at.Page.Locator("button[value^='this:']").WaitForAsync();
        await at.TabToAsync("This is Sam", "Enter");
        await at.Page.Locator("#Crisis").WaitForAsync();
        await at.TabToAsync("Crisis team", "Space");
        await at.TabToAsync("Their name");
        await at.Page.Keyboard.TypeAsync("Jo");
        await at.TabToAsync("Take Sam on", "Enter");
        await at.Page.WaitForURLAsync($"**/people/{sam.Reference}");

        await using var db = group.Store.Read();
        Assert.Equal(ReferralOutcome.TakenOn, (await db.Referrals.SingleAsync()).Outcome);
    }
}
