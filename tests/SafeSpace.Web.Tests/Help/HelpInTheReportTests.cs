using System.Text.Json;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Help;
using SafeSpace.Core.Register;
using SafeSpace.Core.Shared;
using SafeSpace.Testing;
using SafeSpace.Testing.Build;

namespace SafeSpace.Web.Tests.Help;

/// <summary>The month's table beside figures that were added up by hand, from a list written here and not from the store.</summary>
public sealed class HelpInTheReportTests
{
    /// <summary>Who, what, pence, when on the group's wall, what became of it: c came back (pence), p promised, m a mistake.</summary>
    private static readonly (int Person, string Item, long Pence, string At, string What)[] Gave =
    [
        (0, "electricity_card", 1000, "2026-01-31 23:59", ""),
        (0, "electricity_card", 1000, "2026-02-01 00:00", ""),
        (1, "food_pack", 1499, "2026-02-03 12:00", ""),
        (1, "travel", 1235, "2026-02-03 12:05", "c405"),
        (1, "travel", 250, "2026-02-10 09:00", "m"),
        (2, "bed", 6000, "2026-02-11 09:00", "p"),
        (2, "food_pack", 1501, "2026-02-28 23:30", ""),
        (2, "food_pack", 1500, "2026-03-01 00:30", ""),
        (0, "clothing", 0, "2026-03-09 10:00", ""),
    ];

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task TheMonthsTable_AgreesToThePenny_AndOpensToItsRows(EngineKind engine)
    {
        var group = await MadeAsync(engine);
        var (desk, steering) = (await group.SignInAsync(Role.Facilitator), await group.SignInAsync(Role.Steering));
        var page = await desk.GetAsync("/reports/monitoring?From=2026-01&To=2026-03");

        // By hand: January 10.00. February 10.00 + 14.99 + (12.35 - 4.05) + 15.01 = 48.30, of three people. March 15.00 + 0.
        Assert.Equal(
            ["Jan 2026 1 1 £10.00", "Feb 2026 4 3 £48.30", "Mar 2026 2 2 £15.00"],
            page.Page.QuerySelectorAll("section[aria-labelledby=help] table:first-of-type tbody tr").Select(Words));
        Assert.Equal(
            ["Food pack 3 2 £45.00", "Clothing 1 1 £0.00", "Electricity card 2 1 £20.00", "Travel 1 1 £8.30"],
            page.Page.QuerySelectorAll("section[aria-labelledby=help] table:last-of-type tbody tr").Select(Words));
        Assert.Contains("Things given7 People who were given something3 What was given was worth£73.30", page.Words("section[aria-labelledby=help] dl"), StringComparison.Ordinal);
        Assert.Empty((await steering.GetAsync("/reports/monitoring?From=2026-01&To=2026-03")).Page.QuerySelectorAll("section[aria-labelledby=help] a"));

        foreach (var (link, count) in page.Page.QuerySelectorAll("section[aria-labelledby=help] a").Select(a => (a.GetAttribute("href")!, a.TextContent)))
        {
            var rows = await desk.GetAsync(link);
            Assert.Contains(count, rows.Words("#count"), StringComparison.Ordinal);
            if (!count.StartsWith('£'))
                Assert.Equal(int.Parse(count, System.Globalization.CultureInfo.InvariantCulture), rows.Page.QuerySelectorAll("tbody tr").Length);
        }

        var february = await desk.GetAsync(page.Page.QuerySelector("section[aria-labelledby=help] table:first-of-type tbody tr:nth-child(2) td:last-child a")!.GetAttribute("href")!);
        Assert.Equal("4 rows, £48.30.", string.Join(' ', february.Words("#count").Split(' ')[^3..]));
        Assert.Equal(["Sun 1 Feb, 00:00", "Electricity card", "£10.00"], february.Page.QuerySelectorAll("tbody tr:first-child td").Select(d => d.TextContent.Trim()));
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task TheFiles_SayTheSame(EngineKind engine)
    {
        var group = await MadeAsync(engine);
        var desk = await group.SignInAsync(Role.Facilitator);
        using var json = JsonDocument.Parse((await desk.GetAsync("/reports/monitoring.json?from=2026-01&to=2026-03")).Text);
        var help = json.RootElement.GetProperty("help");
        Assert.Equal((7, 3, 7330), (help.GetProperty("items").GetInt32(), help.GetProperty("people").GetInt32(), help.GetProperty("value_pence").GetInt64()));
        var february = help.GetProperty("by_month").GetProperty("2026-02");
        Assert.Equal((4, 3, 4830), (february.GetProperty("items").GetInt32(), february.GetProperty("people").GetInt32(), february.GetProperty("value_pence").GetInt64()));
        var csv = (await desk.GetAsync("/reports/monitoring.csv?from=2026-01&to=2026-03")).Text;
        Assert.Matches(@"Practical help,2026-02,Things,4\r?\n", csv);
        Assert.Matches(@"Practical help,2026-02,Worth,48\.30?\r?\n", csv);
    }

    private static async Task<TestGroup> MadeAsync(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var people = new List<Person>();
        foreach (var name in new[] { "Ann", "Ben", "Eve" })
            people.Add(await group.AddPersonAsync(name));
        await group.PotAsync(100_000);
        var help = new HelpService(group.Store);
        foreach (var (person, item, pence, at, what) in Gave)
        {
            var moment = group.Store.Clock.ToUtc(LocalMoment.From(DateTime.ParseExact(at, "yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture)));
            var given = (await group.GiveAsync(people[person], item, item is "travel" or "bed" or "electricity_card" ? "usual" : "gift", pence, what == "p", moment)).Help!;
            if (what.StartsWith('c'))
                await help.CameBackAsync(given.Id, Ids.New(), long.Parse(what[1..], System.Globalization.CultureInfo.InvariantCulture), null, Actor.CommandLine);
            if (what == "m")
                await help.MistakeAsync(given.Id, Actor.CommandLine);
        }

        Assert.Empty(await group.VerifyAsync());
        return group;
    }

    private static string Words(AngleSharp.Dom.IElement row) => string.Join(' ', row.TextContent.Replace("part month", "", StringComparison.Ordinal).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
