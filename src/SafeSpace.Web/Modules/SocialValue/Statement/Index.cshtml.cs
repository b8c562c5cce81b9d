using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Reports.Monitoring;
using SafeSpace.Core.Shared;
using SafeSpace.Core.SocialValue;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Infrastructure.Words;
using SafeSpace.Web.Modules.Reports;
using SafeSpace.Web.TagHelpers;

namespace SafeSpace.Web.Modules.SocialValue.Statement;

/// <summary>The value statement, with its readings, its working and its method.</summary>
[Needs(Permission.SeeFigures)]
public sealed class IndexModel(GroupDb db, GroupStore store, GroupClock clock, Viewer viewer, Texts texts, ValueReports reports) : PageModel
{
    private const int UsualMonths = 12;

    [BindProperty(SupportsGet = true)]
    public string? From { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? To { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Deadweight { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Attribution { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? DropOff { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Discount { get; set; }

    public ValueReport? Report { get; private set; }

    public IReadOnlyList<Choice> Months { get; private set; } = [];

    public IReadOnlyList<ValueReading> Readings { get; private set; } = [];

    /// <summary>Off unless somebody asked for it.</summary>
    public IReadOnlyList<(string Name, Fraction? Return, Fraction? PerPound)> Adjusted { get; private set; } = [];

    public bool MayOpen => viewer.May(Permission.OpenFigures);

    public bool KeepsBooks => viewer.May(Permission.KeepBooks);

    public string Sentence { get; private set; } = "";

    /// <summary>What is missing or to be known, in sentences.</summary>
    public IReadOnlyList<string> Flags { get; private set; } = [];

    public ChartData Chart => new(
        texts["Social return by month"], texts["What each month's hours, levels, visits, members and crises are worth, in pounds."],
        [.. Report!.Months.Select(m => ReportWords.Month(m.When) + (m.IsPart ? texts[", part"] : ""))],
        [new(texts["£"], [.. Report.Months.Select(m => m.Return is { } pence ? (decimal?)Rounding.Money(pence) : null)])], texts["Month"]);

    public async Task<IActionResult> OnGetAsync()
    {
        var first = await FirstAsync();
        var now = Month.Of(clock.Today);
        Months = [.. Month.Range(first ?? now, now).Reverse().Take(ReportPeriod.MostMonths).Select(Choice)];
        var period = From is null && To is null ? Usual(first, now) : ReportPeriod.Read(From ?? To, To, null, clock, out var mistakes) ?? Mistaken(mistakes);
        if (period is null || !ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        (From, To) = (period.From.ToString(), period.To.ToString());
        Months = [.. Months.Concat([Choice(period.From), Choice(period.To)]).DistinctBy(m => m.Value)];
        Report = await reports.OfAsync(store, db, period.From, period.To);
        Readings = ValueReading.Of(Report);
        var levels = Report.Months.Any(m => m.Lines.Any(l => l.Pence is null)) ? await LevelNames.ReadAsync(db) : new Dictionary<string, string>();
        Flags = [.. Report.Months.SelectMany(m => ValueWords.Flags(m, texts, levels))];
        Sentence = Report.PerPound is { } per
            ? texts["{0}: £{1} of social return for each £1 of statutory money, before anything is taken off.", ReportWords.Period(period.From, period.To, texts), Rounding.Pounds(per * 100)]
            : texts["{0}: there is not enough here yet to say what a pound gave.", ReportWords.Period(period.From, period.To, texts)];
        Adjust();
        return Page();
    }

    public string Address(string path) => Url.Content($"~/reports/value{path}") + new QueryString().Add("from", From!).Add("to", To!);

    public string RowsOf(MonthFigures month, string cell) => Url.Content($"~/value/{month.Month}/{cell}");

    /// <summary>How the mean and the full year are made.</summary>
    public string MeanOf(string cell) => Url.Content($"~/value/mean/{cell}?from={From}&to={To}");

    private void Adjust()
    {
        if (Deadweight is null && Attribution is null && DropOff is null && Discount is null)
            return;
        Fraction[] percents = [Percent(Deadweight, nameof(Deadweight)), Percent(Attribution, nameof(Attribution)), Percent(DropOff, nameof(DropOff)), Percent(Discount, nameof(Discount))];
        if (ModelState.IsValid)
            Adjusted = new Sensitivity(percents[0], percents[1], percents[2], percents[3]).Table(Report!);
        else
            Response.StatusCode = StatusCodes.Status400BadRequest;
    }

    private Fraction Percent(string? text, string field)
    {
        if (string.IsNullOrWhiteSpace(text))
            return Fraction.Zero;
        if (decimal.TryParse(text.Trim().TrimEnd('%').Trim(), System.Globalization.NumberStyles.AllowDecimalPoint, System.Globalization.CultureInfo.InvariantCulture, out var percent) && percent is >= 0 and < 100)
            return new Fraction((long)(percent * 1000), 1000);
        ModelState.AddModelError(field, texts["Write a number of percent, from 0 to less than 100."]);
        return Fraction.Zero;
    }

    private async Task<Month?> FirstAsync()
    {
        var (incomes, rates) = (db.Incomes, db.Rates);
        var began = await db.Profile.Select(_ => new { Income = incomes.Min(i => (Month?)i.Month), Rates = rates.Min(r => (DateOnly?)r.From) }).SingleAsync();
        return began.Income is { } month && (began.Rates is null || month < Month.Of(began.Rates.Value)) ? month : began.Rates is { } day ? Month.Of(day) : null;
    }

    /// <summary>The last whole months, a year of them at most.</summary>
    private static ReportPeriod Usual(Month? first, Month now)
    {
        var to = first is { } f && f < now ? now.Previous : now;
        var from = Month.Of(to.FirstDay.AddMonths(1 - UsualMonths));
        return new(first is { } began && began > from ? began : from < to ? from : to, to, to.LastDay);
    }

    private static Choice Choice(Month month) => new(month.ToString(), ReportWords.Month(month, full: true));

    private ReportPeriod? Mistaken(IReadOnlyDictionary<string, string> mistakes)
    {
        foreach (var (field, sentence) in mistakes)
            ModelState.AddModelError(field == "from" ? nameof(From) : nameof(To), texts[sentence]);
        return null;
    }
}
