using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Connections;
using SafeSpace.Core.Data;
using SafeSpace.Core.Shared;
using SafeSpace.Testing;
using SafeSpace.Testing.Build;

namespace SafeSpace.Web.Tests.Connections;

/// <summary>Connections in the monitoring report: the figures are counted here by hand from the list of what was made, each opens to its rows.</summary>
public sealed class ConnectionReportTests
{
    /// <summary>Day of January or February 2026 on which each thing happened (32 is 1 February); what is not there did not happen.</summary>
    private static readonly (int Asked, int? Answered, bool Refused, string? Why, int? FirstKept, int? Ended, string? Outcome)[] Made =
    [
        (5, 7, false, null, 9, 20, "helped"),
        (6, 7, false, null, 12, 40, "helped"),
        (10, 33, true, "full", null, null, null),
        (31, 31, true, "drink_drugs", null, null, null),
        (31, 32, false, null, 45, 50, "own_wish"),
        (32, null, false, null, null, null, null),
        (40, 41, true, "full", null, null, null),
    ];

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Report_CountsEachOnItsDay_AndEveryFigureOpensToItsRows(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        await MakeAsync(group);
        var desk = await group.SignInAsync(Role.Facilitator);
        using var json = JsonDocument.Parse((await desk.GetAsync("/reports/monitoring.json?from=2026-01&to=2026-02")).Text);
        var figures = json.RootElement.GetProperty("connections");

        // January: asked 5, 6, 10, 31, 31; taken on the 7th twice; refused on the 31st; first kept on the 9th and 12th (4 and 6 days); ended on the 20th.
        Assert.Equal((5, 2, 1, 2, 5m, 1), MonthOf(figures, 0));
        // February: asked 32, 40; taken 32; refused 33, 41; first kept on the 45th (14 days); ended on 40 and 50.
        Assert.Equal((2, 1, 2, 1, 14m, 2), MonthOf(figures, 1));
        Assert.Equal(6m, figures.GetProperty("median_days_to_first").GetDecimal());
        Assert.Equal((2, 1), (figures.GetProperty("outcomes").GetProperty("helped").GetInt32(), figures.GetProperty("outcomes").GetProperty("own_wish").GetInt32()));
        Assert.Equal((2, 1), (figures.GetProperty("refusals").GetProperty("full").GetInt32(), figures.GetProperty("refusals").GetProperty("drink_drugs").GetInt32()));

        var page = await desk.GetAsync("/reports/monitoring?from=2026-01&to=2026-02");
        var links = page.Page.QuerySelectorAll("section[aria-labelledby=connections] a").ToList();
        // Ten figures of the months (a nought is no link), the outcomes of January (1) and February (2), the two outcomes and the two reasons of both.
        Assert.Equal(17, links.Count);
        var rowsOf = page.Page.QuerySelectorAll("section[aria-labelledby=connections] table tbody tr").Select(r => string.Join(' ', r.QuerySelector("td:last-child")!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
        Assert.Equal(["It helped: 1", "It helped: 1 The person did not want it: 1"], rowsOf);
        Assert.Equal((1, 1), (figures.GetProperty("by_month")[1].GetProperty("outcomes").GetProperty("helped").GetInt32(), figures.GetProperty("by_month")[1].GetProperty("outcomes").GetProperty("own_wish").GetInt32()));
        foreach (var link in links)
        {
            var rows = await desk.GetAsync(link.GetAttribute("href")!);
            Assert.Equal(link.TextContent.Trim(), rows.Page.QuerySelectorAll("tbody tr").Length.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }
    }

    private static (int, int, int, int, decimal, int) MonthOf(JsonElement figures, int month)
    {
        var row = figures.GetProperty("by_month")[month];
        int Of(string name) => row.GetProperty(name).GetInt32();
        return (Of("asked"), Of("taken"), Of("refused"), Of("first_kept"), row.GetProperty("median_days_to_first").GetDecimal(), Of("ended"));
    }

    private static async Task MakeAsync(TestGroup group)
    {
        foreach (var made in Made)
        {
            var connection = await group.ConnectAsync(await group.AddPersonAsync("Mina", $"Vale{made.Asked}"));
            await group.Store.Write("ConnectionSetBack", Actor.CommandLine, async unit =>
            {
                var row = await unit.Db.Connections.SingleAsync(c => c.Id == connection.Id);
                row.AskedOn = Day(made.Asked)!.Value;
                (row.AnsweredOn, row.FirstKeptOn, row.EndedOn, row.Outcome, row.RefusedWhy) = (Day(made.Answered), Day(made.FirstKept), made.Refused ? Day(made.Answered) : Day(made.Ended), made.Outcome, made.Why);
                row.State = made.Refused ? ConnectionState.Refused : made.Ended is not null ? ConnectionState.Ended : made.Answered is not null ? ConnectionState.Taken : ConnectionState.Sent;
            });
        }

        static DateOnly? Day(int? number) => number is { } day ? new DateOnly(2025, 12, 31).AddDays(day) : null;
    }
}
