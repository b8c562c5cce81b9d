using System.Net;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Desk;
using SafeSpace.Core.Referrals;
using SafeSpace.Core.Register;
using SafeSpace.Testing;
using SafeSpace.Testing.Build;
using SafeSpace.Web.Tests.Diary;

namespace SafeSpace.Web.Tests.Desk;

/// <summary>When the group is open, and what waiting is while it is shut.</summary>
public sealed class OpeningHoursTests
{
    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Post_HoursThatChange_AndADayShut_AreKeptAndTakenBack(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var coordinator = await group.SignInAsync(Role.Coordinator);

        var first = await (await coordinator.GetAsync("/group/hours")).SubmitFormAsync("#week", ("From", "1 3 2020"), ("Week[0]", "16:30–21:00"), ("Week[5]", "10 to 12, 4pm - 24:00"));
        Assert.Contains("From 1 Mar 2020", first.Words(), StringComparison.Ordinal);
        Assert.Equal("10:00–12:00, 16:00–00:00", first.Page.QuerySelector("[name='Week[5]']")!.GetAttribute("value"));
        var second = await first.SubmitFormAsync("#week", ("From", "1 9 2020"), ("Week[0]", "12:00-21:30"));
        var shut = await second.SubmitFormAsync("#closed", ("Closed", "25 12 2020"), ("Why", "Christmas"));
        Assert.Contains("Christmas", shut.Words(), StringComparison.Ordinal);

        var calendar = await CalendarAsync(group);
        Assert.Equal(["16:30–21:00"], calendar.Of(new(2020, 3, 2))!.Select(s => s.ToString()));
        Assert.Equal(["12:00–21:30"], calendar.Of(new(2020, 9, 7))!.Select(s => s.ToString()));
        Assert.Empty(calendar.Of(new(2020, 12, 25))!);
        Assert.Null(calendar.Of(new(2020, 2, 29)));
        await shut.PressAsync("This was a mistake: From 1 Sept 2020");
        await (await coordinator.GetAsync("/group/hours")).SubmitFormAsync("form[action$='handler=Open']");
        Assert.Equal(["16:30–21:00"], (await CalendarAsync(group)).Of(new(2020, 9, 7))!.Select(s => s.ToString()));
        await group.AssertSoundAsync();
    }

    [Theory]
    [InlineData("From", "31 2 2021", "Write the date as day, month, year")]
    [InlineData("From", "", "From which day on?")]
    [InlineData("Week[1]", "all day", "Write it like 16:30–21:00.")]
    [InlineData("Week[1]", "16:30", "Write it like 16:30–21:00.")]
    [InlineData("Week[6]", "10:00-12:00, 11:00-13:00", "These times overlap.")]
    [InlineData("Week[6]", "25:00-26:00", "Write it like 16:30–21:00.")]
    public async Task Post_WhatCannotBe_SaysWhyAndKeepsWhatWasTyped(string field, string typed, string says)
    {
        var group = await (await TestSite.OnAsync(EngineKind.Sqlite)).NewGroupAsync();
        var coordinator = await group.SignInAsync(Role.Coordinator);
        (string, string)[] good = [("From", "1 3 2020"), ("Week[0]", "16:30-21:00")];

        var refused = await (await coordinator.GetAsync("/group/hours")).SubmitFormAsync("#week", [.. good.Where(g => g.Item1 != field), (field, typed)]);

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains(says, refused.Words(), StringComparison.Ordinal);
        Assert.Equal(typed, refused.Page.QuerySelector($"#week [name='{field}']")!.GetAttribute("value") ?? "");
        Assert.False((await CalendarAsync(group)).IsSet);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Post_AfterSomebodyElse_ShowsBoth_AndSavingAgainKeepsMine(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var (one, other) = (await group.SignInAsync(Role.Coordinator), await group.SignInAsync(Role.Coordinator));
        var (first, second) = (await one.GetAsync("/group/hours"), await other.GetAsync("/group/hours"));
        await first.SubmitFormAsync("#week", ("From", "1 3 2020"), ("Week[0]", "16:30-21:00"));

        var late = await second.SubmitFormAsync("#week", ("From", "1 3 2020"), ("Week[0]", "12:00-21:30"));

        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Contains("16:30–21:00", late.Words(".card"), StringComparison.Ordinal);
        Assert.Equal("12:00-21:30", late.Page.QuerySelector("[name='Week[0]']")!.GetAttribute("value"));
        await late.SubmitFormAsync("#week");
        Assert.Equal(["12:00–21:30"], (await CalendarAsync(group)).Of(new(2020, 3, 2))!.Select(s => s.ToString()));
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Report_WaitingOverNight_ShowsTheHoursShutApart(EngineKind engine)
    {
        // Tuesday 10 March 2026, 17:00 in London: open until 21:00, and again from 12:00 the next day.
        var site = await TestSite.NewAsync(engine);
        var group = await site.NewGroupAsync();
        var coordinator = await group.SignInAsync(Role.Coordinator);
        await (await coordinator.GetAsync("/group/hours")).SubmitFormAsync("#week", [("From", "1 3 2026"), .. Enumerable.Range(0, 7).Select(day => ($"Week[{day}]", "12:00-21:00"))]);
        var peer = await group.AddAccountAsync(Role.Peer);
        var referred = await group.ReferAsync(decision: Refer.TakenOn);
        site.Folder.Clock.Advance(TimeSpan.FromHours(20));
        await using (var db = await group.Store.ReadAsync())
            await group.LogContactAsync(await db.People.SingleAsync(p => p.Id == referred.Person), peer);

        var visitor = await group.SignInAsync(Role.Coordinator);
        var report = await visitor.GetAsync("/reports/monitoring?from=2026-03&to=2026-03");

        Assert.Contains("Half waited less than20 h 0 min", report.Words(), StringComparison.Ordinal);
        Assert.Contains("while we were open5 h 0 min", report.Words(), StringComparison.Ordinal);
        Assert.Contains("Hours of waiting while we were shut15 h", report.Words(), StringComparison.Ordinal);
    }

    private static async Task<OpeningCalendar> CalendarAsync(TestGroup group)
    {
        await using var db = await group.Store.ReadAsync();
        return await OpeningCalendar.ReadAsync(db, group.Store.Clock);
    }
}
