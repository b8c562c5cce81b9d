using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SafeSpace.Core.Access;
using SafeSpace.Core.Connections.Unmet;
using SafeSpace.Core.Data;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Infrastructure.Words;
using SafeSpace.Web.Modules.Register.Shared;
using SafeSpace.Web.Modules.Reports;
using SafeSpace.Web.TagHelpers;

namespace SafeSpace.Web.Modules.Connections.Unmet;

/// <summary>The month's table for the partners: refusals with their reasons, ours too, and what nobody could give. Counts alone, nobody's name.</summary>
[Needs(Permission.SeeFigures)]
public sealed class IndexModel(GroupDb db, GroupClock clock, Viewer viewer, Texts texts) : PageModel
{
    private const int MonthsBack = 24;

    [BindProperty(SupportsGet = true)]
    public string? Month { get; set; }

    /// <summary>"partners": as they may see it.</summary>
    [BindProperty(SupportsGet = true)]
    public string? For { get; set; }

    public bool ForPartners => For == "partners";

    public ExclusionMonth Table { get; private set; } = null!;

    public Viewer Viewer => viewer;

    private ListLabels Labels { get; set; } = null!;

    public IReadOnlyList<Choice> Months =>
        [.. Enumerable.Range(0, MonthsBack).Select(back => Core.Shared.Month.Of(clock.Today.AddMonths(-back))).Select(m => new Choice(m.ToString(), ReportWords.Month(m, full: true)))];

    public async Task<IActionResult> OnGetAsync()
    {
        var month = Core.Shared.Month.Of(clock.Today);
        if (!string.IsNullOrEmpty(Month) && !Core.Shared.Month.TryParse(Month, out month))
            return NotFound();
        Labels = await ListLabels.LoadAsync(db, GroupList.RefusedWhy, GroupList.NotNow, GroupList.PointedElsewhere, GroupList.UnmetNeed);
        Table = await ExclusionMonth.ReadAsync(db, clock, month);
        Month = month.ToString();
        return Page();
    }

    public string Why(Excluded row) => Labels.Of(row.List, row.Why) ?? texts["not said"];

    /// <summary>The lines to show, and the line of the others, where partners look.</summary>
    public (IReadOnlyList<Excluded> Lines, string? Others) Shown(IReadOnlyList<Excluded> lines)
    {
        if (!ForPartners)
            return (lines, null);
        var theirs = Core.Connections.Unmet.ForPartners.Of(lines);
        return (theirs.Shown, theirs.Others == 0 ? null : theirs.OthersAreSaid ? Said(theirs.Others) : texts["fewer than five"]);
    }

    /// <summary>Null where partners may not see it.</summary>
    public string? Beyond => ForPartners && !Core.Connections.Unmet.ForPartners.MaySay(Table.Beyond, Table.Unmet.Sum(u => u.Count)) ? null : Said(Table.Beyond);

    public static string Said(int count) => count.ToString("#,0", CultureInfo.CurrentCulture);
}
