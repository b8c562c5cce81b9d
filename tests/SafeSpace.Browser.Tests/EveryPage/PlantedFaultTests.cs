using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Testing;

namespace SafeSpace.Browser.Tests.EveryPage;

/// <summary>The check itself is checked: a fault planted in a good page is found.</summary>
public sealed class PlantedFaultTests(Chromium chromium)
{
    [Theory]
    [InlineData("document.querySelector('label[for=Email]').remove()", "axe label")]
    [InlineData("document.querySelector('h1').style.color = '#bbb'", "axe color-contrast")]
    [InlineData("document.querySelector('h1').style.color = 'light-dark(#000, #333)'", "axe color-contrast")]
    [InlineData("document.querySelector('main').append(document.querySelector('h1').cloneNode(true))", "2 main headings")]
    [InlineData("document.querySelector('h1').remove()", "0 main headings")]
    [InlineData("document.documentElement.lang = ''", "no language")]
    [InlineData("document.querySelector('main').style.width = '1400px'", "px wide on a screen of 320")]
    [InlineData("document.querySelector('button.main').style.cssText = 'min-height: 0; height: 20px; padding: 0'", "smaller than a finger")]
    [InlineData("document.querySelector('main').append('Only with script')", "not the same without script")]
    [InlineData("document.querySelector('main p.soft').textContent = 'This patient is high risk'", "a word we avoid: patient")]
    [InlineData("document.querySelector('#Email').maxLength = 5", "cuts off what is typed")]
    [InlineData("document.querySelector('form button').remove()", "a form without a button")]
    [InlineData("document.querySelector('main').innerHTML += '<a href=\"#\">Here</a>'", "a link that leads nowhere")]
    public async Task Check_FaultInThePage_SaysSo(string fault, string said)
    {
        var group = await (await TestSite.OnPortAsync(EngineKind.Sqlite)).NewGroupAsync();
        await using var at = await AtBrowser.OpenAsync(chromium, group);
        await at.GoAsync("/sign-in");
        Assert.Empty(await PageCheck.AllAsync(at, showsPeople: false));

        await at.Page.EvaluateAsync(fault);

        Assert.Contains(await PageCheck.AllAsync(at, showsPeople: false), wrong => wrong.Contains(said, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Check_NamesAndNoWayToLeave_SaysSo()
    {
        var group = await (await TestSite.OnPortAsync(EngineKind.Sqlite)).NewGroupAsync();
        await using var at = await AtBrowser.OpenAsync(chromium, group);
        await at.GoAsync("/sign-in");

        Assert.Contains(await PageCheck.AllAsync(at, showsPeople: true), wrong => wrong.Contains("Leave this page", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Walk_BrokenLinkAndInlineScript_AreFound()
    {
        var group = await (await TestSite.OnPortAsync(EngineKind.Sqlite)).NewGroupAsync();
        await using var at = await AtBrowser.SignedInAsync(chromium, group, Role.Member);
        await at.Page.RouteAsync(at.Base + "/me/password", async route =>
        {
            var good = await route.FetchAsync();
            await route.FulfillAsync(new() { Response = good, Body = (await good.TextAsync()).Replace("</main>", "<script>alert(1)</script><a href=\"/" + group.Slug + "/me/nowhere\">Nowhere</a></main>", StringComparison.Ordinal) });
        });

        var walk = await new Walk(at, await PageMap.OfAsync(group.Site.App), new Shapes()).FromAsync("/me/password");

        Assert.Contains(walk.Wrong, wrong => wrong.StartsWith("/me/nowhere (from /me/password): 404", StringComparison.Ordinal));
        Assert.Contains(walk.Wrong, wrong => wrong.Contains("the browser says", StringComparison.Ordinal) && wrong.Contains("script", StringComparison.Ordinal));
    }
}
