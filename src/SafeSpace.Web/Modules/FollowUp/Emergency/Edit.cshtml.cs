using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.FollowUp.Safeguarding;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure;
using SafeSpace.Web.Infrastructure.Security;

namespace SafeSpace.Web.Modules.FollowUp.Emergency;

/// <summary>The entries of the emergency page, and "still true" for each.</summary>
[Needs(Permission.EditEmergency)]
public sealed class EditModel(GroupDb db, GroupClock clock, EmergencySteps steps, Viewer viewer) : PageModel
{
    public IReadOnlyList<StepShown> Steps { get; private set; } = [];

    public async Task OnGetAsync() => Steps = await StepShown.ReadAsync(db, clock.Today);

    public async Task<IActionResult> OnPostCheckedAsync(Guid id)
    {
        if (!await steps.CheckedAsync(id, viewer.Actor))
            return NotFound();
        this.MarkSaved(clock.Now);
        return RedirectToPage();
    }
}
