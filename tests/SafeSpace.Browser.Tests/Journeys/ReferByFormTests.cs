using Microsoft.Playwright;
using SafeSpace.Browser.Tests.EveryPage;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Testing;

namespace SafeSpace.Browser.Tests.Journeys;

/// <summary>A referrer refers by form; the desk takes the person on; the referrer sees it.</summary>
public sealed class ReferByFormTests(Chromium chromium)
{
    [Theory, MemberData(nameof(Ways.All), MemberType = typeof(Ways))]
    public async Task Refer_ByForm_IsSeenTaken(EngineKind engine, bool script)
    {
        var group = await (await TestSite.OnPortAsync(engine)).NewGroupAsync();
        await using var referrer = await AtBrowser.SignedInAsync(chromium, group, Role.Referrer, script);
        await referrer.GoAsync("/");
        await referrer.Link("Refer somebody").First.ClickAsync();
        await PageCheck.FitAsync(referrer);
        await referrer.Page.FillAsync("#GivenName", "Ana");
        await referrer.Page.FillAsync("#Surname", "Kovač");
        await referrer.Page.FillAsync("#Phone", "07700 900 444");
        await referrer.Page.FillAsync("#ToldUs", "Her brother died. Asks for somebody to talk with.");
        await referrer.Page.GetByRole(AriaRole.Radio, new() { Name = "Today" }).CheckAsync();
        await referrer.Button("Refer").ClickAsync();
        Assert.StartsWith("/refer/mine", referrer.Path, StringComparison.Ordinal);
        var waiting = await referrer.WordsAsync();
        Assert.Contains("Ana Kovač", waiting, StringComparison.Ordinal);
        Assert.Contains("waiting", waiting, StringComparison.OrdinalIgnoreCase);

        await using var desk = await AtBrowser.SignedInAsync(chromium, group, Role.Facilitator, script);
        await desk.GoAsync("/referrals");
        await PageCheck.FitAsync(desk);
        await desk.Link("Ana Kovač").ClickAsync();
        Assert.Contains("Her brother died.", await desk.WordsAsync(), StringComparison.Ordinal);
        await PageCheck.FitAsync(desk);
        await desk.Page.FillAsync("#TalkedWith", "Jo of the crisis team");
        await desk.Button("Take Ana on").ClickAsync();
        Assert.Contains("Saved", await desk.WordsAsync(), StringComparison.Ordinal);

        await referrer.GoAsync("/refer/mine");
        Assert.Contains("taken on", await referrer.WordsAsync(), StringComparison.OrdinalIgnoreCase);
        await PageCheck.FitAsync(referrer);
    }

    [Fact]
    public async Task Refer_ByForm_ShowsNobodyElse()
    {
        var group = await (await TestSite.OnPortAsync(EngineKind.Sqlite)).NewGroupAsync();
        await using var one = await AtBrowser.SignedInAsync(chromium, group, Role.Referrer);
        await one.GoAsync("/refer/form");
        await one.Page.FillAsync("#GivenName", "Ana");
        await one.Button("Refer").ClickAsync();

        await using var other = await AtBrowser.SignedInAsync(chromium, group, Role.Referrer);
        await other.GoAsync("/refer/mine");

        Assert.DoesNotContain("Ana", await other.WordsAsync(), StringComparison.Ordinal);
    }
}
