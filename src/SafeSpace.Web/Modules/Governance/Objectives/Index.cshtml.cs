using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Governance.Objectives;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Infrastructure.Words;
using SafeSpace.Web.Modules.Reports;
using SafeSpace.Web.TagHelpers;

namespace SafeSpace.Web.Modules.Governance.Objectives;

/// <summary>What shows that each objective of the contract was met, month by month.</summary>
[Needs(Permission.PublishPacks)]
public sealed class IndexModel(GroupDb db, GroupStore store, ObjectiveService objectives, Viewer viewer, Texts texts) : PageModel
{
    private const int MonthsBack = 24;

    [BindProperty(SupportsGet = true)]
    public string? Month { get; set; }

    [BindProperty]
    public string? Code { get; set; }

    [BindProperty]
    public string? Words { get; set; }

    [BindProperty]
    public Guid? Version { get; set; }

    public IReadOnlyList<Choice> Months { get; private set; } = [];

    public IReadOnlyList<ObjectiveLine> Lines { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync() => await ShowAsync(null, null) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync()
    {
        if (!Core.Shared.Month.TryParse(Month, out var month))
            return NotFound();
        if (WrittenText.Check(nameof(Words), Words, WrittenText.Note) is { } mistake)
            return await AgainAsync(StatusCodes.Status400BadRequest, texts[mistake.Sentence, [.. mistake.Values]]);
        try
        {
            if (!await objectives.WriteAsync(Code ?? "", month, Words, Version, viewer.Actor))
                return NotFound();
        }
        catch (StaleVersionException)
        {
            return await AgainAsync(StatusCodes.Status409Conflict, texts["Somebody changed this while you were typing. Here are both."]);
        }

        this.MarkSaved(store.Clock.Now);
        return RedirectToPage(null, null, new { Month }, "objective-" + Code);
    }

    private async Task<IActionResult> AgainAsync(int status, string problem)
    {
        ModelState.AddModelError(nameof(Words), problem);
        Response.StatusCode = status;
        return await ShowAsync(Code, problem) ? Page() : NotFound();
    }

    private async Task<bool> ShowAsync(string? typed, string? problem)
    {
        var now = Core.Shared.Month.Of(store.Clock.Today);
        Month ??= now.Previous.ToString();
        if (!Core.Shared.Month.TryParse(Month, out var month))
            return false;
        Months = [.. Core.Shared.Month.Range(Core.Shared.Month.Of(now.FirstDay.AddMonths(-MonthsBack)), now).Append(month).Distinct().OrderDescending().Select(m => new Choice(m.ToString(), ReportWords.Month(m, full: true)))];
        var written = await db.ObjectiveEvidence.AsNoTracking().Where(e => e.Month == month).ToDictionaryAsync(e => e.Objective);
        var list = await db.ListEntries.AsNoTracking().Where(e => e.List == GroupList.Objective && e.RetiredAt == null).OrderBy(e => e.Position).ToListAsync();
        Lines = [.. list.Select(entry =>
        {
            var row = written.GetValueOrDefault(entry.Code);
            var says = row is null ? null : store.Vault.Open("objective_evidence.words", row.Id, row.Words);
            var mine = entry.Code == typed;
            return new ObjectiveLine(entry.Code, entry.Label, mine ? Words : says, row?.Version, mine ? problem : null, mine ? says : null);
        })];
        return true;
    }
}

/// <param name="Problem">Why what was typed was not saved.</param>
/// <param name="SaysNow">… and what stands there.</param>
public sealed record ObjectiveLine(string Code, string Words, string? Evidence, Guid? Version, string? Problem, string? SaysNow);
