using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Audit;
using SafeSpace.Core.Data;
using SafeSpace.Testing;

namespace SafeSpace.Web.Tests.Reports.Monitoring;

public sealed partial class RowsTests
{
    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Get_EveryLinkedFigure_OpensToAsManyRowsAsItSays(EngineKind engine)
    {
        var (group, _) = await MadeGroup.OnAsync(engine);
        var visitor = await group.SignInAsync(Role.Coordinator);
        var report = await visitor.GetAsync("/reports/monitoring?from=2025-11&to=2026-02");
        var links = report.Page.QuerySelectorAll("a[href*='/reports/monitoring/rows?']")
            .Select(a => (Address: a.GetAttribute("href")!, Says: a.TextContent)).Distinct().ToList();

        Assert.True(links.Count > 60, $"{links.Count} links");
        foreach (var (address, says) in links.Where((_, i) => i % (engine == EngineKind.Sqlite ? 1 : 5) == 0))
        {
            var rows = await visitor.GetAsync(address);
            Assert.Equal(HttpStatusCode.OK, rows.Status);
            var said = rows.Words("#count");
            var found = address.Contains("figure=call_minutes", StringComparison.Ordinal) ? Minutes().Match(said) : Rows().Match(said);
            Assert.True(says == found.Groups["n"].Value, $"{address} says {says}: {said}");
        }
    }

    [Theory]
    [InlineData(EngineKind.Sqlite, "referrals")]
    [InlineData(EngineKind.Postgres, "referrals")]
    [InlineData(EngineKind.Sqlite, "contacts")]
    [InlineData(EngineKind.Postgres, "contacts")]
    [InlineData(EngineKind.Sqlite, "people_referred")]
    [InlineData(EngineKind.Postgres, "people_referred")]
    public async Task Get_PageAfterPage_ShowsEachRowOnce(EngineKind engine, string figure)
    {
        var (group, _) = await MadeGroup.OnAsync(engine);
        var visitor = await group.SignInAsync(Role.Facilitator);
        var page = await visitor.GetAsync($"/reports/monitoring/rows?figure={figure}&from=2025-01&to=2026-03");
        var count = int.Parse(Rows().Match(page.Words("#count")).Groups["n"].Value, CultureInfo.InvariantCulture);
        var shown = 0;
        var firsts = new List<string>();
        while (true)
        {
            var rows = page.Page.QuerySelectorAll("main table tbody tr").ToList();
            shown += rows.Count;
            firsts.Add(rows[0].TextContent);
            if (page.Page.QuerySelector("a[rel=next]") is not { } next)
                break;
            Assert.Equal(50, rows.Count);
            page = await visitor.GetAsync(next.GetAttribute("href")!);
        }

        Assert.True(count > 50);
        Assert.Equal(count, shown);
        Assert.Equal(firsts.Count, firsts.Distinct().Count());
        Assert.Equal(firsts[0], (await page.FollowAsync("First page")).Page.QuerySelector("main table tbody tr")!.TextContent);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Get_WhoLooked_IsRecorded_WithThePeopleShown(EngineKind engine)
    {
        var (group, year) = await MadeGroup.OnAsync(engine);
        var visitor = await group.SignInAsync(Role.Supervisor);
        var page = await visitor.GetAsync("/reports/monitoring/rows?figure=people_referred&from=2025-07&to=2025-07");

        var references = page.Page.QuerySelectorAll("main tbody td").Select(td => td.TextContent).Order().ToList();
        await using var db = await group.Store.ReadAsync();
        var view = await db.Views.AsNoTracking().Where(v => v.Surface == "figure" && v.ByName == visitor.Account!.DisplayName).SingleAsync();
        var seen = await db.ViewedPeople.AsNoTracking().Where(v => v.ViewId == view.Id).Select(v => v.PersonId).ToListAsync();
        Assert.NotEmpty(references);
        Assert.Equal(references, year.People.Where(p => seen.Contains(p.Id)).Select(p => p.Reference).Order());
        Assert.Equal("Behind a figure", page.Page.Title!.Split('·', '-', '–', '|')[0].Trim());
    }

    [Theory]
    [InlineData("figure=nonsense&from=2025-01")]
    [InlineData("figure=calls&from=never")]
    [InlineData("figure=calls&from=2025-01&after=over+there")]
    [InlineData("figure=calls&from=2025-01&after=-5~1")]
    [InlineData("figure=factor_gap&from=2025-01")]
    [InlineData("from=2025-01")]
    public async Task Get_WhatIsNoFigure_IsNotThere(string query)
    {
        var (group, _) = await MadeGroup.OnAsync(EngineKind.Sqlite);
        Assert.Equal(HttpStatusCode.NotFound, (await (await group.SignInAsync(Role.Coordinator)).GetAsync("/reports/monitoring/rows?" + query)).Status);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Get_AHugeCursorOrHardWords_ShowNothing_AndBreakNothing(EngineKind engine)
    {
        var (group, _) = await MadeGroup.OnAsync(engine);
        var visitor = await group.SignInAsync(Role.Coordinator);
        foreach (var query in new[] { "figure=calls&after=9223372036854775807~0", "figure=people_referred&after=9223372036854775807~7", "figure=referrals&after=9223372036854775807~0", "figure=people_referred&of=%27%3B--%F0%9F%98%80", "figure=referrals&of=%00" })
            Assert.Contains((await visitor.GetAsync($"/reports/monitoring/rows?from=2025-07&{query}")).Status, new[] { HttpStatusCode.OK, HttpStatusCode.NotFound });
    }

    [Theory]
    [InlineData(Role.Steering)]
    [InlineData(Role.Peer)]
    public async Task Get_WithoutThePermission_IsNotThere(Role role)
    {
        var (group, _) = await MadeGroup.OnAsync(EngineKind.Sqlite);
        Assert.Equal(HttpStatusCode.NotFound, (await (await group.SignInAsync(role)).GetAsync("/reports/monitoring/rows?figure=calls&from=2025-07")).Status);
    }

    [GeneratedRegex("(?<n>[0-9,]+) rows?")]
    private static partial Regex Rows();

    [GeneratedRegex(", (?<n>[0-9,]+) minutes")]
    private static partial Regex Minutes();
}
