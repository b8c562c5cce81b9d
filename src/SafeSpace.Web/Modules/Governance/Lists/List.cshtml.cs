using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure;
using SafeSpace.Web.Infrastructure.Security;

namespace SafeSpace.Web.Modules.Governance.Lists;

/// <summary>One list: add, rename, order, take out of use and bring back. Codes never change.</summary>
[Needs(Permission.EditGroup)]
public sealed class ListModel(GroupDb db, GroupStore store, GroupLists lists, Viewer viewer) : PageModel
{
    private const int LongestLabel = 80;

    [BindProperty(SupportsGet = true)]
    public GroupList List { get; set; }

    /// <summary>The label of a new entry.</summary>
    [BindProperty]
    public string? Label { get; set; }

    /// <summary>The new label of an entry that is there.</summary>
    [BindProperty]
    public string? NewLabel { get; set; }

    public IReadOnlyList<ListEntry> Entries { get; private set; } = [];

    /// <summary>New words that were not saved: of which entry, and what was typed.</summary>
    public (Guid Id, string Typed)? NotSaved { get; private set; }

    public async Task<IActionResult> OnGetAsync() => Enum.IsDefined(List) && ModelState.IsValid ? await ShowAsync() : NotFound();

    public async Task<IActionResult> OnPostAddAsync()
    {
        if (!IsLabel(Label))
            return await AgainAsync(nameof(Label), "Write a word or a few, in at most 80 letters.");
        return await lists.AddAsync(List, Label!, viewer.Actor) is null ? await AgainAsync(nameof(Label), "This is in the list already.") : Saved();
    }

    public async Task<IActionResult> OnPostRenameAsync(Guid id, Guid version)
    {
        NotSaved = (id, NewLabel ?? "");
        if (!IsLabel(NewLabel))
            return await AgainAsync(nameof(NewLabel), "Write a word or a few, in at most 80 letters.");
        try
        {
            return await lists.RenameAsync(id, version, NewLabel!, viewer.Actor) ? Saved() : NotFound();
        }
        catch (StaleVersionException)
        {
            ModelState.AddModelError(nameof(NewLabel), "Somebody changed this while you were typing. Here are both.");
            Response.StatusCode = StatusCodes.Status409Conflict;
            return await ShowAsync();
        }
    }

    public async Task<IActionResult> OnPostMoveAsync(Guid id, bool up) => await lists.MoveAsync(id, up, viewer.Actor) ? Saved() : NotFound();

    public async Task<IActionResult> OnPostUseAsync(Guid id, bool offered) => await lists.OfferAsync(id, offered, viewer.Actor) ? Saved() : NotFound();

    private static bool IsLabel(string? label) => !string.IsNullOrWhiteSpace(label) && label.Trim().Length <= LongestLabel && !label.Any(char.IsControl);

    private async Task<IActionResult> AgainAsync(string field, string sentence)
    {
        ModelState.AddModelError(field, sentence);
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return await ShowAsync();
    }

    private RedirectToPageResult Saved()
    {
        this.MarkSaved(store.Clock.Now);
        return RedirectToPage(new { List });
    }

    private async Task<IActionResult> ShowAsync()
    {
        Entries = await db.ListEntries.AsNoTracking().Where(e => e.List == List).OrderBy(e => e.RetiredAt != null).ThenBy(e => e.Position).ToListAsync();
        return Page();
    }
}
