using Microsoft.Playwright;
using SafeSpace.Browser.Tests.EveryPage;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Testing;
using SafeSpace.Testing.Build;

namespace SafeSpace.Browser.Tests.Journeys;

/// <summary>Two records look alike: one person, two people, and back again.</summary>
public sealed class DuplicatesTests(Chromium chromium)
{
    [Theory, MemberData(nameof(Ways.All), MemberType = typeof(Ways))]
    public async Task Pairs_AreJoinedPartedAndToldApart(EngineKind engine, bool script)
    {
        var group = await (await TestSite.OnPortAsync(engine)).NewGroupAsync();
        var first = await group.AddPersonAsync("Margaret", "Thornbury", new DateOnly(1961, 5, 9), "07700 900 321");
        await using var at = await AtBrowser.SignedInAsync(chromium, group, Role.Coordinator, script);
        var again = await group.AddPersonAsync("Margaret", "Thornbery", new DateOnly(1961, 5, 9), "07700 900 321");
        await at.GoAsync("/duplicates");
        await PageCheck.FitAsync(at);
        await at.Link("Compare").First.ClickAsync();
        await PageCheck.FitAsync(at);
        await at.Page.GetByRole(AriaRole.Radio, new() { Name = "One person" }).CheckAsync();
        await at.Page.FillAsync("#Why", "Same phone, she confirmed it.");
        await at.Button("Save").ClickAsync();
        Assert.StartsWith("/duplicates", at.Path, StringComparison.Ordinal);
        Assert.Contains("one person", await at.WordsAsync(), StringComparison.OrdinalIgnoreCase);

        // The reference that went leads to the one that stayed.
        await at.GoAsync($"/people/{again.Reference}");
        Assert.Equal($"/people/{first.Reference}", at.Path);
        Assert.Contains(again.Reference, await at.WordsAsync(), StringComparison.Ordinal);

        await at.GoAsync("/duplicates");
        await at.Link("Part again").ClickAsync();
        await PageCheck.FitAsync(at);
        await at.Button("Part them").ClickAsync();
        await at.GoAsync($"/people/{again.Reference}");
        Assert.Equal($"/people/{again.Reference}", at.Path);

        await at.GoAsync("/duplicates");
        await at.Link("Compare").First.ClickAsync();
        await at.Page.GetByRole(AriaRole.Radio, new() { Name = "Two people" }).CheckAsync();
        await at.Button("Save").ClickAsync();
        Assert.Contains("two people", await at.WordsAsync(), StringComparison.OrdinalIgnoreCase);
        Assert.Equal(0, await at.Link("Compare").CountAsync());
    }
}
