using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Import;
using SafeSpace.Core.Import.Bringing;
using SafeSpace.Core.Import.Mapping;
using SafeSpace.Web.Infrastructure;
using SafeSpace.Web.Infrastructure.Security;

namespace SafeSpace.Web.Modules.Import.Columns;

/// <summary>How the files are understood: columns, first rows, and changing it before anything is brought in.</summary>
[Needs(Permission.Import)]
[RequestFormLimits(ValueCountLimit = 20_000)]
public sealed class IndexModel(GroupStore store, ImportDesk desk, Viewer viewer) : PageModel
{
    private const int LongestName = 80;

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public List<SheetForm> Sheets { get; set; } = [];

    [BindProperty]
    public string? Yaml { get; set; }

    /// <summary>What this way of reading is to be called.</summary>
    [BindProperty]
    public string? Name { get; set; }

    public IReadOnlyList<SheetLook> Looks { get; private set; } = [];

    public bool YamlIsWrong => ModelState[nameof(Yaml)]?.Errors.Count > 0;

    public async Task<IActionResult> OnGetAsync() =>
        await desk.FindAsync(Id) is not { } run ? NotFound()
        : run.State == ImportState.Done || desk.Running(Id) is not null ? RedirectToPage("/Import/Outcome/Index", new { Id })
        : Show(ImportDesk.MappingOf(run));

    public Task<IActionResult> OnPostLookAsync() => ReadAsAsync((_, _) => Task.FromResult<IActionResult>(RedirectToPage(new { Id })));

    public Task<IActionResult> OnPostTryAsync() => ReadAsAsync((run, _) => StartAsync(run, dryRun: true));

    public Task<IActionResult> OnPostStartAsync() => ReadAsAsync((run, _) => StartAsync(run, dryRun: false));

    public Task<IActionResult> OnPostKeepAsync() => ReadAsAsync(async (_, mapping) =>
    {
        if (string.IsNullOrWhiteSpace(Name) || Name.Trim().Length > LongestName || Name.Any(char.IsControl))
            return Again(nameof(Name), "Give it a short name, in at most 80 letters.", mapping);
        await desk.SaveAsync(Name.Trim(), MappingWriter.Write(mapping));
        this.MarkSaved(store.Clock.Now);
        return RedirectToPage(new { Id });
    });

    public async Task<IActionResult> OnPostYamlAsync()
    {
        if (await desk.FindAsync(Id) is not { } run)
            return NotFound();
        try
        {
            var mapping = MappingReader.Read("mapping", Yaml ?? "");
            desk.Look(Id, mapping); // an encoding nobody knows shows only here
            await desk.Runs.ReadAsAsync(Id, MappingWriter.Write(mapping), viewer.Actor);
            return RedirectToPage(new { Id });
        }
        catch (ImportRefusedException refused)
        {
            return Again(nameof(Yaml), refused.Refused.Sentence, ImportDesk.MappingOf(run));
        }
    }

    /// <summary>What the form says of the sheets becomes how the files are read; then what the button is for.</summary>
    private async Task<IActionResult> ReadAsAsync(Func<ImportRun, BookMapping, Task<IActionResult>> then)
    {
        if (await desk.FindAsync(Id) is not { } run)
            return NotFound();
        var was = ImportDesk.MappingOf(run);
        var looks = desk.Look(Id, was);
        var sheets = Sheets.ConvertAll(s => s.Mapping(looks.FirstOrDefault(l => l.File == s.File && l.Sheet == s.Sheet)));
        if (sheets.FindIndex(s => s is null) is >= 0 and var wrong)
            return Again($"Sheets[{wrong}].HeaderRow", "Write the number of the row that holds the headers, or 0.", was);
        var mapping = was with { Sheets = sheets.Count > 0 ? [.. sheets.Select(s => s!)] : was.Sheets };
        await desk.Runs.ReadAsAsync(Id, MappingWriter.Write(mapping), viewer.Actor);
        return await then(run, mapping);
    }

    private async Task<IActionResult> StartAsync(ImportRun run, bool dryRun)
    {
        await desk.StartAsync(run, dryRun);
        return RedirectToPage("/Import/Outcome/Index", new { Id });
    }

    private PageResult Again(string field, string sentence, BookMapping mapping)
    {
        ModelState.AddModelError(field, sentence);
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Show(mapping, keepTyped: true);
    }

    private PageResult Show(BookMapping mapping, bool keepTyped = false)
    {
        Looks = desk.Look(Id, mapping);
        if (!keepTyped || Sheets.Count != Looks.Count)
            Sheets = [.. Looks.Select(SheetForm.Of)];
        Yaml ??= MappingWriter.Write(mapping);
        return Page();
    }
}
