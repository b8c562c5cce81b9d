using System.Globalization;
using MiniExcelLibs;
using SafeSpace.Browser.Tests.EveryPage;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Testing;

namespace SafeSpace.Browser.Tests.Journeys;

/// <summary>Month end: the report, the rows behind a figure, the spreadsheet to file.</summary>
public sealed class MonitoringTests(Chromium chromium)
{
    [Theory, MemberData(nameof(Ways.All), MemberType = typeof(Ways))]
    public async Task Report_OpensToItsRows_AndIsTakenAsASpreadsheet(EngineKind engine, bool script)
    {
        var group = await (await TestSite.OnPortAsync(engine)).NewGroupAsync();
        await group.Store.InventAsync(people: 30, contacts: 200);
        await using var at = await AtBrowser.SignedInAsync(chromium, group, Role.Coordinator, script);
        await at.GoAsync("/reports/monitoring");
        await PageCheck.FitAsync(at);

        var figure = at.Page.Locator("dl.figures a").First;
        var said = (await figure.InnerTextAsync()).Trim();
        Assert.True(int.Parse(said, NumberStyles.AllowThousands, CultureInfo.GetCultureInfo("en-GB")) > 0);
        await figure.ClickAsync();
        Assert.StartsWith("/reports/monitoring/rows", at.Path, StringComparison.Ordinal);
        Assert.Contains($"{said} row", (await at.Page.InnerTextAsync("main strong")).Replace(",", "", StringComparison.Ordinal), StringComparison.Ordinal);
        await PageCheck.FitAsync(at);
        await at.Page.GoBackAsync();

        var download = await at.Page.RunAndWaitForDownloadAsync(() => at.Link("Spreadsheet").ClickAsync());
        Assert.EndsWith(".xlsx", download.SuggestedFilename, StringComparison.Ordinal);
        await using var book = await download.CreateReadStreamAsync();
        using var copy = new MemoryStream();
        await book.CopyToAsync(copy, TestContext.Current.CancellationToken);
        copy.Position = 0;
        Assert.Contains(MiniExcel.Query(copy).Cast<IDictionary<string, object>>(), row => row.Values.Any(v => v is double number && number.ToString("#,0", CultureInfo.GetCultureInfo("en-GB")) == said));
    }

    [Fact]
    public async Task Report_ForTheSteeringGroup_OpensNobodysName()
    {
        var group = await (await TestSite.OnPortAsync(EngineKind.Sqlite)).NewGroupAsync();
        await group.Store.InventAsync(people: 10, contacts: 40);
        await using var at = await AtBrowser.SignedInAsync(chromium, group, Role.Steering);
        await at.GoAsync("/reports/monitoring");

        Assert.Equal(0, await at.Page.Locator("main a[href*='/rows']").CountAsync());
        Assert.Equal(404, (await at.GoAsync("/reports/monitoring/rows?figure=calls"))!.Status);
    }
}
