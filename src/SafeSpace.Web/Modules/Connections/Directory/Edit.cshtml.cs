using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Connections;
using SafeSpace.Core.Connections.Partners;
using SafeSpace.Core.Data;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Infrastructure.Words;

namespace SafeSpace.Web.Modules.Connections.Directory;

[Needs(Permission.KeepPartners)]
public sealed class EditModel(GroupDb db, GroupClock clock, Viewer viewer, Texts texts, PartnerService partners) : PartnerForm(db, texts)
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public string Called { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync()
    {
        if (await FindAsync() is not { } partner)
            return NotFound();
        Show(partner);
        await LoadAsync();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await FindAsync() is not { } partner)
            return NotFound();
        await LoadAsync();
        if (Read() is not { } details)
            return Mistaken();
        try
        {
            await partners.ChangeAsync(Id, Version, details, viewer.Actor);
        }
        catch (StaleVersionException)
        {
            Version = partner.Version;
            ModelState.AddModelError("", Texts["Somebody changed this entry while you were typing. What you typed is still here; saving again puts it in place of theirs."]);
            Response.StatusCode = StatusCodes.Status409Conflict;
            return Page();
        }

        this.MarkSaved(clock.Now);
        return LocalRedirect(Url.Content($"~/partners/{Id}"));
    }

    private async Task<Partner?> FindAsync()
    {
        var partner = await Db.Partners.AsNoTracking().SingleOrDefaultAsync(p => p.Id == Id);
        Called = partner?.Name ?? "";
        return partner;
    }
}
