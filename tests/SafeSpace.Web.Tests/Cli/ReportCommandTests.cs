using System.Text.Json;
using MiniExcelLibs;
using SafeSpace.Core.Data;
using SafeSpace.Core.Reports.Monitoring;
using SafeSpace.Testing;
using SafeSpace.Web.Cli;
using SafeSpace.Web.Tests.Reports;

namespace SafeSpace.Web.Tests.Cli;

public sealed class ReportCommandTests
{
    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Monitoring_WritesTheReport_InEachFormat(EngineKind engine)
    {
        var (group, _) = await MadeGroup.OnAsync(engine);
        var folder = Directory.CreateTempSubdirectory("safespace-report-");
        string File(string format) => Path.Combine(folder.FullName, "report." + format);

        foreach (var format in new[] { "json", "csv", "xlsx", "html" })
            Assert.Equal(0, await RunAsync(group, "--from", "2025-01", "--to", "2025-12", "--on", "2025-06-30", "--format", format, "--out", File(format)));

        await using var db = await group.Store.ReadAsync();
        var report = await MonitoringReport.WorkAsync(db, group.Store.Clock, new(2025, 1), new(2025, 12), new(2025, 6, 30));
        using var json = JsonDocument.Parse(await System.IO.File.ReadAllTextAsync(File("json")));
        Assert.Equal(report.ActiveOn, json.RootElement.GetProperty("active_on").GetInt32());
        Assert.Equal(report.Calls, json.RootElement.GetProperty("calls").GetInt32());
        Assert.StartsWith("table,row,figure,value", await System.IO.File.ReadAllTextAsync(File("csv")), StringComparison.Ordinal);
        Assert.Contains("Months", MiniExcel.GetSheetNames(File("xlsx")));
        Assert.Contains("January 2025 to December 2025", await System.IO.File.ReadAllTextAsync(File("html")), StringComparison.Ordinal);
        folder.Delete(recursive: true);
    }

    [Theory]
    [InlineData("json", "{")]
    [InlineData("csv", "table,row,figure,value")]
    [InlineData("html", "<!DOCTYPE html>")]
    public async Task Monitoring_WithoutAFile_AnswersThere_AndNothingElse(string format, string begins)
    {
        var (group, _) = await MadeGroup.OnAsync(EngineKind.Sqlite);
        using var output = new StringWriter();
        using var error = new StringWriter();
        Assert.Equal(0, await CommandLine.RunAsync(["report", "monitoring", "--group", group.Slug, "--from", "2025-01", "--to", "2025-01", "--format", format, .. Stores(group)], output, error));
        Assert.StartsWith(begins, output.ToString(), StringComparison.Ordinal);
        Assert.Empty(error.ToString());
    }

    [Theory]
    [InlineData(2, "--from", "2025-01")]
    [InlineData(2, "--from", "2025-02", "--to", "2025-01")]
    [InlineData(2, "--from", "2025-02", "--to", "2025-03", "--on", "soon")]
    [InlineData(2, "--from", "2025-02", "--to", "2025-03", "--format", "pdf")]
    [InlineData(1, "--from", "2025-02", "--to", "2025-03", "--out", "/nowhere/at/all.json")]
    public async Task Monitoring_WhatCannotBe_EndsWithTheRightNumber(int code, params string[] options)
    {
        var (group, _) = await MadeGroup.OnAsync(EngineKind.Sqlite);
        Assert.Equal(code, await RunAsync(group, options));
    }

    [Fact]
    public async Task Monitoring_OfNoGroup_Fails()
    {
        var (group, _) = await MadeGroup.OnAsync(EngineKind.Sqlite);
        Assert.Equal(1, await CommandLine.RunAsync(["report", "monitoring", "--group", "nobody-here", "--from", "2025-01", "--to", "2025-01", .. Stores(group)]));
    }

    private static Task<int> RunAsync(TestGroup group, params string[] options) =>
        CommandLine.RunAsync(["report", "monitoring", "--group", group.Slug, .. options, .. Stores(group)]);

    private static string[] Stores(TestGroup group) =>
        ["--data", group.Site.Folder.Folder, .. group.Site.Folder.Database is { } database ? new[] { "--database", database } : []];
}
