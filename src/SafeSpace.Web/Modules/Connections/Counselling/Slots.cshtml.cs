using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Connections;
using SafeSpace.Core.Connections.Counselling;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Modules.Connections.Shared;
using SafeSpace.Web.Modules.FollowUp.Shared;

namespace SafeSpace.Web.Modules.Connections.Counselling;

/// <summary>Slots each week at one time of the wall clock.</summary>
[Needs(Permission.KeepCounselling)]
public sealed class SlotsModel(DoorTools tools, CounsellingService counselling) : PageModel
{
    private const int MostWeeks = 26;

    [BindProperty]
    public DateOnly? On { get; set; }

    [BindProperty]
    public string? Time { get; set; }

    [BindProperty]
    public int? Minutes { get; set; } = 50;

    [BindProperty]
    public string? Weeks { get; set; } = "1";

    public string Called { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(Guid id) => await FindAsync(id) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        if (!await FindAsync(id))
            return NotFound();
        var t = tools.Texts;
        var time = this.ReadTime(nameof(Time), Time, t);
        if (time is null && string.IsNullOrWhiteSpace(Time))
            ModelState.AddModelError(nameof(Time), t["Please say at what time."]);
        if (On is null && (!ModelState.TryGetValue(nameof(On), out var said) || said.Errors.Count == 0))
            ModelState.AddModelError(nameof(On), t["Please say which day."]);
        if (On is { } first)
            this.CheckPromised(nameof(On), nameof(Time), first, time, tools.Clock, t);
        if (!int.TryParse(Weeks?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var weeks) || weeks is < 1 or > MostWeeks)
            ModelState.AddModelError(nameof(Weeks), t["Please write a number from 1 to {0}.", MostWeeks]);
        if (Minutes is not (> 0 and <= 480))
            ModelState.AddModelError(nameof(Minutes), t["Please say how long it is: up to 480 minutes."]);
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        if (await counselling.AddSlotsAsync(new NewSlots(id, new LocalMoment(On!.Value, time!.Value), Minutes!.Value, weeks), tools.Viewer.Actor) is not { } made)
            return NotFound();
        this.MarkSaved(tools.Clock.Now, t.Count(made, "{0} slot added.", "{0} slots added."));
        return LocalRedirect(Url.Content("~/counselling"));
    }

    private async Task<bool> FindAsync(Guid id)
    {
        var counsellor = await tools.Db.Counsellors.AsNoTracking().SingleOrDefaultAsync(c => c.Id == id && c.EndedAt == null);
        Called = counsellor?.Name ?? "";
        return counsellor is not null;
    }
}
