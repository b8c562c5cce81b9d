using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Testing;
using SafeSpace.Testing.Build;

namespace SafeSpace.Browser.Tests.Journeys;

/// <summary>Somebody looks over the shoulder.</summary>
public sealed class LeaveTests(Chromium chromium)
{
    [Fact]
    public async Task Leave_ByOneTap_AndTheBackKeyShowsNothing()
    {
        var group = await (await TestSite.OnPortAsync(EngineKind.Sqlite)).NewGroupAsync();
        var sam = await group.AddPersonAsync("Sam", "Harley");
        await using var at = await AtBrowser.SignedInAsync(chromium, group, Role.Facilitator);
        await at.GoAsync("/register");
        await at.GoAsync($"/people/{sam.Reference}");

        await at.Link("Leave this page").ClickAsync();
        await at.Page.GetByText(AtBrowser.NeutralWords).WaitForAsync();
        for (var back = 0; back < 3; back++)
        {
            await at.Page.EvaluateAsync("() => { setTimeout(() => history.back()); }");
            await at.Page.WaitForTimeoutAsync(700);
            Assert.DoesNotContain("Harley", await HtmlAsync(at.Page), StringComparison.Ordinal);
        }

        await at.GoAsync($"/people/{sam.Reference}");
        Assert.Contains("Sam Harley", await at.WordsAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Leave_WithoutScriptOrByKeys_IsALinkToo(bool script)
    {
        var group = await (await TestSite.OnPortAsync(EngineKind.Sqlite)).NewGroupAsync();
        var sam = await group.AddPersonAsync("Sam", "Harley");
        await using var at = await AtBrowser.SignedInAsync(chromium, group, Role.Peer, script);
        await at.GoAsync($"/people/{sam.Reference}");

        if (script)
        {
            await at.Page.WaitForLoadStateAsync(Microsoft.Playwright.LoadState.NetworkIdle);
            await at.Page.Keyboard.PressAsync("Escape");
            await at.Page.Keyboard.PressAsync("Escape");
        }
        else
        {
            await at.Link("Leave this page").ClickAsync();
        }

        await at.Page.GetByText(AtBrowser.NeutralWords).WaitForAsync();
        Assert.DoesNotContain(sam.Reference, await at.Page.TitleAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Titles_OfPagesAboutAPerson_NameNobody()
    {
        var group = await (await TestSite.OnPortAsync(EngineKind.Sqlite)).NewGroupAsync();
        var sam = await group.AddPersonAsync("Sam", "Harley");
        await using var at = await AtBrowser.SignedInAsync(chromium, group, Role.Supervisor);
        foreach (var page in new[] { "", "/log", "/edit", "/factors", "/close", "/step-down", "/changes", "/looked", "/diary", "/rings", "/family/new" })
        {
            await at.GoAsync($"/people/{sam.Reference}{page}");
            Assert.Contains("Sam", await at.WordsAsync(), StringComparison.Ordinal);
            Assert.DoesNotContain("Harley", await at.Page.TitleAsync(), StringComparison.Ordinal);
        }
    }

    /// <summary>Of the page that is there once it has stopped turning into another.</summary>
    private static async Task<string> HtmlAsync(Microsoft.Playwright.IPage page)
    {
        for (var tries = 0; ; tries++)
        {
            try
            {
                await page.WaitForLoadStateAsync();
                return await page.ContentAsync();
            }
            catch (Microsoft.Playwright.PlaywrightException turning) when (tries < 50 && turning.Message.Contains("navigating", StringComparison.Ordinal))
            {
                await page.WaitForTimeoutAsync(100);
            }
        }
    }
}
