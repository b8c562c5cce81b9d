using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Reports.Packs;
using SafeSpace.Core.Reports.Packs.Disclosure;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure;
using SafeSpace.Web.Infrastructure.Groups;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Infrastructure.Words;

namespace SafeSpace.Web.Modules.Reports.Packs;

/// <summary>The same months as the rows say now, beside what was published; published as a restatement with a reason.</summary>
[Needs(Permission.PublishPacks)]
public sealed class RestateModel([FromKeyedServices(WholeStore.Key)] GroupDb db, GroupStore store, PackService packs, Viewer viewer, Texts texts) : PageModel
{
    [BindProperty]
    public Guid FormId { get; set; }

    [BindProperty]
    public string? Why { get; set; }

    public int Number { get; private set; }

    /// <summary>Null when nothing could be put right without giving somebody away.</summary>
    public PackView? View { get; private set; }

    public async Task<IActionResult> OnGetAsync(int number)
    {
        if (!await LoadAsync(number))
            return NotFound();
        if (!ModelState.IsValid)
            Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int number)
    {
        if (await db.Packs.AnyAsync(p => p.Id == FormId && p.Restates == number))
            return RedirectToPage("Index");
        if (!await LoadAsync(number))
            return NotFound();
        if (string.IsNullOrWhiteSpace(Why))
            ModelState.AddModelError(nameof(Why), texts["Say why the figures change."]);
        else if (WrittenText.Check(nameof(Why), Why, WrittenText.Note) is { } mistake)
            ModelState.AddModelError(nameof(Why), texts[mistake.Sentence, [.. mistake.Values]]);
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        try
        {
            var (outcome, made) = await packs.RestateAsync(FormId, number, Why!, viewer.Actor);
            if (outcome == PublishOutcome.Published)
            {
                this.MarkSaved(store.Clock.Now);
                return RedirectToPage("Pack", new { number = made });
            }

            ModelState.AddModelError("", texts["Somebody published another pack just now. Look at this one again: more may have to be left out."]);
            Response.StatusCode = StatusCodes.Status409Conflict;
        }
        catch (GivesAwayException)
        {
            Refuse();
            Response.StatusCode = StatusCodes.Status400BadRequest;
        }

        return Page();
    }

    private void Refuse()
    {
        View = null;
        ModelState.AddModelError("", texts["This cannot be put right now without giving somebody away. Nothing was published, and pack {0} stands as it is. When more has changed, try again.", Number]);
    }

    private async Task<bool> LoadAsync(int number)
    {
        Number = number;
        if (await db.Packs.AsNoTracking().SingleOrDefaultAsync(p => p.Number == number) is not { } pack || await db.Packs.AnyAsync(p => p.Restates == number))
            return false;
        try
        {
            View = await PackView.OfAsync((await packs.PreviewAsync(db, pack.From, pack.To, restating: true)).Document, db, store);
        }
        catch (GivesAwayException)
        {
            Refuse();
        }

        return true;
    }
}
