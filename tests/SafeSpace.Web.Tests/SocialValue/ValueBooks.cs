using System.Text.Json;
using SafeSpace.Core.Data;
using SafeSpace.Testing;
using SafeSpace.Web.Cli;

namespace SafeSpace.Web.Tests.SocialValue;

/// <summary>The open data behind the published statement, and the truth it must give.</summary>
internal static class ValueBooks
{
    public static readonly string[] Files =
    [
        "centre-sign-in.csv", "crisis-log.csv", "income.csv", "leadership-hours.csv", "members.csv", "peer-support-levels.csv", "rates.csv",
    ];

    public static readonly JsonElement Truth = JsonDocument.Parse(File.ReadAllText(SharedData.Path("social-value/expected.json"))).RootElement;

    public static string[] Paths => [.. Files.Select(f => SharedData.Path("social-value/" + f))];

    public static async Task<(int Code, string Output)> RunAsync(TestStores stores, string slug, params string[] command)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        string[] where = ["--group", slug, "--data", stores.Folder, .. stores.Database is { } database ? new[] { "--database", database } : []];
        return (await CommandLine.RunAsync([.. command, .. where], output, error), output.ToString() + error);
    }

    public static async Task ImportAsync(TestGroup group) => Assert.Equal(0, (await RunAsync(group.Site.Folder, group.Slug, ["import", .. Paths])).Code);

    public static async Task<JsonElement> ReportAsync(TestStores stores, string slug, string from = "2019-10", string to = "2019-12")
    {
        var (code, text) = await RunAsync(stores, slug, "report", "value", "--from", from, "--to", to, "--format", "json");
        Assert.Equal(0, code);
        return JsonDocument.Parse(text).RootElement;
    }

    /// <summary>Every cell of the truth, compared.</summary>
    public static void AssertTrue(JsonElement report) => AssertTrue(Truth, report, "");

    private static void AssertTrue(JsonElement truth, JsonElement report, string where)
    {
        if (truth.ValueKind != JsonValueKind.Object)
        {
            Assert.True(truth.ToString() == report.ToString() || (truth.ValueKind == JsonValueKind.Number && truth.GetDecimal() == report.GetDecimal()), $"{where}: {report}, not {truth}");
            Assert.Equal(truth.ValueKind, report.ValueKind);
            return;
        }

        foreach (var cell in truth.EnumerateObject())
        {
            Assert.True(report.TryGetProperty(cell.Name, out var found), $"{where}/{cell.Name} is not there");
            AssertTrue(cell.Value, found, $"{where}/{cell.Name}");
        }
    }
}
