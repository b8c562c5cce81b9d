using SafeSpace.Core.Data;
using SafeSpace.Core.Diary;
using SafeSpace.Core.Referrals;
using SafeSpace.Core.Register.Counting;
using SafeSpace.Core.Reports;
using SafeSpace.Core.Reports.Monitoring;
using SafeSpace.Core.Shared;
using SafeSpace.Testing;
using SafeSpace.Testing.Build;

namespace SafeSpace.Core.Tests.Reports;

public sealed class MonitoringReportTests
{
    /// <summary>All of it; one month in summer time; months before, within and after; a day before the period.</summary>
    public static TheoryData<EngineKind, string, string, string> Periods
    {
        get
        {
            var data = new TheoryData<EngineKind, string, string, string>();
            foreach (var engine in Enum.GetValues<EngineKind>())
            {
                data.Add(engine, "2025-01", "2026-03", "2026-03-10");
                data.Add(engine, "2025-06", "2025-06", "2025-06-30");
                data.Add(engine, "2024-11", "2025-03", "2025-02-11");
                data.Add(engine, "2025-10", "2026-06", "2025-09-01");
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Periods))]
    public async Task EveryFigure_EqualsTheCountMadeByHand(EngineKind engine, string from, string to, string on)
    {
        var (store, year) = await MadeStore.OnAsync(engine);
        var report = await WorkAsync(store, from, to, on);
        var hand = new CountedByHand(year, report.From, report.To, report.On);

        Assert.Equal(hand.KnownBy(report.To.LastDay), report.People);
        Assert.Equal(hand.Referrals.Select(r => r.PersonId).Distinct().Count(), report.PeopleReferred);
        Assert.Equal(hand.Referrals.Count, report.Referrals);
        Assert.Equal(hand.ByMonth(hand.Referrals, r => r.Day), report.ReferralsByMonth);
        Assert.Equal(hand.ByMonth(hand.Referrals.Where(r => r.Kind == ReferralKind.First), r => r.Day), report.NewPeopleByMonth);
        Assert.Equal(hand.Referrals.Count(r => r.Kind == ReferralKind.First), report.NewPeople);
        Assert.Equal(new RepeatReferrals(hand.Referrals.Count(r => r.Kind == ReferralKind.Repeat), hand.Referrals.Count(r => r.Kind == ReferralKind.Double)), report.RepeatReferrals);
        Assert.Equal(hand.ByMonth(hand.Referrals.Where(r => r.Kind == ReferralKind.Repeat), r => r.Day), report.RepeatsByMonth);
        Assert.Equal(hand.ByMonth(hand.Referrals.Where(r => r.Kind == ReferralKind.Double), r => r.Day), report.DoublesByMonth);
        int Came(ReferralOutcome outcome) => hand.Referrals.Count(r => r.Outcome == outcome);
        Assert.Equal(new ReferralOutcomes(Came(ReferralOutcome.TakenOn), Came(ReferralOutcome.PointedElsewhere), Came(ReferralOutcome.NotNow), Came(ReferralOutcome.Waiting)), report.Outcomes);

        Assert.Equal(hand.Contacts.Count, report.Contacts);
        Assert.Equal(Enum.GetValues<ContactKind>().ToDictionary(KindNames.Of, k => hand.Contacts.Count(c => c.Kind == k)), report.ContactsByKind);
        Assert.Equal(hand.Calls.Count, report.Calls);
        Assert.Equal(hand.ByMonth(hand.Calls, c => c.Day), report.CallsByMonth);
        Assert.Equal(hand.Calls.Sum(c => c.Minutes ?? 0), report.CallMinutes);
        Assert.Equal(report.CallMinutes, report.CallMinutesByMonth.Values.Sum());
        Assert.Equal(hand.Calls.Count(c => c.Minutes is null), report.CallsWithoutMinutes);
        Assert.Equal(hand.Calls.Count(c => c.PersonId is null), report.CallsWithoutPerson);
        Assert.Equal(hand.CallsOfEach.LastOrDefault(), report.MostCallsOnePerson);
        Assert.Equal(hand.CallsOfEach.Count, report.CallsPerPerson.People);
        Assert.Equal(hand.Median, report.CallsPerPerson.Median);
        Assert.All(report.CallsPerPerson.Bands, band => Assert.Equal(hand.CallsOfEach.Count(c => c >= band.From && (band.To is null || c <= band.To)), band.People));
        Assert.Equal(report.CallsPerPerson.People, report.CallsPerPerson.Bands.Sum(b => b.People));
        Assert.Equal(hand.Contacts.Count(c => c.Kind == ContactKind.NoAnswer), report.NoAnswer);
        Assert.Equal(hand.ByMonth(hand.Contacts.Where(c => c.Kind == ContactKind.NoAnswer), c => c.Day), report.NoAnswerByMonth);
        Assert.Equal(hand.Contacts.Count(c => c.Kind == ContactKind.Text), report.Texts);
        Assert.Equal(hand.Visits.Count, report.Visits);
        Assert.Equal(hand.ByMonth(hand.Visits, c => c.Day), report.VisitsByMonth);
    }

    [Theory]
    [MemberData(nameof(Periods))]
    public async Task OpenSpells_Factors_Waiting_AndWho_EqualTheCountMadeByHand(EngineKind engine, string from, string to, string on)
    {
        var (store, year) = await MadeStore.OnAsync(engine);
        var report = await WorkAsync(store, from, to, on);
        var hand = new CountedByHand(year, report.From, report.To, report.On);

        Assert.Equal(hand.OpenOn(report.On), report.ActiveOn);
        Assert.Equal(hand.KnownBy(report.On), report.PeopleToDate);
        Assert.All(report.ActiveAtMonthEnd, end => Assert.Equal(hand.OpenOn(end.Key.LastDay < store.Clock.Today ? end.Key.LastDay : store.Clock.Today), end.Value));

        Assert.Contains("own_word", FactorNames.Of("own_word"));
        Assert.All(report.Factors, f => Assert.Equal(hand.FromReferrer.Count(p => p.Factors.Any(code => FactorNames.Of(code) == f.Key)), f.Value));
        Assert.Equal(hand.FromReferrer.Sum(p => p.Factors.Count), report.Factors.Values.Sum());
        Assert.Equal(hand.FromReferrer.Count(p => p.Factors.SetEquals(["anxiety_depression"])), report.AnxietyDepressionAlone);
        Assert.Equal(hand.FromReferrer.Count(p => p.Factors.Contains("anxiety_depression") && p.Factors.Count > 1), report.AnxietyDepressionPlus);
        Assert.Equal(report.FactorViews.Factors.Select(v => hand.View(v.Factor)), report.FactorViews.Factors);
        Assert.Equal(hand.FromPeers.Sum(p => p.Factors.Count), report.FactorViews.Factors.Sum(v => v.Peers));
        Assert.Equal(hand.FromReferrer.Count(p => p.Factors.Count > 0), report.FactorViews.PeopleWithReferrerFactors);
        Assert.Equal(hand.FromPeers.Count(p => p.Factors.Count > 0), report.FactorViews.PeopleWithPeerFactors);

        Assert.Equal(hand.Genders, report.ByGender.ToDictionary(g => g.Key.ToLowerInvariant(), g => g.Value));
        Assert.Equal(hand.Referrals.GroupBy(r => r.Team).ToDictionary(g => g.Key ?? "", g => g.Count()), report.ByTeam.ToDictionary(t => t.Team ?? "", t => t.Referrals));
        Assert.All(report.ByTeam, t => Assert.Equal(
            (hand.Referrals.Count(r => r.Team == t.Team && r.Kind == ReferralKind.First), hand.Referrals.Count(r => r.Team == t.Team && r.Outcome == ReferralOutcome.TakenOn)), (t.NewPeople, t.TakenOn)));

        var waits = hand.Waits;
        var waiting = report.Waiting;
        Assert.Equal(waits.Count, waiting.TakenOn);
        Assert.Equal(waits.Count(w => w.Referral.Channel != Channel.Import), waiting.TimeKnown);
        Assert.Equal(waits.Count(w => w.Answered is not null), waiting.Answered);
        Assert.Equal(waits.Count(w => w.Tried is not null), waiting.Tried);
        Assert.Equal(waits.Count - waiting.Answered, waiting.NotYetAnswered);
        Assert.Equal(waiting.Answered, waiting.SameDay + waiting.NextDay + waiting.WithinAWeek + waiting.Later);
        Assert.Equal(Middle(waits.Where(w => w.Referral.Channel != Channel.Import).Select(w => (w.Answered - w.Referral.DecidedAt)?.TotalMinutes)), waiting.MedianMinutes);
        Assert.Equal(Middle(waits.Where(w => w.Referral.Channel != Channel.Import).Select(w => (w.Tried - w.Referral.DecidedAt)?.TotalMinutes)), waiting.MedianMinutesToFirstTry);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task TheWholeYear_HasSomethingInEveryFigure(EngineKind engine)
    {
        var (store, _) = await MadeStore.OnAsync(engine);
        var report = await WorkAsync(store, "2025-01", "2026-03", "2026-03-10");

        Assert.Equal([new Month(2025, 1), new Month(2026, 3)], report.PartMonths);
        Assert.Equal(MadeYear.FirstDay, report.FirstDay);
        Assert.True(report.RepeatReferrals is { Repeat: > 5, Double: > 5 } && report.CallsWithoutMinutes > 5 && report.CallsWithoutPerson > 3 && report.ActiveOn > 3);
        Assert.True(report.AnxietyDepressionAlone > 2 && report.AnxietyDepressionPlus > 2 && report.FactorViews.Factors.Any(f => f is { Gap: > 0, Both: > 0 }));
        Assert.True(report.Waiting is { NextDay: > 0, WithinAWeek: > 0, Later: > 0, NotYetAnswered: > 0, MedianMinutes: > 0 } && report.ByGender.Count >= 5);
        Assert.Contains(report.ByTeam, t => t is { Team: "team_we_no_longer_list", Name: "team_we_no_longer_list" });
        Assert.Contains(report.ByTeam, t => t is { Team: "crisis_team", Name: "Crisis team" });
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task AGroupWithNothing_HasZerosAndNoAverages(EngineKind engine)
    {
        await using var stores = await TestStores.OpenAsync(engine);
        var report = await WorkAsync(await stores.NewGroupAsync(), "2026-01", "2026-03", "2026-03-10");

        Assert.Equal((0, 0, 0, 0), (report.People, report.Referrals, report.Calls, report.ActiveOn));
        Assert.Null(report.FirstDay);
        Assert.Empty(report.PartMonths);
        Assert.Null(report.CallsPerPerson.Median);
        Assert.Null(report.Waiting.AnsweredPercent);
        Assert.Null(report.Waiting.MedianMinutes);
        Assert.Equal(3, report.CallsByMonth.Count);
        Assert.Equal(13, report.Factors.Count);
        Assert.All(report.Factors.Values, n => Assert.Equal(0, n));
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Working_NeverReadsAWholeTableThatGrows(EngineKind engine)
    {
        var (store, _) = await MadeStore.OnAsync(engine);
        var plans = await QueryPlans.OfAsync(() => WorkAsync(store, "2025-05", "2025-06", "2025-06-30"));

        Assert.True(plans.Count > 10);
        Assert.Empty(QueryPlans.Scans(plans, "contact", "referral", "spell", "person", "person_month"));
        // Of the diary: its first and last moment. Nothing else is read of it.
        var diary = plans.Where(plan => plan.Contains("\"contact\"", StringComparison.Ordinal) || plan.Contains(" contact ", StringComparison.Ordinal)).ToList();
        Assert.Equal(2, diary.Count);
        Assert.All(diary, plan => Assert.Contains("ix_contact_at", plan, StringComparison.Ordinal));
        Assert.DoesNotContain(plans, plan => plan.Contains("ix_referral_outcome", StringComparison.Ordinal));
        var ofAll = await QueryPlans.OfAsync(() => WorkAsync(store, "2025-01", "2026-03", "2026-03-06"));
        Assert.Contains(ofAll, plan => plan.Contains("ix_person_month_month_calls", StringComparison.Ordinal));
        Assert.DoesNotContain(plans, plan => plan.Contains("ix_person_month_month_calls", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("2025-01", true, "begins on the 20th")]
    [InlineData("2025-02", false, "whole")]
    [InlineData("2026-02", false, "whole")]
    [InlineData("2026-03", true, "still going on")]
    [InlineData("2026-04", false, "has not begun")]
    [InlineData("2024-12", false, "nothing was written down yet")]
    public void APartMonth_IsOneTheDataDoesNotFill(string month, bool part, string because) =>
        Assert.True(new DataDays(MadeYear.FirstDay, MadeYear.LastDay).IsPart(MonthOf(month), new DateOnly(2026, 3, 10)) == part, because);

    [Theory]
    [InlineData("2019-12-19", "2021-05-23", "2021-05", true)]
    [InlineData("2019-12-19", "2021-05-29", "2021-05", false)]
    [InlineData("2019-12-03", "2021-05-29", "2019-12", false)]
    [InlineData("2019-12-05", "2021-05-29", "2019-12", true)]
    [InlineData("2019-12-19", "2021-05-23", "2021-06", false)]
    public void DataThatEndedLongAgo_EndsWithAPartMonth_UnlessOnlyQuietDaysAreLeft(string first, string last, string month, bool part) =>
        Assert.Equal(part, new DataDays(DateOnly.Parse(first), DateOnly.Parse(last)).IsPart(MonthOf(month), new DateOnly(2026, 3, 10)));

    private static long? Middle(IEnumerable<double?> minutes)
    {
        var sorted = minutes.OfType<double>().Order().ToList();
        return sorted.Count == 0 ? null : (long)Math.Round((sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2, MidpointRounding.AwayFromZero);
    }

    private static async Task<MonitoringReport> WorkAsync(GroupStore store, string from, string to, string on)
    {
        await using var db = await store.ReadAsync();
        return await MonitoringReport.WorkAsync(db, store.Clock, MonthOf(from), MonthOf(to), DateOnly.Parse(on));
    }

    private static Month MonthOf(string text) => Month.TryParse(text, out var month) ? month : throw new ArgumentException(text);
}
