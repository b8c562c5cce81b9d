using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Reports.Monitoring;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Infrastructure.Words;
using SafeSpace.Web.Modules.Register.Shared;
using SafeSpace.Web.TagHelpers;

namespace SafeSpace.Web.Modules.Reports.Monitoring;

/// <summary>The monitoring report: inside the service, with real figures. Published figures are another thing.</summary>
[Needs(Permission.SeeFigures)]
public sealed class IndexModel(GroupDb db, GroupStore store, GroupClock clock, Viewer viewer, Texts texts, MonitoringReports reports) : PageModel
{
    private const int FewMonths = 3;

    [BindProperty(SupportsGet = true)]
    public string? From { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? To { get; set; }

    [BindProperty(SupportsGet = true)]
    public DateOnly? On { get; set; }

    public MonitoringReport? Report { get; private set; }

    public MonitoringCharts Charts { get; private set; } = null!;

    public ListLabels Labels { get; private set; } = null!;

    public RowsLink Rows { get; private set; } = null!;

    public IReadOnlyList<KeyFigure> KeyFigures { get; private set; } = [];

    /// <summary>Why nothing stands beside the figures; null when something does.</summary>
    public string? NotCompared { get; private set; }

    public IReadOnlyList<Choice> Months { get; private set; } = [];

    public string Sentence { get; private set; } = "";

    public IReadOnlyList<string> Notes => HowWeCount.Sentences(texts);

    public async Task<IActionResult> OnGetAsync()
    {
        var days = await DataDays.ReadAsync(db, clock);
        Months = MonthChoices(days);
        var period = From is null && To is null
            ? ReportPeriod.Usual(clock, days.First)
            : ReportPeriod.Read(From ?? To, To, null, clock, out var mistakes) ?? Mistaken(mistakes);
        if (period is null || !ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        period = On is { } on ? period with { On = on } : period;
        (From, To) = (period.From.ToString(), period.To.ToString());
        Months = [.. Months.Concat([MonthChoice(period.From), MonthChoice(period.To)]).DistinctBy(m => m.Value)];
        await ShowAsync(period, days);
        return Page();
    }

    /// <summary>The last day of a month, or today: what "at the end" means.</summary>
    public DateOnly EndOf(Month month) => MonitoringReport.UsualDay(clock, month);

    /// <summary>The same report as a file or another page.</summary>
    public string Address(string path) => Url.Content($"~/reports/monitoring{path}") + new QueryString()
        .Add("from", Report!.From.ToString()).Add("to", Report.To.ToString()).Add("on", Report.On.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));

    private async Task ShowAsync(ReportPeriod period, DataDays days)
    {
        Labels = await ListLabels.LoadAsync(db, GroupList.ConnectionOutcome, GroupList.RefusedWhy);
        Report = await reports.OfAsync(store, db, period);
        var before = period.Before;
        var drawnFrom = period.Months >= FewMonths ? period.From : Month.Of(period.To.FirstDay.AddMonths(-11));
        var trend = await MonitoringTrend.ReadAsync(db, clock, before.From < drawnFrom ? before.From : drawnFrom, period.To);
        Charts = new MonitoringCharts(Report, [.. trend.Where(m => m.Month >= drawnFrom && (m.HasData || m.Month >= period.From))], texts);
        Rows = new RowsLink(Report, viewer.May(Permission.OpenFigures), Url.Content("~/reports/monitoring/rows"));
        Compare([.. trend.Where(m => m.Month >= before.From && m.Month <= before.To)], before.From, before.To);
        Sentence = days.First is null || Report is { Referrals: 0, Contacts: 0 }
            ? texts["Nothing was written down in {0}.", ReportWords.Period(period.From, period.To, texts)]
            : texts["{0}: {1}, {2}, {3} and {4}.", ReportWords.Period(period.From, period.To, texts),
                texts.Count(Report.Referrals, "{0:#,0} referral", "{0:#,0} referrals"), texts.Count(Report.NewPeople, "{0:#,0} new person", "{0:#,0} new people"),
                texts.Count(Report.Calls, "{0:#,0} call", "{0:#,0} calls"), texts.Count(Report.Visits, "{0:#,0} visit", "{0:#,0} visits")];
    }

    private void Compare(IReadOnlyList<TrendMonth> before, Month from, Month to)
    {
        NotCompared = Report!.PartMonths.Count > 0
            ? texts["Not whole: {0}. So nothing is compared.", string.Join(", ", Report.PartMonths.Select(m => ReportWords.Month(m)))]
            : before.Any(m => m.IsPart || !m.HasData) ? texts["The months before are not whole, so nothing is compared."] : null;
        var name = NotCompared is not null ? null : from == to ? ReportWords.Month(from) : $"{ReportWords.Month(from)} – {ReportWords.Month(to)}";
        KeyFigure Figure(string figure, string words, long value, Func<TrendMonth, long> was, DateOnly? on = null) =>
            new(figure, words, value, name is null ? null : texts["{0}: {1:#,0}", name, before.Sum(was)], on);
        KeyFigures =
        [
            Figure("referrals", texts["Referrals"], Report.Referrals, m => m.Referrals),
            Figure("new_people", texts["New people"], Report.NewPeople, m => m.NewPeople),
            Figure("calls", texts["Calls"], Report.Calls, m => m.Calls),
            Figure("call_minutes", texts["Minutes of calls"], Report.CallMinutes, m => m.CallMinutes),
            Figure("visits", texts["Visits"], Report.Visits, m => m.Visits),
            Figure("active_on", texts["With us at the end"], Report.ActiveAtMonthEnd[Report.To], m => m.Month == to ? m.Active : 0, EndOf(Report.To)),
        ];
    }

    private IReadOnlyList<Choice> MonthChoices(DataDays days)
    {
        var now = Month.Of(clock.Today);
        var first = days.First is { } day && Month.Of(day) < now ? Month.Of(day) : now;
        return [.. Month.Range(first, now).Reverse().Take(ReportPeriod.MostMonths).Select(MonthChoice)];
    }

    private static Choice MonthChoice(Month month) => new(month.ToString(), ReportWords.Month(month, full: true));

    private ReportPeriod? Mistaken(IReadOnlyDictionary<string, string> mistakes)
    {
        foreach (var (field, sentence) in mistakes)
            ModelState.AddModelError(field == "from" ? nameof(From) : nameof(To), texts[sentence]);
        return null;
    }
}

/// <summary>One of the six at the top, with the period before beside it where both are whole.</summary>
public sealed record KeyFigure(string Figure, string Words, long Value, string? Before, DateOnly? On);
