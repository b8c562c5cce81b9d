using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Reports.Monitoring;
using SafeSpace.Core.Shared;
using SafeSpace.Core.SocialValue;
using SafeSpace.Web.Infrastructure.Security;

namespace SafeSpace.Web.Modules.SocialValue.Means;

/// <summary>How the mean and the full year of one figure are made: each month, and whether it counts.</summary>
[Needs(Permission.SeeFigures)]
public sealed class IndexModel(GroupDb db, GroupStore store, GroupClock clock, Viewer viewer, ValueReports reports) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Cell { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public string? From { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? To { get; set; }

    public ValueReport Report { get; private set; } = null!;

    /// <summary>Pence, of the months that count; null where one of them is missing, or none counts.</summary>
    public Fraction? Sum => Report.Mean(Cell) * Report.Used.Count;

    public bool MayOpen => viewer.May(Permission.OpenFigures);

    public async Task<IActionResult> OnGetAsync()
    {
        if (!ValueCells.Money.Contains(Cell) || ReportPeriod.Read(From, To, null, clock, out _) is not { } period)
            return NotFound();
        Report = await reports.OfAsync(store, db, period.From, period.To);
        return Page();
    }
}
