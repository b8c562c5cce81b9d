using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Desk;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Infrastructure.Words;
using SafeSpace.Web.TagHelpers;

namespace SafeSpace.Web.Modules.Desk.KeepSites;

/// <summary>The places a group opens: added, renamed, not used any more, used again.</summary>
[Needs(Permission.EditGroup)]
public sealed class IndexModel(GroupDb db, GroupClock clock, SiteService service, Viewer viewer, Texts texts) : PageModel
{
    [BindProperty]
    public Guid FormId { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public Guid Id { get; set; }

    [BindProperty]
    public string? NewName { get; set; }

    public IReadOnlyList<Site> Sites { get; private set; } = [];

    public IReadOnlyList<Choice> Choices => [.. Sites.Where(s => s.EndedAt is null).Select(s => new Choice(s.Id.ToString(), s.Name))];

    public Task OnGetAsync() => ShowAsync();

    public async Task<IActionResult> OnPostAsync() =>
        Check(nameof(Name), Name) ? await SaidAsync(service.AddAsync(FormId == Guid.Empty ? Ids.New() : FormId, Name!, viewer.Actor), nameof(Name)) : await AgainAsync();

    public async Task<IActionResult> OnPostRenameAsync()
    {
        if (await db.Sites.AsNoTracking().SingleOrDefaultAsync(s => s.Id == Id) is not { } site)
        {
            if (Id != Guid.Empty)
                return NotFound();
            ModelState.AddModelError(nameof(Id), texts["Which one?"]);
            return await AgainAsync();
        }

        return Check(nameof(NewName), NewName) ? await SaidAsync(service.RenameAsync(Id, NewName!, site.Version, viewer.Actor), nameof(NewName)) : await AgainAsync();
    }

    public async Task<IActionResult> OnPostEndAsync(Guid id) => await SaidAsync(service.EndAsync(id, viewer.Actor), nameof(Name));

    public async Task<IActionResult> OnPostUseAgainAsync(Guid id) => await SaidAsync(service.UseAgainAsync(id, viewer.Actor), nameof(Name));

    private bool Check(string field, string? name)
    {
        if (string.IsNullOrWhiteSpace(name) || name.Trim().Length > SiteService.LongestName || name.Any(char.IsControl))
            ModelState.AddModelError(field, texts["Give the place a name, in at most 80 letters."]);
        return ModelState.IsValid;
    }

    private async Task<IActionResult> SaidAsync(Task<SiteChange> changing, string field)
    {
        switch (await changing)
        {
            case SiteChange.Done:
                this.MarkSaved(clock.Now);
                return RedirectToPage();
            case SiteChange.NameTaken:
                ModelState.AddModelError(field, texts["Another place has this name already."]);
                return await AgainAsync();
            default:
                return NotFound();
        }
    }

    private async Task<PageResult> AgainAsync()
    {
        Response.StatusCode = StatusCodes.Status400BadRequest;
        await ShowAsync();
        return Page();
    }

    private async Task ShowAsync() => Sites = await db.Sites.AsNoTracking().OrderBy(s => s.EndedAt != null).ThenBy(s => s.Name).ToListAsync();
}
