using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using MiniExcelLibs;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Shared;
using SafeSpace.Testing;
using SafeSpace.Web.Tests.Diary;
using SafeSpace.Web.Tests.Import;

namespace SafeSpace.Web.Tests.SocialValue;

/// <summary>The published statement, to the penny: by command line, by page, by the interface for programs and in the spreadsheet a funder files.</summary>
public sealed class PublishedStatementTests
{
    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task ImportedByCommand_TheStatementIsTheTruth_AndImportingAgainImportsNothing(EngineKind engine)
    {
        await using var stores = await TestStores.OpenAsync(engine);
        var slug = (await stores.NewGroupAsync()).Slug;
        var (code, first) = await ValueBooks.RunAsync(stores, slug, ["import", .. ValueBooks.Paths, "--json"]);
        Assert.Equal(0, code);
        Assert.Equal(4678, Number(first, "book_rows"));
        Assert.Contains("Hana Quick signed in twice within a minute", first, StringComparison.Ordinal);
        ValueBooks.AssertTrue(await ValueBooks.ReportAsync(stores, slug));

        var (again, second) = await ValueBooks.RunAsync(stores, slug, ["import", .. ValueBooks.Paths, "--json"]);
        Assert.Equal(0, again);
        Assert.Equal((0, 4678, 4685), (Number(second, "rows_imported"), Number(second, "rows_already_known"), Number(second, "rows_read")));
        ValueBooks.AssertTrue(await ValueBooks.ReportAsync(stores, slug));
        Assert.Equal(0, (await ValueBooks.RunAsync(stores, slug, "verify")).Code);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task ImportedByPage_ThePageTheSpreadsheetAndTheInterfaceSayTheSame(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var coordinator = await group.SignInAsync(Role.Coordinator);
        var outcome = await coordinator.BringInAsync([.. ValueBooks.Paths.Select(p => (Path.GetFileName(p), File.ReadAllBytes(p)))]);
        Assert.Equal((4678, 0), (outcome.Rows("brought in"), outcome.Rows("not taken")));

        var page = await coordinator.GetAsync("/value?from=2019-10&to=2019-12");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("£68.79 of social return for each £1 of statutory money", page.Words("#sentence"), StringComparison.Ordinal);
        using var api = JsonDocument.Parse(await (await coordinator.RawAsync(new HttpRequestMessage(HttpMethod.Get, $"/{group.Slug}/reports/value.json?from=2019-10&to=2019-12"))).Content.ReadAsStringAsync());
        ValueBooks.AssertTrue(api.RootElement);

        var book = await (await coordinator.RawAsync(new HttpRequestMessage(HttpMethod.Get, $"/{group.Slug}/reports/value.xlsx?from=2019-10&to=2019-12"))).Content.ReadAsByteArrayAsync();
        using var bytes = new MemoryStream(book);
        var sheet = MiniExcel.Query(bytes, useHeaderRow: true, sheetName: "Value statement").Cast<IDictionary<string, object?>>().ToDictionary(r => (string)r["Figure"]!);
        string[] columns = ["2019-10", "2019-11", "2019-12", "mean", "fye"];
        (string Cell, string Row)[] cells = [("leadership", "Leadership"), ("peer_support", "Peer support"), ("centre_use", "Centre use"), ("membership", "Membership"), ("crisis_support", "Crisis support"), ("total_social_return", "Total social return"), ("statutory", "Statutory income")];
        foreach (var (cell, row) in cells)
        {
            var onPage = page.Page.QuerySelectorAll("main table")[0].QuerySelectorAll("tbody tr").First(r => r.QuerySelector("th")!.TextContent.Trim() == row).QuerySelectorAll("td").Select(td => td.TextContent.Trim().Split(' ', '\n')[0]).ToArray();
            for (var i = 0; i < columns.Length; i++)
            {
                var truth = decimal.Parse(ValueBooks.Truth.GetProperty(columns[i]).GetProperty(cell).GetString()!, CultureInfo.InvariantCulture);
                Assert.Equal("£" + truth.ToString("#,0.00", CultureInfo.InvariantCulture), onPage[i]);
                Assert.Equal(truth, Convert.ToDecimal(sheet[row].Values.Skip(1).ElementAt(i), CultureInfo.InvariantCulture));
            }
        }

        await group.AssertSoundAsync();
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Api_GivesTheStatement_ToWhoMaySeeFigures(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        await ValueBooks.ImportAsync(group);
        var answer = await (await group.ProgramAsync(Role.Steering)).GetAsync("/reports/value?from=2019-10&to=2019-12");

        ValueBooks.AssertTrue(answer.Json);
        Assert.Equal(["gross_per_statutory_pound", "net_per_statutory_pound", "gross_per_pound_of_income", "net_per_pound_of_income", "month", "month", "month"], answer.Json.GetProperty("readings").EnumerateArray().Select(r => r.GetProperty("reading").GetString()));
        Assert.Equal("67.79", answer.Json.GetProperty("readings")[1].GetProperty("per_pound").GetString());
        Assert.Equal("49.45", answer.Json.GetProperty("readings")[2].GetProperty("per_pound").GetString());
        Assert.Equal(HttpStatusCode.BadRequest, (await (await group.ProgramAsync(Role.Steering)).GetAsync("/reports/value?from=2019-12&to=2019-10")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await (await group.ProgramAsync(Role.Peer)).GetAsync("/reports/value?from=2019-10")).Status);
    }

    [Fact]
    public async Task Command_WritesEveryFormat()
    {
        await using var stores = await TestStores.OpenAsync(EngineKind.Sqlite);
        var slug = (await stores.NewGroupAsync()).Slug;
        await ValueBooks.RunAsync(stores, slug, ["import", .. ValueBooks.Paths]);

        var (_, csv) = await ValueBooks.RunAsync(stores, slug, "report", "value", "--from", "2019-10", "--to", "2019-12", "--format", "csv");
        var (_, html) = await ValueBooks.RunAsync(stores, slug, "report", "value", "--from", "2019-10", "--to", "2019-12", "--format", "html");
        var file = Path.Combine(stores.Folder, "value.xlsx");
        Assert.Equal(0, (await ValueBooks.RunAsync(stores, slug, "report", "value", "--from", "2019-10", "--to", "2019-12", "--format", "xlsx", "--out", file)).Code);

        Assert.Contains("Value statement,Total social return,Mean,267464.75", csv, StringComparison.Ordinal);
        Assert.Contains("267464.75", html, StringComparison.Ordinal);
        Assert.Equal(["Value statement", "Readings", "Counts", "Working", "Notes"], MiniExcel.GetSheetNames(file));
        Assert.Equal(2, (await ValueBooks.RunAsync(stores, slug, "report", "value", "--from", "2019-13", "--to", "2019-12")).Code);
        var (onADay, dated) = await ValueBooks.RunAsync(stores, slug, "report", "value", "--from", "2019-10", "--to", "2019-12", "--on", "2019-12-31", "--format", "csv");
        Assert.Equal((0, csv), (onADay, dated));
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Figures_OpenDownToTheirRows_AndNoNameStandsThere(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        await ValueBooks.ImportAsync(group);
        var supervisor = await group.SignInAsync(Role.Supervisor);

        var hours = await supervisor.GetAsync("/value/2019-10/leadership");
        Assert.Contains("£24,695.00", hours.Words(), StringComparison.Ordinal);
        Assert.Contains("7 Oct 2019", hours.Words(), StringComparison.Ordinal);
        var days = await supervisor.GetAsync("/value/2019-11/centre_use");
        Assert.Contains("2 Nov 2019", days.Words(), StringComparison.Ordinal);
        var visits = await supervisor.GetAsync("/value/2019-11/centre_use?day=2019-11-02");
        Assert.Contains("12:15", visits.Words(), StringComparison.Ordinal);
        // 212 supporters in October: as many rows as the levels say; 530 registered members, by pages of two hundred.
        var levels = await supervisor.GetAsync("/value/2019-10/peer_support");
        var supporters = 0;
        foreach (var link in LinksOf(levels))
            supporters += RowsOf(await supervisor.GetAsync(link));
        Assert.Equal(212, supporters);
        var members = await (await supervisor.GetAsync("/value/2019-10/membership")).FollowAsync("Registered");
        var (counted, pages, first) = (RowsOf(members), new List<Answer> { members }, members);
        while (members.Page.QuerySelector("nav.pages a") is { } more)
        {
            pages.Add(members = await supervisor.GetAsync(more.GetAttribute("href")!));
            counted += RowsOf(members);
        }

        Assert.Equal((530, 3), (counted, pages.Count));
        Assert.Contains("M0001 7 Oct 2015 with us", first.Rows(), StringComparison.Ordinal);
        var total = await supervisor.GetAsync("/value/2019-10/total_social_return");
        Assert.Equal(5, LinksOf(total).Count);
        Assert.Equal("£3,888.00", (await (await supervisor.GetAsync("/value/2019-10/total_income")).FollowAsync("Statutory income")).Words("dd.figure"));
        Assert.Equal(HttpStatusCode.NotFound, (await supervisor.GetAsync("/value/2019-10/membership?level=nobody")).Status);
        foreach (var answer in new[] { hours, days, visits, total, first, await supervisor.GetAsync(LinksOf(levels)[0]), await supervisor.GetAsync("/value/2019-10/peer_support"), await supervisor.GetAsync("/value/2019-11/crisis_support"), await supervisor.GetAsync("/value/2019-12/membership"), await supervisor.GetAsync("/value/2019-12/statutory") })
        {
            Assert.Equal(HttpStatusCode.OK, answer.Status);
            foreach (var name in new[] { "Archer", "Quick", "York", "Orr", "Hana", "Stone" })
                Assert.DoesNotContain(name, answer.Words(), StringComparison.Ordinal);
        }

        var steering = await group.SignInAsync(Role.Steering);
        Assert.Equal(HttpStatusCode.NotFound, (await steering.GetAsync("/value/2019-10/leadership")).Status);

        // The mean and the full year: three months, their sum, a third of it, twelve times that.
        var mean = await (await supervisor.GetAsync("/value?from=2019-10&to=2019-12")).FollowAsync("Total social return");
        Assert.Equal(["£267,464.75", "£3,209,576.96"], mean.Page.QuerySelectorAll("dd.figure").Select(f => f.TextContent));
        Assert.Equal(["2019-10", "2019-11", "2019-12"], LinksOf(mean).Select(l => l.Split('/')[^2]));
        Assert.Contains("Mean: divided by 3 £267,464.75", mean.Rows(), StringComparison.Ordinal);
        Assert.Empty(LinksOf(await steering.GetAsync("/value/mean/total_social_return?from=2019-10&to=2019-12")));
        Assert.Contains("there is no mean", (await supervisor.GetAsync("/value/mean/statutory?from=2017-10&to=2017-12")).Words(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await supervisor.GetAsync("/value/mean/nothing?from=2019-10&to=2019-12")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await supervisor.GetAsync("/value/mean/statutory?from=2019-13")).Status);
    }

    [Fact]
    public async Task Sensitivity_IsOffUntilAsked_AndRefusesNonsense()
    {
        var group = await (await TestSite.OnAsync(EngineKind.Sqlite)).NewGroupAsync();
        await ValueBooks.ImportAsync(group);
        var steering = await group.SignInAsync(Role.Steering);
        var page = await steering.GetAsync("/value?from=2019-10&to=2019-12");
        Assert.DoesNotContain("Nothing taken off", page.Words(), StringComparison.Ordinal);
        Assert.Contains("not a full social return on investment", page.Words(), StringComparison.Ordinal);

        var asked = await steering.GetAsync("/value?from=2019-10&to=2019-12&deadweight=50");
        Assert.Contains("What would have happened anyway (deadweight) £1,604,788.48 £34.40", asked.Rows(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await steering.GetAsync("/value?from=2019-10&to=2019-12&deadweight=120")).Status);
    }

    private static List<string> LinksOf(Answer answer) => [.. answer.Page.QuerySelectorAll("main table:last-of-type tbody th a").Select(a => a.GetAttribute("href")!)];

    private static int RowsOf(Answer answer) => answer.Page.QuerySelectorAll("main table:last-of-type tbody tr").Length;

    private static int Number(string json, string key) => JsonDocument.Parse(json[json.IndexOf('{', StringComparison.Ordinal)..(json.LastIndexOf('}') + 1)]).RootElement.GetProperty(key).GetInt32();
}
