using SafeSpace.Core.Reports.Monitoring;
using SafeSpace.Web.Infrastructure.Words;
using SafeSpace.Web.TagHelpers;

namespace SafeSpace.Web.Modules.Reports;

/// <summary>The report's pictures: what each shows, said in one sentence for whoever does not see it.</summary>
/// <param name="months">The months drawn: those of the period, or the year up to its end when it is short.</param>
public sealed class MonitoringCharts(MonitoringReport report, IReadOnlyList<TrendMonth> months, Texts t)
{
    public ChartData Contacts { get; } = new(
        t["Calls and visits by month"], Highest(months, m => m.Calls, t["Most calls were in {0}: {1}."], t), Names(months, t),
        [new(t["Calls"], [.. months.Select(m => (decimal?)m.Calls)]), new(t["Visits"], [.. months.Select(m => (decimal?)m.Visits)])], t["Month"]);

    public ChartData Referrals { get; } = new(
        t["Referrals and new people by month"], Highest(months, m => m.Referrals, t["Most referrals were in {0}: {1}."], t), Names(months, t),
        [new(t["Referrals"], [.. months.Select(m => (decimal?)m.Referrals)]), new(t["New people"], [.. months.Select(m => (decimal?)m.NewPeople)])], t["Month"]);

    public ChartData Active { get; } = new(
        t["People with us at the end of the month"], Highest(months, m => m.Active, t["Most people were with us in {0}: {1}."], t), Names(months, t),
        [new(t["People"], [.. months.Select(m => (decimal?)m.Active)])], t["Month"]);

    public ChartData Bands { get; } = new(
        t["Calls per person"],
        report.CallsPerPerson.Median is { } median ? t["Of {0} people with at least one call, half had {1} or fewer.", report.CallsPerPerson.People, median] : t["Nobody had a call."],
        [.. report.CallsPerPerson.Bands.Select(b => ReportWords.Band(b, t))], [new(t["People"], [.. report.CallsPerPerson.Bands.Select(b => (decimal?)b.People)])], t["Calls"]);

    public ChartData Factors { get; } = new(
        t["What weighs on people"], t["What the first referral named beside what peers heard, of {0} people.", report.PeopleToDate],
        [.. report.FactorViews.Factors.Select(f => t[f.Name])],
        [new(t["First referral"], [.. report.FactorViews.Factors.Select(f => (decimal?)f.Referrer)]), new(t["Peers heard"], [.. report.FactorViews.Factors.Select(f => (decimal?)f.Peers)])], t["Factor"]);

    public ChartData Teams { get; } = new(
        t["Referrals by team"], t["{0} referrals in all.", report.Referrals],
        [.. report.ByTeam.Select(team => team.Team is null ? t[team.Name] : team.Name)], [new(t["Referrals"], [.. report.ByTeam.Select(team => (decimal?)team.Referrals)])], t["Referring team"]);

    private static IReadOnlyList<string> Names(IReadOnlyList<TrendMonth> months, Texts t) =>
        [.. months.Select(m => m.IsPart ? t["{0}, part", ReportWords.Month(m.Month)] : ReportWords.Month(m.Month))];

    private static string Highest(IReadOnlyList<TrendMonth> months, Func<TrendMonth, int> figure, string sentence, Texts t) =>
        months.MaxBy(figure) is { } most && figure(most) > 0
            ? string.Format(System.Globalization.CultureInfo.CurrentCulture, sentence, ReportWords.Month(most.Month, full: true), figure(most))
            : t["There is nothing to show yet."];
}
