using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.Reports.Monitoring;
using SafeSpace.Core.Shared;
using SafeSpace.Testing;

namespace SafeSpace.Core.Tests.Reports;

/// <summary>Each figure opens to as many rows as it says, over all of it, for one month and narrowed down.</summary>
public sealed class FigureRowsTests
{
    [Theory]
    [InlineData(EngineKind.Sqlite, "2025-01", "2026-03", "2026-03-10")]
    [InlineData(EngineKind.Postgres, "2025-01", "2026-03", "2026-03-10")]
    [InlineData(EngineKind.Sqlite, "2025-07", "2025-07", "2025-07-31")]
    [InlineData(EngineKind.Postgres, "2025-10", "2025-12", "2025-11-11")]
    public async Task EveryFigure_HasAsManyRowsAsItSays(EngineKind engine, string from, string to, string on)
    {
        var (store, _) = await MadeStore.OnAsync(engine);
        await using var db = await store.ReadAsync();
        var period = ReportPeriod.Read(from, to, on, store.Clock, out var mistakes)!;
        Assert.Empty(mistakes);
        var report = await MonitoringReport.WorkAsync(db, store.Clock, period.From, period.To, period.On);
        var figures = FiguresOf(report, period).ToList();

        Assert.Equal(FigureRows.Names.Order(), figures.Select(f => f.Choice.Figure).Distinct().Order());
        foreach (var (choice, says) in figures)
        {
            var source = await new FigureRows(db, store.Clock).FindAsync(choice);
            Assert.True(source is not null, $"{choice.Figure} of {choice.Of}");
            var opensTo = await CountAsync(source, sum: choice.Figure is "call_minutes" or "help_value");
            Assert.True(says == opensTo, $"{choice.Figure} of {choice.Of} in {choice.Period}: says {says}, opens to {opensTo}");
        }
    }

    [Theory]
    [InlineData("nonsense", null)]
    [InlineData("contacts", "smoke_signal")]
    [InlineData("calls_per_person", "3-7")]
    [InlineData("factor_gap", null)]
    public async Task WhatIsNoFigure_IsNotThere(string figure, string? of)
    {
        var (store, _) = await MadeStore.OnAsync(EngineKind.Sqlite);
        await using var db = await store.ReadAsync();
        Assert.Null(await new FigureRows(db, store.Clock).FindAsync(new(figure, new(new(2025, 1), new(2025, 2), new(2025, 2, 1)), of)));
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task OpeningAMonthOfCalls_ReadsThatMonthOfTheDiary(EngineKind engine)
    {
        var (store, _) = await MadeStore.OnAsync(engine);
        await using var db = await store.ReadAsync();
        var plans = await QueryPlans.OfAsync(async () =>
        {
            var source = await new FigureRows(db, store.Clock).FindAsync(new("calls", new(new(2025, 7), new(2025, 7), new(2025, 7, 31))));
            Assert.NotEmpty(await source!.Contacts!.OrderBy(c => c.At).Take(50).ToListAsync());
        });
        Assert.Contains("ix_contact_at", plans.Single(), StringComparison.Ordinal);
    }

    private static IEnumerable<(FigureChoice Choice, long Says)> FiguresOf(MonitoringReport report, ReportPeriod period)
    {
        (FigureChoice, long) Figure(string name, long says, string? of = null) => (new(name, period, of), says);
        (FigureChoice, long) OfMonth(string name, Month month, long says) => (new(name, new(month, month, period.On)), says);
        yield return Figure("referrals", report.Referrals);
        yield return Figure("new_people", report.NewPeople);
        yield return Figure("people", report.People);
        yield return Figure("people_to_date", report.PeopleToDate);
        yield return Figure("repeat", report.RepeatReferrals.Repeat);
        yield return Figure("double", report.RepeatReferrals.Double);
        yield return Figure("taken_on", report.Outcomes.TakenOn);
        yield return Figure("pointed_elsewhere", report.Outcomes.PointedElsewhere);
        yield return Figure("not_now", report.Outcomes.NotNow);
        yield return Figure("waiting", report.Outcomes.Waiting);
        yield return Figure("waited", report.Waiting.TakenOn);
        yield return Figure("answered", report.Waiting.Answered);
        yield return Figure("not_yet_answered", report.Waiting.NotYetAnswered);
        yield return Figure("contacts", report.Contacts);
        yield return Figure("calls", report.Calls);
        yield return Figure("call_minutes", report.CallMinutes);
        yield return Figure("calls_without_minutes", report.CallsWithoutMinutes);
        yield return Figure("calls_without_person", report.CallsWithoutPerson);
        yield return Figure("most_calls_one_person", report.MostCallsOnePerson);
        yield return Figure("no_answer", report.NoAnswer);
        yield return Figure("texts", report.Texts);
        yield return Figure("visits", report.Visits);
        yield return Figure("people_referred", report.PeopleReferred);
        yield return Figure("active_on", report.ActiveOn);
        yield return Figure("calls_per_person", report.CallsPerPerson.People);
        yield return Figure("help_items", report.Help.Items);
        yield return Figure("help_people", report.Help.People);
        yield return Figure("help_value", report.Help.ValuePence);
        yield return Figure("anxiety_depression_alone", report.AnxietyDepressionAlone);
        yield return Figure("anxiety_depression_plus", report.AnxietyDepressionPlus);
        yield return Figure("connections_asked", report.Connections.Asked);
        yield return Figure("connections_taken", report.Connections.Taken);
        yield return Figure("connections_refused", report.Connections.Refused);
        yield return Figure("connections_first_kept", report.Connections.FirstKept);
        yield return Figure("connections_ended", report.Connections.Ended);
        foreach (var (kind, contacts) in report.ContactsByKind)
            yield return Figure("contacts", contacts, kind);
        foreach (var (words, people) in report.ByGender)
            yield return Figure("people_referred", people, words);
        foreach (var band in report.CallsPerPerson.Bands)
            yield return Figure("calls_per_person", band.People, FigureRows.NameOf(band.From, band.To));
        foreach (var team in report.ByTeam)
        {
            yield return Figure("referrals", team.Referrals, team.Team ?? FigureRows.NoTeam);
            yield return Figure("new_people", team.NewPeople, team.Team ?? FigureRows.NoTeam);
            yield return Figure("taken_on", team.TakenOn, team.Team ?? FigureRows.NoTeam);
        }

        foreach (var factor in report.FactorViews.Factors)
        {
            yield return Figure("factor_referrer", factor.Referrer, factor.Factor);
            yield return Figure("factor_peers", factor.Peers, factor.Factor);
            yield return Figure("factor_gap", factor.Gap, factor.Factor);
        }

        foreach (var month in report.CallsByMonth.Keys)
        {
            yield return OfMonth("referrals", month, report.ReferralsByMonth[month]);
            yield return OfMonth("new_people", month, report.NewPeopleByMonth[month]);
            yield return OfMonth("repeat", month, report.RepeatsByMonth[month]);
            yield return OfMonth("double", month, report.DoublesByMonth[month]);
            yield return OfMonth("calls", month, report.CallsByMonth[month]);
            yield return OfMonth("call_minutes", month, report.CallMinutesByMonth[month]);
            yield return OfMonth("no_answer", month, report.NoAnswerByMonth[month]);
            yield return OfMonth("visits", month, report.VisitsByMonth[month]);
        }
    }

    private static async Task<long> CountAsync(FigureSource source, bool sum) => source switch
    {
        { Referrals: { } referrals } => await referrals.CountAsync(),
        { People: { } people } => await people.CountAsync(),
        { Contacts: { } contacts } => sum ? await contacts.SumAsync(c => c.Minutes ?? 0) : await contacts.CountAsync(),
        { Help: { } help } => sum ? await help.SumAsync(h => h.Pence - h.CameBackPence) : await help.CountAsync(),
        { Connections: { } connections } => await connections.CountAsync(),
        _ => throw new InvalidOperationException("A figure without rows."),
    };
}
