using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Import;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.TagHelpers;

namespace SafeSpace.Web.Modules.Import.Upload;

/// <summary>Choose files; and what was brought in before.</summary>
[Needs(Permission.Import)]
[RequestSizeLimit(MostBytes)]
[RequestFormLimits(MultipartBodyLengthLimit = MostBytes)]
public sealed class IndexModel(GroupDb db, ImportDesk desk) : PageModel
{
    private const long MostBytes = 200L << 20;
    private const int MostFiles = 20;
    private const int RunsShown = 20;

    [BindProperty]
    public Guid FormId { get; set; }

    /// <summary>Names the field; the files themselves come with the request.</summary>
    public string? Files => null;

    /// <summary>A saved way of reading.</summary>
    [BindProperty]
    public Guid? Mapping { get; set; }

    public IReadOnlyList<Choice> Mappings { get; private set; } = [];

    public IReadOnlyList<ImportRun> Runs { get; private set; } = [];

    public Task OnGetAsync() => FillAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        if (await desk.FindAsync(FormId) is not null)
            return RedirectToPage("/Import/Columns/Index", new { id = FormId });
        var files = Request.HasFormContentType ? Request.Form.Files.Where(f => f.Name == nameof(Files) && f.FileName.Length > 0).ToList() : [];
        if (files.Count == 0)
            return await AgainAsync("Choose at least one file.");
        if (files.Count > MostFiles)
            return await AgainAsync("These are more than twenty files. Bring them in a few at a time.");
        var mapping = (await desk.SavedAsync()).FirstOrDefault(m => m.Id == Mapping)?.Yaml;
        var id = FormId == Guid.Empty ? Ids.New() : FormId;
        try
        {
            await desk.UploadAsync(id, files, mapping, HttpContext.RequestAborted);
        }
        catch (ImportRefusedException refused)
        {
            return await AgainAsync($"{refused.Refused.File}: {refused.Refused.Sentence}");
        }

        return RedirectToPage("/Import/Columns/Index", new { id });
    }

    private async Task<IActionResult> AgainAsync(string sentence)
    {
        ModelState.AddModelError(nameof(Files), sentence);
        Response.StatusCode = StatusCodes.Status400BadRequest;
        await FillAsync();
        return Page();
    }

    private async Task FillAsync()
    {
        Mappings = [.. (await desk.SavedAsync()).Select(m => new Choice(m.Id.ToString(), m.Name))];
        Runs = await db.ImportRuns.AsNoTracking().OrderByDescending(r => r.StartedAt).Take(RunsShown).ToListAsync();
    }
}
