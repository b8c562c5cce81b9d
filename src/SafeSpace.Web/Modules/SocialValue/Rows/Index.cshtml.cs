using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Shared;
using SafeSpace.Core.SocialValue;
using SafeSpace.Web.Infrastructure.Groups;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Infrastructure.Words;
using SafeSpace.Web.TagHelpers;

namespace SafeSpace.Web.Modules.SocialValue.Rows;

/// <summary>What stands behind one figure of one month: its working, then its rows. Never a name; so all rows are here, whoever is behind a wall.</summary>
[Needs(Permission.OpenFigures)]
public sealed class IndexModel([FromKeyedServices(WholeStore.Key)] GroupDb db, GroupClock clock, Viewer viewer, Texts texts) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Month { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public string Cell { get; set; } = "";

    /// <summary>One day of the sign-in book.</summary>
    [BindProperty(SupportsGet = true)]
    public DateOnly? Day { get; set; }

    /// <summary>One level of the supporters, one network of the members.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Level { get; set; }

    /// <summary>The last number of the page before.</summary>
    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    public MonthFigures Figures { get; private set; } = null!;

    public IReadOnlyList<ValueLine> Lines { get; private set; } = [];

    public IReadOnlyDictionary<string, string> Levels { get; private set; } = new Dictionary<string, string>();

    public IReadOnlyDictionary<(ValueComponent, string, DateOnly), Rate> Rates { get; private set; } = new Dictionary<(ValueComponent, string, DateOnly), Rate>();

    public RowsOfFigure Behind { get; private set; } = null!;

    /// <summary>Pence: of the whole figure, or of the one level.</summary>
    public Fraction? Worth => Part is null ? Figures.Cell(Cell) : Lines.FirstOrDefault(l => l.Level == Level)?.Value;

    /// <summary>The month whose list of levels this one goes by.</summary>
    public Month? ListOf => Core.Shared.Month.TryParse(Figures.LevelsOf, out var list) ? list : null;

    /// <summary>What of the figure this page is of: a day, a level, or null for the whole of it.</summary>
    public string? Part { get; private set; }

    public async Task<IActionResult> OnGetAsync()
    {
        if (!Core.Shared.Month.TryParse(Month, out var month) || month.Year is < 1900 or > 2200 || !ValueCells.Money.Contains(Cell))
            return NotFound();
        Figures = (await ValueReport.WorkAsync(db, clock, month, month)).Months[0];
        Levels = await LevelNames.ReadAsync(db);
        if (ValueCells.Find(Cell) is { } component)
        {
            Lines = [.. Figures.Lines.Where(l => l.Component == component)];
            Rates = (await db.Rates.AsNoTracking().Where(r => r.Component == component).ToListAsync()).GroupBy(r => (r.Component, r.Level, r.From)).ToDictionary(g => g.Key, g => g.MinBy(r => r.TakenBackAt is not null)!);
        }

        if (Level is not null && Lines.All(l => l.Level != Level))
            return NotFound();
        Part = Day is { } day && Cell == "centre_use" ? Spoken.Date(day) : Level is not null && Cell is "peer_support" or "membership" ? Levels.GetValueOrDefault(Level!, Level!) : null;
        Behind = await new RowsBehind(db, viewer, texts, Figures, Levels, Url.Content($"~/value/{Month}/")).ReadAsync(Cell, Day, Level, After);
        return Page();
    }
}
