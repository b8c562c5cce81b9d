using System.Net;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Referrals;
using SafeSpace.Core.Register;
using SafeSpace.Core.Reports.Monitoring;
using SafeSpace.Core.Shared;
using SafeSpace.Testing;
using SafeSpace.Testing.Build;
using SafeSpace.Web.Tests.SocialValue;

namespace SafeSpace.Web.Tests.Reports.Monitoring;

public sealed class IndexTests
{
    private const string Page = "/reports/monitoring";

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Get_SomebodyWroteNotSaid_AndSomebodyNothing_IsOneLineOfBoth(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        foreach (var gender in new[] { "Not  said", null })
            await group.ReferAsync(new ReferralDetails { Channel = Channel.Phone, Person = new PersonDetails { GivenName = "Sam", Surname = "Harley" + gender, Gender = gender }, Team = "crisis_team", Day = new(2026, 3, 2) });

        var page = await (await group.SignInAsync(Role.Facilitator)).GetAsync("/reports/monitoring?from=2026-03&to=2026-03");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("not said 2", page.Rows(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Get_NothingAsked_ShowsTheLastWholeMonth_WithTheOneBeforeBeside(EngineKind engine)
    {
        var (group, _) = await MadeGroup.OnAsync(engine);
        var visitor = await group.SignInAsync(Role.Steering);

        var page = await visitor.GetAsync(Page);

        var now = await WorkAsync(group, "2026-02", "2026-02");
        var before = await WorkAsync(group, "2026-01", "2026-01");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.StartsWith("February 2026: ", page.Words("#sentence"), StringComparison.Ordinal);
        Assert.Equal([$"{now.Referrals}", $"{now.NewPeople}", $"{now.Calls}", $"{now.CallMinutes}", $"{now.Visits}", $"{now.ActiveAtMonthEnd[now.To]}"],
            page.Page.QuerySelectorAll(".figures .figure").Select(f => f.TextContent));
        Assert.Equal([$"Jan 2026: {before.Referrals}", $"Jan 2026: {before.NewPeople}", $"Jan 2026: {before.Calls}", $"Jan 2026: {before.CallMinutes}", $"Jan 2026: {before.Visits}", $"Jan 2026: {before.ActiveAtMonthEnd[before.To]}"],
            page.Page.QuerySelectorAll(".figures .before").Select(f => f.TextContent));
        Assert.Equal("How we count", page.Words("#how"));
        Assert.True(page.Page.QuerySelectorAll("svg[role=img]").Length >= 6);
        Assert.All(page.Page.QuerySelectorAll("figure.chart"), chart => Assert.NotNull(chart.QuerySelector("table")));
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Get_PartMonth_IsMarked_AndNotCompared(EngineKind engine)
    {
        var (group, _) = await MadeGroup.OnAsync(engine);
        var visitor = await group.SignInAsync(Role.Coordinator);

        var page = await (await visitor.GetAsync(Page)).SubmitFormAsync("main form[method=get]", ("From", "2026-02"), ("To", "2026-03"), ("On", ""));
        var afterPart = await visitor.GetAsync(Page + "?from=2025-02");

        Assert.Contains("Mar 2026 part month", page.Words("#months ~ table, section[aria-labelledby=months] table"), StringComparison.Ordinal);
        Assert.Contains("Not whole: Mar 2026. So nothing is compared.", page.Words(), StringComparison.Ordinal);
        Assert.Empty(page.Page.QuerySelectorAll(".figures .before"));
        Assert.Contains("The months before are not whole", afterPart.Words(), StringComparison.Ordinal);
        Assert.Empty(afterPart.Page.QuerySelectorAll(".figures .before"));
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Get_EmptyGroup_SaysSoKindly(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var visitor = await group.SignInAsync(Role.Supervisor);

        var page = await visitor.GetAsync(Page);

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal("Nothing was written down in March 2026.", page.Words("#sentence"));
        Assert.DoesNotContain("NaN", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("/rows?", page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("?from=soon", "From")]
    [InlineData("?from=2026-02&to=2026-01", "To")]
    [InlineData("?from=1900-01&to=2200-01", "To")]
    [InlineData("?from=2026-01&on=31+2+2026", "On")]
    public async Task Get_WhatCannotBe_ReturnsError_AndKeepsWhatWasSaid(string query, string field)
    {
        var (group, _) = await MadeGroup.OnAsync(EngineKind.Sqlite);
        var visitor = await group.SignInAsync(Role.Coordinator);

        var page = await visitor.GetAsync(Page + query);

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.NotNull(page.Page.QuerySelector($"[name={field}][aria-invalid=true]"));
    }

    [Theory]
    [InlineData(Role.Steering, false)]
    [InlineData(Role.Coordinator, true)]
    public async Task Get_FiguresAreLinks_OnlyForThoseWhoMayOpenThem(Role role, bool links)
    {
        var (group, _) = await MadeGroup.OnAsync(EngineKind.Sqlite);
        var page = await (await group.SignInAsync(role)).GetAsync(Page);
        Assert.Equal(links, page.Text.Contains("/reports/monitoring/rows?", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(Role.Peer)]
    [InlineData(Role.Referrer)]
    [InlineData(Role.Commissioner)]
    [InlineData(Role.Member)]
    public async Task Get_WithoutThePermission_IsNotThere(Role role)
    {
        var (group, _) = await MadeGroup.OnAsync(EngineKind.Sqlite);
        var visitor = await group.SignInAsync(role);
        foreach (var path in new[] { Page, Page + ".csv?from=2026-01", Page + "/rows?figure=calls&from=2026-01" })
            Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync(path)).Status);
    }

    [Fact]
    public async Task Get_ThePagesWordsAreAllInTheLanguageFiles()
    {
        var group = await (await TestSite.OnAsync(EngineKind.Sqlite)).NewGroupAsync(language: "pl");
        var page = await (await group.SignInAsync(Role.Coordinator)).GetAsync(Page + "?from=2026-03");
        Assert.Contains("Raport", page.Words("h1"), StringComparison.Ordinal);
        Assert.Contains("marzec 2026", page.Words("#sentence"), StringComparison.Ordinal);
    }

    private static async Task<MonitoringReport> WorkAsync(TestGroup group, string from, string to)
    {
        await using var db = await group.Store.ReadAsync();
        var period = ReportPeriod.Read(from, to, null, group.Store.Clock, out _)!;
        return await MonitoringReport.WorkAsync(db, group.Store.Clock, period.From, period.To, period.On);
    }
}
