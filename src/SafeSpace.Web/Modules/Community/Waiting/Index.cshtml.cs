using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Community;
using SafeSpace.Core.Data;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure;
using SafeSpace.Web.Infrastructure.Groups;
using SafeSpace.Web.Infrastructure.Security;

namespace SafeSpace.Web.Modules.Community.Waiting;

/// <summary>Who said "I'm here" and was asked to wait, because of somebody they should not meet. The desk goes to them; why is written nowhere here.</summary>
[Needs(Permission.RunDesk)]
[ShowsPeople]
public sealed class IndexModel(GroupDb db, [FromKeyedServices(WholeStore.Key)] GroupDb whole, GroupClock clock, DoorService doors, PersonViews shown, Viewer viewer) : PageModel
{
    public IReadOnlyList<CentreSignIn> Rows { get; private set; } = [];

    public async Task OnGetAsync()
    {
        Rows = await DoorService.Waiting(whole, clock.Today).ToListAsync();
        var seen = (await DoorService.Waiting(db, clock.Today).Select(s => s.Id).ToListAsync()).ToHashSet();
        foreach (var hidden in Rows.Where(r => !seen.Contains(r.Id)))
            hidden.Name = null;
        await shown.AsPageAsync("at-the-door", [.. Rows.Where(r => seen.Contains(r.Id)).Select(r => r.PersonId).OfType<PersonId>()]);
    }

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        if (!await doors.MeetAsync(id, viewer.Actor))
            return NotFound();
        this.MarkSaved(clock.Now);
        return RedirectToPage();
    }
}
