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
    private const string Where = """
        () => {
          const one = document.activeElement;
          const label = one.labels?.[0]?.innerText ?? one.getAttribute('aria-label') ?? one.innerText ?? '';
          const shown = one.matches('.choice input') ? one.closest('.choice').querySelector('span') ?? one : one;
          const style = getComputedStyle(shown), own = getComputedStyle(one);
          const ring = (style.outlineStyle !== 'none' && style.outlineWidth !== '0px') || style.boxShadow !== 'none' || (own.outlineStyle !== 'none' && own.outlineWidth !== '0px');
          return [label.trim().split('\n')[0], String(ring), one.outerHTML.slice(0, 120)];
        }
        """;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Refer_ByKeysAlone_TakesSomebodyKnownOn(bool script)
    {
        var group = await (await TestSite.OnPortAsync(EngineKind.Sqlite)).NewGroupAsync();
        var sam = await group.AddPersonAsync("Sam", "Harley", new DateOnly(1984, 3, 14), "07700 900 123");
        await using var at = await AtBrowser.SignedInAsync(chromium, group, Role.Facilitator, script, width: 1280);
        await at.GoAsync("/");
        await TabToAsync(at, "Refer by phone");
        await at.Page.Keyboard.PressAsync("Enter");
        await at.Page.WaitForURLAsync("**/refer");

        await TabToAsync(at, "Known already?");
        await at.Page.Keyboard.TypeAsync("harley 1984");
        if (!script)
            await TabToAsync(at, "Look", "Enter");
        await at.Page.Locator("button[value^='this:']").WaitForAsync();
        await TabToAsync(at, "This is Sam", "Enter");
        await at.Page.Locator("#Crisis").WaitForAsync();
        await TabToAsync(at, "Crisis team", "Space");
        await TabToAsync(at, "Their name");
        await at.Page.Keyboard.TypeAsync("Jo");
        await TabToAsync(at, "Take Sam on", "Enter");
        await at.Page.WaitForURLAsync($"**/people/{sam.Reference}");

        await using var db = group.Store.Read();
        Assert.Equal(ReferralOutcome.TakenOn, (await db.Referrals.SingleAsync()).Outcome);
    }

    private static async Task TabToAsync(AtBrowser at, string label, string? key = null)
    {
        for (var tabs = 0; tabs < 120; tabs++)
        {
            await at.Page.Keyboard.PressAsync("Tab");
            if (await at.Page.EvaluateAsync<string[]>(Where) is not [var here, var ring, var html])
                continue;
            Assert.True(ring == "true" || html.StartsWith("<body", StringComparison.Ordinal) || html.StartsWith("<main", StringComparison.Ordinal), $"No ring around {html}");
            if (!here.StartsWith(label, StringComparison.Ordinal))
                continue;
            if (key is not null)
                await at.Page.Keyboard.PressAsync(key);
            return;
        }

        Assert.Fail($"Tab does not reach \"{label}\" on {at.Path}");
    }
}
