using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Reports.Packs;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Infrastructure.Words;

namespace SafeSpace.Web.Modules.Reports.Packs;

/// <summary>The same months as the rows say now, beside what was published; published as a restatement with a reason.</summary>
[Needs(Permission.PublishPacks)]
public sealed class RestateModel(GroupDb db, GroupStore store, PackService packs, Viewer viewer, Texts texts) : PageModel
{
    [BindProperty]
    public Guid FormId { get; set; }

    [BindProperty]
    public string? Why { get; set; }

    public int Number { get; private set; }

    public PackView View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(int number) => await LoadAsync(number) ? Page() : NotFound();

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

        var (outcome, made) = await packs.RestateAsync(FormId, number, Why!, viewer.Actor);
        if (outcome == PublishOutcome.Published)
        {
            this.MarkSaved(store.Clock.Now);
            return RedirectToPage("Pack", new { number = made });
        }

        ModelState.AddModelError("", texts["Somebody published another pack just now. Look at this one again: more may have to be left out."]);
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }

    private async Task<bool> LoadAsync(int number)
    {
        Number = number;
        if (await db.Packs.AsNoTracking().SingleOrDefaultAsync(p => p.Number == number) is not { } pack || await db.Packs.AnyAsync(p => p.Restates == number))
            return false;
        View = await PackView.OfAsync((await packs.PreviewAsync(db, pack.From, pack.To, restating: true)).Document, db, store);
        return true;
    }
}
