using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Reports.CaseReview;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Infrastructure.Words;

namespace SafeSpace.Web.Modules.Reports.CaseReview;

/// <summary>Figures of printed reviews: the raw cell beside the parsed one, and whether a percentage can be true at all.</summary>
[Needs(Permission.ReviewFiles)]
public sealed class PrintedModel(GroupDb db, GroupClock clock, FileReviewService reviews, Viewer viewer, Texts texts) : PageModel
{
    private const int MostCells = 2000;

    [BindProperty]
    public string? Source { get; set; }

    [BindProperty]
    public string? Table { get; set; }

    [BindProperty]
    public int? Of { get; set; }

    public IReadOnlyList<PrintedReport> Kept { get; private set; } = [];

    public Task OnGetAsync() => ReadAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        if (string.IsNullOrWhiteSpace(Source))
            ModelState.AddModelError(nameof(Source), "Say which report.");
        if (WrittenText.Check(nameof(Source), Source, WrittenText.Line) is { } mistake)
            ModelState.AddModelError(nameof(Source), texts[mistake.Sentence, [.. mistake.Values]]);
        var rows = Rows(Table);
        if (WrittenText.Check(nameof(Table), Table, 100_000) is { } wrong)
            ModelState.AddModelError(nameof(Table), texts[wrong.Sentence, [.. wrong.Values]]);
        else if (rows.Count < 2 || rows.All(r => r.Length < 2))
            ModelState.AddModelError(nameof(Table), "A table has a line of names, and a line or more below it, with two cells at least.");
        else if (rows.Sum(r => r.Length) > MostCells || rows.Any(r => r.Any(c => c.Length > WrittenText.Line)))
            ModelState.AddModelError(nameof(Table), texts["At most {0} cells, each of at most {1} letters.", MostCells, WrittenText.Line]);
        if (Of is < 1)
            ModelState.AddModelError(nameof(Of), "Write a whole number.");
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            await ReadAsync();
            return Page();
        }

        await reviews.KeepPrintedAsync(Source!.Trim(), rows, Of, viewer.Actor);
        this.MarkSaved(clock.Now);
        return RedirectToPage();
    }

    private static List<string[]> Rows(string? table) =>
        [.. (table ?? "").Split('\n').Select(l => l.TrimEnd('\r')).Where(l => l.Trim().Length > 0).Select(l => l.Contains('\t', StringComparison.Ordinal) ? l.Split('\t') : l.Split(';'))];

    private async Task ReadAsync()
    {
        var all = await db.PrintedFigures.AsNoTracking().OrderBy(f => f.Source).ThenBy(f => f.Position).ToListAsync();
        Kept = [.. all.GroupBy(f => f.Source).Select(g => new PrintedReport(g.Key, [.. g.Select(f => new PrintedLine(f.Row, f.Column, f.Raw, f.Parsed, f.IsPercent, f.Base, PrintedCell.CanBe(f.Parsed, f.IsPercent, f.Base)))]))];
    }
}

public sealed record PrintedReport(string Source, IReadOnlyList<PrintedLine> Cells);

/// <param name="CanBe">False: no whole number of files gives this percentage. Null: nothing to check.</param>
public sealed record PrintedLine(string Row, string Column, string Raw, decimal? Parsed, bool IsPercent, int? Base, bool? CanBe);
