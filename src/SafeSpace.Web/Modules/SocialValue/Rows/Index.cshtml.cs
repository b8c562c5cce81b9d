using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Community;
using SafeSpace.Core.Data;
using SafeSpace.Core.Shared;
using SafeSpace.Core.SocialValue;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Infrastructure.Words;
using SafeSpace.Web.TagHelpers;

namespace SafeSpace.Web.Modules.SocialValue.Rows;

/// <summary>What stands behind one figure of one month: its working, then its rows. Never a name.</summary>
[Needs(Permission.OpenFigures)]
public sealed class IndexModel(GroupDb db, GroupClock clock, Viewer viewer, Texts texts) : PageModel
{
    /// <summary>Hours of fewer leaders than this would say whose they are.</summary>
    private const int FewLeaders = 3;

    private const int MostVisits = 1000;

    [BindProperty(SupportsGet = true)]
    public string Month { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public string Cell { get; set; } = "";

    /// <summary>One day of the sign-in book.</summary>
    [BindProperty(SupportsGet = true)]
    public DateOnly? Day { get; set; }

    public MonthFigures Figures { get; private set; } = null!;

    public IReadOnlyList<ValueLine> Lines { get; private set; } = [];

    public IReadOnlyDictionary<string, string> Levels { get; private set; } = new Dictionary<string, string>();

    public IReadOnlyDictionary<(ValueComponent, string, DateOnly), Rate> Rates { get; private set; } = new Dictionary<(ValueComponent, string, DateOnly), Rate>();

    public string Columns { get; private set; } = "";

    public IReadOnlyList<RowOfFigure> Rows { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync()
    {
        if (!Core.Shared.Month.TryParse(Month, out var month) || month.Year is < 1900 or > 2200 || !ValueCells.Money.Contains(Cell) || Cell.StartsWith("total", StringComparison.Ordinal))
            return NotFound();
        Figures = (await ValueReport.WorkAsync(db, clock, month, month)).Months[0];
        Levels = await LevelNames.ReadAsync(db);
        if (ValueCells.Find(Cell) is { } component)
        {
            Lines = [.. Figures.Lines.Where(l => l.Component == component)];
            Rates = (await db.Rates.AsNoTracking().Where(r => r.Component == component && r.TakenBackAt == null).ToListAsync()).GroupBy(r => (r.Component, r.Level, r.From)).ToDictionary(g => g.Key, g => g.First());
        }

        await (Cell switch
        {
            "leadership" => WeeksAsync(month),
            "peer_support" => LevelsAsync(),
            "centre_use" => Day is { } day ? VisitsAsync(day) : DaysAsync(month),
            "membership" => MembersAsync(month),
            "crisis_support" => CrisesAsync(month),
            _ => IncomeAsync(month),
        });
        return Page();
    }

    private string Level(string? code) => code is null or "" ? texts["not said yet"] : Levels.GetValueOrDefault(code, code);

    private async Task WeeksAsync(Month month)
    {
        Columns = "Week|Level|#Leaders|#Hours";
        var weeks = await db.LeaderHours.AsNoTracking().Where(h => h.Month == month && h.TakenBackAt == null).GroupBy(h => new { h.Week, h.Level })
            .Select(g => new { g.Key.Week, g.Key.Level, Leaders = g.Count(), Seconds = g.Sum(h => (long)h.Seconds) }).ToListAsync();
        Rows =
        [
            .. weeks.OrderBy(w => w.Week).ThenBy(w => w.Level).Select(w => new RowOfFigure(
                Spoken.Date(w.Week), Level(w.Level),
                w.Leaders < FewLeaders && !viewer.May(Permission.KeepBooks) ? texts["fewer than {0}", FewLeaders] : w.Leaders.ToString(System.Globalization.CultureInfo.CurrentCulture),
                w.Leaders < FewLeaders && !viewer.May(Permission.KeepBooks) ? texts["in the month's sum"] : HoursText.Say(w.Seconds))),
        ];
    }

    private Task LevelsAsync()
    {
        Columns = "List of|Level|#Peer supporters";
        Rows = [.. Lines.Select(l => new RowOfFigure(Figures.LevelsOf ?? Month, Level(l.Level), Rounding.HalfUp(l.Count).ToString(System.Globalization.CultureInfo.CurrentCulture)))];
        return Task.CompletedTask;
    }

    private async Task DaysAsync(Month month)
    {
        Columns = "Day|How long|#Visits";
        var (first, last) = (month.FirstDay, month.LastDay);
        var days = await db.BookCounts.AsNoTracking().Where(c => c.Book == CountedBook.SignIns && c.Day >= first && c.Day <= last).GroupBy(c => new { c.Day, c.Level })
            .Select(g => new { g.Key.Day, g.Key.Level, Count = g.Sum(c => c.Count) }).ToListAsync();
        Rows =
        [
            .. days.Where(d => d.Count != 0).OrderBy(d => d.Day).ThenBy(d => d.Level).Select(d => new RowOfFigure(
                Spoken.Date(d.Day), Level(d.Level), d.Count.ToString("#,0", System.Globalization.CultureInfo.CurrentCulture)) { Link = $"?day={d.Day:yyyy-MM-dd}" }),
        ];
    }

    private async Task VisitsAsync(DateOnly day)
    {
        Columns = "Time|How long|How it came into the book";
        var visits = await db.CentreSignIns.AsNoTracking().Where(s => s.Day == day && s.TakenBackAt == null).OrderBy(s => s.At).Take(MostVisits)
            .Select(s => new { s.At, s.Session, s.Way }).ToListAsync();
        Rows = [.. visits.Select(v => new RowOfFigure(v.At is { } at ? at.ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture) : texts["not noted"], Level(v.Session), texts[CommunityWords.Way(v.Way)]))];
    }

    private async Task MembersAsync(Month month)
    {
        Columns = "Network|#Members on the last day|#Joined in the month|#Left in the month";
        var last = month.LastDay;
        var changes = (await db.BookCounts.AsNoTracking().Where(c => (c.Book == CountedBook.Joined || c.Book == CountedBook.Left) && c.Day == last).GroupBy(c => new { c.Book, c.Level })
            .Select(g => new { g.Key, Count = g.Sum(c => c.Count) }).ToListAsync()).ToDictionary(c => (c.Key.Book, c.Key.Level), c => c.Count);
        Rows = [.. Lines.Select(l => new RowOfFigure(Level(l.Level), Rounding.HalfUp(l.Count).ToString(System.Globalization.CultureInfo.CurrentCulture), Said(CountedBook.Joined, l.Level), Said(CountedBook.Left, l.Level)))];

        string Said(CountedBook book, string level) => changes.GetValueOrDefault((book, level)).ToString(System.Globalization.CultureInfo.CurrentCulture);
    }

    private async Task CrisesAsync(Month month)
    {
        Columns = "Day|Kind";
        var (first, last) = (month.FirstDay, month.LastDay);
        var crises = await db.CrisisEntries.AsNoTracking().Where(c => c.Day >= first && c.Day <= last && c.TakenBackAt == null && c.Kind != null).OrderBy(c => c.Day).Select(c => new { c.Day, c.Kind }).ToListAsync();
        Rows = [.. crises.Select(c => new RowOfFigure(Spoken.Date(c.Day), Level(c.Kind)))];
    }

    private async Task IncomeAsync(Month month)
    {
        Columns = "From|#Amount";
        var kind = Cell == "statutory" ? IncomeKind.Statutory : IncomeKind.Other;
        var income = await db.Incomes.AsNoTracking().Where(i => i.Month == month && i.Kind == kind && i.TakenBackAt == null).Select(i => new { i.From, i.Pence }).ToListAsync();
        Rows = [.. income.Select(i => new RowOfFigure(i.From ?? texts[ValueWords.Cell(Cell)], ValueWords.Money(i.Pence, texts)))];
    }
}

/// <summary>One row behind a figure, said.</summary>
public sealed record RowOfFigure(string Name, params IReadOnlyList<string> Cells)
{
    /// <summary>Opens further.</summary>
    public string? Link { get; init; }
}
