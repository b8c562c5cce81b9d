using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Testing;
using SafeSpace.Web.Cli;

namespace SafeSpace.Web.Tests.Reports;

/// <summary>The main job on real input: a team's register and diary brought in, the true duplicates decided, the report compared with the truth behind them.</summary>
public sealed class ExpectedFiguresTests
{
    private static readonly JsonElement Truth = JsonDocument.Parse(File.ReadAllText(SharedData.Path("safe-space/expected.json"))).RootElement;

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task DecidedByAFile_TheReportIsTheTruth(EngineKind engine)
    {
        await using var stores = await TestStores.OpenAsync(engine);
        var books = new Books((await stores.NewGroupAsync()).Slug, stores);
        await books.ImportAsync();
        Assert.Equal(Number("people_before_duplicates_are_merged"), (await books.ReportAsync(Word("last_day"))).GetProperty("people").GetInt32());

        var decisions = Path.Combine(stores.Folder, "decisions.csv");
        await File.WriteAllTextAsync(decisions, Pairs().Aggregate(
            new StringBuilder("reference,other_reference,decision,reason\n"), (text, pair) => text.Append(CultureInfo.InvariantCulture, $"{pair.Older},{pair.Newer},same,one person with a typo\n")).ToString());
        Assert.Equal(0, (await books.RunAsync("duplicates", "--decide", decisions)).Code);

        await EverythingIsTrueAsync(books);
        Assert.Equal(0, (await books.RunAsync("verify")).Code);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task DecidedThroughThePages_TheReportIsTheTruth(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var books = new Books(group.Slug, group.Site.Folder);
        await books.ImportAsync();
        var facilitator = await group.SignInAsync(Role.Facilitator);
        foreach (var (older, newer) in Pairs())
        {
            var compare = await facilitator.GetAsync($"/duplicates/{older}/{newer}");
            Assert.Equal(HttpStatusCode.OK, (await compare.SubmitAsync(("Decision", "same"), ("Why", "one person with a typo"))).Status);
        }

        await EverythingIsTrueAsync(books);
    }

    private static async Task EverythingIsTrueAsync(Books books)
    {
        var end = await books.ReportAsync(Word("last_day"));
        foreach (var key in new[] { "people", "referrals", "calls", "call_minutes", "most_calls_one_person", "no_answer", "texts", "contacts" })
            Assert.True(Number(key) == end.GetProperty(key).GetInt32(), $"{key}: {end.GetProperty(key)}, not {Number(key)}");
        foreach (var key in new[] { "referrals_by_month", "new_people_by_month", "repeat_referrals", "calls_by_month", "visits_by_month" })
            Assert.Equal(Counts(Truth.GetProperty(key)), Counts(end.GetProperty(key)));
        Assert.Equal(Number("active_at_end"), end.GetProperty("active_on").GetInt32());
        Assert.Equal(Counts(Truth.GetProperty("factors_at_end")), Counts(end.GetProperty("factors")));
        Assert.Equal(["2019-12", "2021-05"], end.GetProperty("part_months").EnumerateArray().Select(m => m.GetString()));
        Assert.Equal((Word("first_referral"), Word("last_day")), (end.GetProperty("first_day").GetString(), end.GetProperty("last_day").GetString()));
        Assert.Equal((Number("women"), Number("men")), (end.GetProperty("by_gender").GetProperty("Woman").GetInt32(), end.GetProperty("by_gender").GetProperty("Man").GetInt32()));

        var cut = await books.ReportAsync(Word("cut"));
        Assert.Equal((Number("people_at_cut"), Number("active_at_cut")), (cut.GetProperty("people_to_date").GetInt32(), cut.GetProperty("active_on").GetInt32()));
        Assert.Equal(Counts(Truth.GetProperty("factors_at_cut")), Counts(cut.GetProperty("factors")));
        Assert.Equal(
            (Number("anxiety_depression_alone_at_cut"), Number("anxiety_depression_plus_at_cut")),
            (cut.GetProperty("anxiety_depression_alone").GetInt32(), cut.GetProperty("anxiety_depression_plus").GetInt32()));
    }

    private static int Number(string key) => Truth.GetProperty(key).GetInt32();

    private static string Word(string key) => Truth.GetProperty(key).GetString()!;

    private static IEnumerable<(string Key, int Value)> Counts(JsonElement counts) =>
        counts.EnumerateObject().Select(p => (p.Name, p.Value.GetInt32())).OrderBy(p => p.Name, StringComparer.Ordinal);

    private static IEnumerable<(string Older, string Newer)> Pairs() =>
        Truth.GetProperty("probable_duplicates").EnumerateArray().Select(p => (p.GetProperty("same_person_as").GetString()!, p.GetProperty("new_reference").GetString()!));

    /// <summary>The commands somebody would type, on one group.</summary>
    private sealed class Books(string slug, TestStores stores)
    {
        public async Task ImportAsync() =>
            Assert.Equal(3, (await RunAsync("import", SharedData.Path("safe-space/register.xlsx"), SharedData.Path("safe-space/diary.csv"))).Code);

        public async Task<JsonElement> ReportAsync(string on)
        {
            var (code, text) = await RunAsync("report", "monitoring", "--from", "2019-12", "--to", "2021-05", "--on", on, "--json");
            Assert.Equal(0, code);
            return JsonDocument.Parse(text).RootElement;
        }

        public async Task<(int Code, string Text)> RunAsync(params string[] command)
        {
            using var output = new StringWriter();
            using var error = new StringWriter();
            string[] where = ["--group", slug, "--data", stores.Folder, .. stores.Database is { } database ? new[] { "--database", database } : []];
            return (await CommandLine.RunAsync([.. command, .. where], output, error), output.ToString());
        }
    }
}
