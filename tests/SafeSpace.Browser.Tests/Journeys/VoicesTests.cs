using Microsoft.Playwright;
using SafeSpace.Browser.Tests.EveryPage;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Testing;

namespace SafeSpace.Browser.Tests.Journeys;

/// <summary>Links that anybody may open: a survey answered, feedback on the screen in the building, a story lent and taken back.</summary>
public sealed class VoicesTests(Chromium chromium)
{
    [Theory, MemberData(nameof(Ways.All), MemberType = typeof(Ways))]
    public async Task Story_IsLentReadAndTakenBackByWhoseItIs(EngineKind engine, bool script)
    {
        var group = await (await TestSite.OnPortAsync(engine)).NewGroupAsync();
        await using var at = await AtBrowser.SignedInAsync(chromium, group, Role.Coordinator, script);
        await at.GoAsync("/stories");
        await at.Link("Somebody wants to tell theirs").ClickAsync();
        await PageCheck.FitAsync(at);
        await at.Page.FillAsync("#Words", "Last week I made the soup.");
        await at.Page.GetByRole(AriaRole.Checkbox, new() { Name = "People of this group read it here" }).CheckAsync();
        await at.Button("Save").ClickAsync();
        var paper = await at.Page.InnerTextAsync("[data-link]");
        await using var member = await AtBrowser.SignedInAsync(chromium, group, Role.Member, script);
        await member.GoAsync("/stories");
        Assert.Contains("Last week I made the soup.", await member.WordsAsync(), StringComparison.Ordinal);

        await using var theirs = await AtBrowser.OpenAsync(chromium, group, script);
        await theirs.Page.GotoAsync(paper);
        Assert.Empty(await PageCheck.AllAsync(theirs, showsPeople: false));
        await theirs.Button("Take my story back").ClickAsync();
        Assert.Contains("No page and no pack of ours shows it any more.", await theirs.WordsAsync(), StringComparison.Ordinal);

        await member.GoAsync("/stories");
        Assert.DoesNotContain("soup", await member.WordsAsync(), StringComparison.Ordinal);
        await at.GoAsync("/stories");
        Assert.DoesNotContain("soup", await at.WordsAsync(), StringComparison.Ordinal);
        await at.Link("Told on").ClickAsync();
        Assert.Contains("Where it had gone", await at.WordsAsync(), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Ways.All), MemberType = typeof(Ways))]
    public async Task SurveyAndFeedback_ByTheirLinks_AreFitForEveryone(EngineKind engine, bool script)
    {
        var group = await (await TestSite.OnPortAsync(engine)).NewGroupAsync();
        await using var at = await AtBrowser.SignedInAsync(chromium, group, Role.Coordinator, script);
        await at.GoAsync("/voices/rounds/new");
        await at.Page.FillAsync("#Name", "Spring");
        await at.Button("Make the link").ClickAsync();
        var survey = await at.Page.InnerTextAsync("[data-link]");
        await at.GoAsync("/voices/links");
        await at.Button("Make a link").ClickAsync();
        var tell = await at.Page.InnerTextAsync("[data-link]");

        await using var somebody = await AtBrowser.OpenAsync(chromium, group, script);
        await somebody.Page.GotoAsync(survey);
        Assert.Empty(await PageCheck.AllAsync(somebody, showsPeople: false));
        await somebody.Page.GetByRole(AriaRole.Radio, new() { Name = "Very good" }).First.CheckAsync();
        await somebody.Button("Send").ClickAsync();
        Assert.Contains("Nobody can see whose they are.", await somebody.WordsAsync(), StringComparison.Ordinal);
        await somebody.Page.GotoAsync(tell);
        Assert.Empty(await PageCheck.AllAsync(somebody, showsPeople: false));
        await somebody.Button("Send").ClickAsync();
        Assert.Contains("Please look at this", await somebody.Page.InnerTextAsync("#error-summary"), StringComparison.Ordinal);
        await somebody.Page.FillAsync("#Words", "A cup of tea and no forms.");
        await somebody.Button("Send").ClickAsync();
        Assert.Contains("Thank you", await somebody.Page.InnerTextAsync("h1"), StringComparison.Ordinal);

        await at.GoAsync("/voices");
        Assert.Contains("A cup of tea and no forms.", await at.WordsAsync(), StringComparison.Ordinal);
    }
}
