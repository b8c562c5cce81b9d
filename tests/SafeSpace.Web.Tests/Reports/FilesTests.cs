using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using CsvHelper;
using MiniExcelLibs;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Reports.Monitoring;
using SafeSpace.Core.Shared;
using SafeSpace.Testing;
using SafeSpace.Web.Modules.Reports.Files;

namespace SafeSpace.Web.Tests.Reports;

public sealed class FilesTests
{
    private const string Whole = "?from=2025-01&to=2026-03&on=2026-01-15";

    /// <summary>The keys that scripts rely on, in this order, and those added since.</summary>
    private static readonly string[] Promised =
    [
        "from", "to", "on", "people", "referrals", "referrals_by_month", "new_people_by_month", "repeat_referrals", "calls", "calls_by_month", "call_minutes",
        "most_calls_one_person", "no_answer", "texts", "visits_by_month", "active_on", "people_to_date", "factors", "anxiety_depression_alone", "anxiety_depression_plus", "part_months",
    ];

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Api_TheReport_HasThePromisedKeys(EngineKind engine)
    {
        var (group, _) = await MadeGroup.OnAsync(engine);
        using var answer = await AskAsync(group, Role.Steering, "/api/v1/reports/monitoring" + Whole);
        using var report = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        var root = report.RootElement;

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.All(Promised, key => Assert.True(root.TryGetProperty(key, out _), key));
        Assert.Equal(("2025-01", "2026-03", "2026-01-15"), (root.GetProperty("from").GetString(), root.GetProperty("to").GetString(), root.GetProperty("on").GetString()));
        Assert.Equal(["2025-01", "2026-03"], root.GetProperty("part_months").EnumerateArray().Select(m => m.GetString()));
        Assert.Equal(15, root.GetProperty("calls_by_month").EnumerateObject().Count());
        Assert.Equal(root.GetProperty("calls").GetInt32(), root.GetProperty("calls_by_month").EnumerateObject().Sum(m => m.Value.GetInt32()));
        Assert.Equal(["repeat", "double"], root.GetProperty("repeat_referrals").EnumerateObject().Select(p => p.Name));
        Assert.True(root.GetProperty("factors").GetProperty("Anxiety/depression").GetInt32() > 0);
        Assert.Equal("not set", root.GetProperty("waiting").GetProperty("opening_hours").GetString());
        Assert.Equal(MonitoringJson.Write(await WorkAsync(group)), JsonSerializer.Serialize(JsonSerializer.Deserialize<MonitoringReport>(root, MonitoringJson.Options), MonitoringJson.Options));
    }

    [Theory]
    [InlineData("?from=x")]
    [InlineData("")]
    [InlineData("?from=2026-01&on=tomorrow")]
    public async Task Api_WhatCannotBe_IsAProblem_WithASentence(string query)
    {
        var (group, _) = await MadeGroup.OnAsync(EngineKind.Sqlite);
        using var answer = await AskAsync(group, Role.Steering, "/api/v1/reports/monitoring" + query);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        Assert.Contains("Write ", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Api_TokenOfAPeer_FindsNothing()
    {
        var (group, _) = await MadeGroup.OnAsync(EngineKind.Sqlite);
        using var answer = await AskAsync(group, Role.Peer, "/api/v1/reports/monitoring" + Whole);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Xlsx_HasASheetForEachTable_AndNumbersAreNumbers(EngineKind engine)
    {
        var (group, _) = await MadeGroup.OnAsync(engine);
        var report = await WorkAsync(group);
        using var file = new MemoryStream(await DownloadAsync(group, "xlsx"));

        Assert.Equal(["Summary", "Months", "Contacts by kind", "Calls per person", "Waiting", "Factors", "Teams", "Gender", "Practical help", "Help by kind", "Other services", "Notes"], file.GetSheetNames());
        var months = file.Query(useHeaderRow: true, sheetName: "Months").Cast<IDictionary<string, object?>>().ToList();
        Assert.Equal(report.CallsByMonth.Values.Select(n => (double)n), months.Select(m => Assert.IsType<double>(m["Calls"])));
        Assert.Equal("part", months[0]["Part month"]);
        var notes = file.Query(useHeaderRow: true, sheetName: "Notes").Cast<IDictionary<string, object?>>().ToList();
        Assert.True(notes.Count >= 10);
        var factors = file.Query(useHeaderRow: true, sheetName: "Factors").Cast<IDictionary<string, object?>>().ToList();
        Assert.Equal((double)report.FactorViews.Factors[0].Gap, factors[0]["Gap"]);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Csv_HasEachNumberOnALine(EngineKind engine)
    {
        var (group, _) = await MadeGroup.OnAsync(engine);
        var report = await WorkAsync(group);
        var lines = Read(await DownloadAsync(group, "csv"));

        Assert.Equal(report.Calls.ToString(CultureInfo.InvariantCulture), lines.Single(l => l is { Table: "Summary", Row: "Calls" }).Value);
        Assert.Equal(report.VisitsByMonth.Values.Sum(), lines.Where(l => l is { Table: "Months", Figure: "Visits" }).Sum(l => int.Parse(l.Value, CultureInfo.InvariantCulture)));
        Assert.Contains(lines, l => l.Table == "Notes" && l.Value.StartsWith("A person is counted once", StringComparison.Ordinal));
    }

    [Fact]
    public void Csv_WordsThatLookLikeAFormula_AreDefused()
    {
        var text = Encoding.UTF8.GetString(CsvFile.Write([new("Gender", ["Words", "People"], [["=HYPERLINK(\"http://x\")", 3], ["@cmd", -1]])]));
        Assert.DoesNotContain(",=HYPER", text, StringComparison.Ordinal);
        Assert.DoesNotContain(",\"=HYPER", text, StringComparison.Ordinal);
        Assert.DoesNotContain(",@cmd", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Html_StandsByItself_AndEscapesWords()
    {
        var html = Encoding.UTF8.GetString(HtmlFile.Write("A & B", "en", [new("T<", ["Row", "N"], [["<script>", 1234], ["Siobhán 😀", null]])]));
        Assert.Contains("<title>A &amp; B</title>", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", html, StringComparison.Ordinal);
        Assert.Contains("Siobh", html, StringComparison.Ordinal);
        Assert.DoesNotContain("http", html, StringComparison.Ordinal);
    }

    private static List<(string Table, string Row, string Figure, string Value)> Read(byte[] bytes)
    {
        using var reader = new CsvReader(new StreamReader(new MemoryStream(bytes)), CultureInfo.InvariantCulture);
        Assert.True(reader.Read() && reader.ReadHeader());
        var lines = new List<(string, string, string, string)>();
        while (reader.Read())
            lines.Add((reader["table"]!, reader["row"]!, reader["figure"]!, reader["value"]!));
        return lines;
    }

    private static async Task<byte[]> DownloadAsync(TestGroup group, string format)
    {
        var visitor = await group.SignInAsync(Role.Steering);
        using var answer = await visitor.RawAsync(new HttpRequestMessage(HttpMethod.Get, $"/reports/monitoring.{format}{Whole}"));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal($"monitoring-2025-01-to-2026-03.{format}", answer.Content.Headers.ContentDisposition!.FileName);
        return await answer.Content.ReadAsByteArrayAsync();
    }

    private static async Task<HttpResponseMessage> AskAsync(TestGroup group, Role role, string path)
    {
        var made = await new ApiTokenService(group.Store).AddAsync("Figures", role, Actor.CommandLine);
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", made.Secret);
        return await group.Visit().RawAsync(request);
    }

    private static async Task<MonitoringReport> WorkAsync(TestGroup group)
    {
        await using var db = await group.Store.ReadAsync();
        return await MonitoringReport.WorkAsync(db, group.Store.Clock, new(2025, 1), new(2026, 3), new(2026, 1, 15));
    }
}
