using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Help;
using SafeSpace.Core.Reports.Monitoring;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure.Security;

namespace SafeSpace.Web.Modules.Reports.Monitoring.Rows;

/// <summary>What stands behind a figure, with names: as many rows as the figure says. Who looked is recorded.</summary>
[Needs(Permission.OpenFigures)]
[ShowsPeople]
public sealed class IndexModel(GroupDb db, GroupClock clock, PersonViews views) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Figure { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? From { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? To { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? On { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Of { get; set; }

    /// <summary>Where the page before ended.</summary>
    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    public ReportPeriod Period { get; private set; } = null!;

    public FigurePage Rows { get; private set; } = null!;

    public int Count { get; private set; }

    /// <summary>What all of it was worth, where it is about things given.</summary>
    public long? Pence { get; private set; }

    /// <summary>The narrower part as it is read: the group's word for what was given.</summary>
    public string? OfWords { get; private set; }

    /// <summary>Minutes of all the calls, where they are the figure.</summary>
    public long? Minutes { get; private set; }

    public async Task<IActionResult> OnGetAsync()
    {
        if (Figure is null || ReportPeriod.Read(From, To, On, clock, out _) is not { } period || !RowsCursor.TryRead(After, out var after) || Of?.Any(char.IsControl) == true)
            return NotFound();
        if (await new FigureRows(db, clock).FindAsync(new FigureChoice(Figure, period, string.IsNullOrEmpty(Of) ? null : Of)) is not { } source)
            return NotFound();
        Period = period;
        Count = await FigurePages.CountAsync(source);
        if (Figure == "call_minutes")
            Minutes = await FigurePages.MinutesAsync(source);
        if (source.Help is not null)
            Pence = await FigurePages.PenceAsync(source);
        OfWords = Figure.StartsWith("help_", StringComparison.Ordinal) && !string.IsNullOrEmpty(Of) ? await db.SupportItems.Where(i => i.Code == Of).Select(i => i.Label).SingleOrDefaultAsync() ?? Of : Of;
        Rows = await FigurePages.ReadAsync(db, source, after);
        await views.AsPageAsync("figure", [.. Rows.Rows.Select(r => r.PersonId).OfType<PersonId>().Distinct()]);
        return Page();
    }

    public string Address(string path, string? after = null)
    {
        var query = new QueryString().Add("from", Period.From.ToString()).Add("to", Period.To.ToString())
            .Add("on", Period.On.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        if (after is not null)
            query = query.Add("figure", Figure!).Add("of", Of ?? "").Add("after", after);
        return Url.Content(path) + query;
    }
}
