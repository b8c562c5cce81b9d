using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.FollowUp;
using SafeSpace.Core.Help;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure.Security;

namespace SafeSpace.Web.Modules.Help.Receipts;

/// <summary>The photo of a receipt: for who sees whom it helped; of a claim, for who asked and who pays back.</summary>
[Needs(Permission.GiveHelp)]
[ShowsPeople]
public sealed class IndexModel(GroupDb db, Vault vault, Viewer viewer, PersonViews shown) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (await db.ReceiptPhotos.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id && r.TakenBackAt == null) is not { } photo || !await MayAsync(photo)
            || vault.Open(HelpColumns.Picture, photo.Id, photo.Picture) is not { } picture)
            return NotFound();
        await shown.AsPageAsync("receipt", photo.PersonId is { } person ? [person] : []);
        return File(Convert.FromBase64String(picture), photo.Type);
    }

    private async Task<bool> MayAsync(ReceiptPhoto photo) => photo.PersonId is { } person
        ? await db.PeopleSeenBy(viewer).AnyAsync(p => p.Id == person)
        : viewer.May(Permission.KeepHelp) || await db.PurseClaims.AnyAsync(c => c.Id == photo.OfId && c.PeerId == viewer.Id);
}
