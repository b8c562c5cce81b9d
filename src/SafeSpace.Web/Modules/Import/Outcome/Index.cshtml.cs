using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Import;
using SafeSpace.Core.Import.Bringing;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Infrastructure.Words;

namespace SafeSpace.Web.Modules.Import.Outcome;

/// <summary>How far an import has come, and then what became of every row.</summary>
[Needs(Permission.Import)]
[ShowsPeople]
public sealed class IndexModel(GroupStore store, ImportDesk desk, PersonViews shown, Viewer viewer, Texts texts) : PageModel
{
    private const string SecondsBetweenLooks = "3";

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>Places, in the list of edited rows, of those to put right.</summary>
    [BindProperty]
    public List<int> Rows { get; set; } = [];

    public WaitingImport? Waiting { get; private set; }

    public ImportResult? Result { get; private set; }

    public bool HasFiles { get; private set; }

    public bool MayDecide => viewer.May(Permission.DecideDuplicates);

    public int RowsShown => 500;

    public int Percent => Waiting is { Progress.All: > 0 } waiting ? Math.Min(100, (int)(100L * waiting.Progress.Done / waiting.Progress.All)) : 0;

    public string Heading => texts[Waiting is not null ? Waiting.DryRun ? "Trying it" : "Coming in"
        : Result is null || Result.Failure is not null ? "It stopped" : Result.DryRun ? "What it would be" : "What came in"];

    public async Task<IActionResult> OnGetAsync()
    {
        // The queue first: an import that ends between the two questions has left its result by then.
        Waiting = desk.Running(Id);
        if (await desk.FindAsync(Id) is not { } run)
            return NotFound();
        Result = desk.Runs.Open(run);
        HasFiles = desk.HasFiles(Id);
        if (Waiting is not null)
            Response.Headers["Refresh"] = SecondsBetweenLooks;
        else if (Result is null && run.State == ImportState.Uploaded)
            return RedirectToPage("/Import/Columns/Index", new { Id });
        await shown.AsPageAsync("import", [.. (Waiting is null ? Result?.Changed : null)?.Take(RowsShown).Select(c => new PersonId(c.Person)).Distinct() ?? []]);
        return Page();
    }

    public async Task<IActionResult> OnPostStartAsync()
    {
        if (await desk.FindAsync(Id) is not { } run)
            return NotFound();
        await desk.StartAsync(run, dryRun: false);
        return RedirectToPage(new { Id });
    }

    public async Task<IActionResult> OnPostApplyAsync()
    {
        if (await desk.FindAsync(Id) is not { } run || desk.Runs.Open(run) is not { DryRun: false } result)
            return NotFound();
        var chosen = Rows.Distinct().Where(i => i >= 0 && i < result.Changed.Count && !result.Changed[i].Applied).ToList();
        if (chosen.Count > 0)
        {
            var applied = await new ChangesApplied(store).ApplyAsync([.. chosen.Select(i => result.Changed[i])], Id, viewer.Actor);
            var changed = result.Changed.ToArray();
            foreach (var (place, row) in chosen.Zip(applied))
                changed[place] = row;
            await desk.Runs.AppliedAsync(Id, result with { Changed = changed }, viewer.Actor);
            this.MarkSaved(store.Clock.Now);
        }

        return RedirectToPage(new { Id });
    }

    public string Place(string file, string? sheet, int row) =>
        string.IsNullOrEmpty(sheet) ? texts["{0}, row {1}", file, row] : texts["{0}, {1}, row {2}", file, sheet, row];
}
