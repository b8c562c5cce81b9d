using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Desk.Board;
using SafeSpace.Core.Desk.NightSheet;
using SafeSpace.Core.Peers;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Infrastructure.Words;
using SafeSpace.Web.Modules.Desk.TheBoard;

namespace SafeSpace.Web.Modules.Desk.NightSheet;

/// <summary>A sheet as it is printed: opened by its maker alone, for a quarter of an hour.</summary>
[Needs(Permission.MakeNightSheet)]
[ShowsPeople]
public sealed class PrintModel(GroupDb db, GroupStore store, Vault vault, Boards boards, Viewer viewer, PersonViews shown, Texts texts) : PageModel
{
    public SheetShown Sheet { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        var since = store.Clock.Now - NightSheets.OpenFor;
        if (await db.NightSheetsMade.AsNoTracking().SingleOrDefaultAsync(m => m.Id == id && m.MadeById == viewer.Id && m.Way == SheetWay.Printed && m.MadeAt >= since) is not { } made)
            return NotFound();
        var shift = made.ShiftId is { } of ? await db.Shifts.AsNoTracking().SingleOrDefaultAsync(s => s.Id == of) : null;
        var content = await NightSheets.ReadAsync(db, store.Clock, shift);
        await shown.AsPageAsync("night-sheet/print", [.. content.People.Select(p => p.Person.Id)]);
        Sheet = await SheetShown.MakeAsync(db, vault, store, content, await boards.OfAsync(HttpContext, store, viewer), texts);
        return Page();
    }
}
