using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Peers;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Infrastructure.Words;
using SafeSpace.Web.TagHelpers;

namespace SafeSpace.Web.Modules.Peers.LookAfterMe;

/// <summary>A peer's own week, what they said is enough, and the talk after a hard call. Nobody else sees it but what they share.</summary>
[Needs(Permission.LogContacts)]
public sealed class IndexModel(GroupDb db, GroupClock clock, PeerProfileService profiles, DebriefService debriefs, Viewer viewer, Texts texts) : PageModel
{
    private const int MostCalls = 1000;
    private const int HoursOfAWeek = 168;

    [BindProperty]
    public int? Calls { get; set; }

    [BindProperty]
    public int? Hours { get; set; }

    /// <summary>"yes" or "no".</summary>
    [BindProperty]
    public string Share { get; set; } = "no";

    [BindProperty]
    public Guid? Version { get; set; }

    public PeerProfile? Profile { get; private set; }

    public PeerLoad Load { get; private set; } = new(0, 0, 0);

    public IReadOnlyList<Debrief> Debriefs { get; private set; } = [];

    public IReadOnlyList<Choice> Sharing => [new("no", texts["No, only I"]), new("yes", texts["Yes"], texts["The desk sees “has had enough for this week”, and no figure."])];

    public async Task<IActionResult> OnGetAsync()
    {
        if (viewer.Id is null)
            return NotFound();
        await ShowAsync();
        (Calls, Hours, Share, Version) = (Profile?.EnoughCalls, Profile?.EnoughMinutes / 60, Profile is { SharesLoad: true } ? "yes" : "no", Profile?.Version);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (Calls is < 1 or > MostCalls)
            ModelState.AddModelError(nameof(Calls), texts["Between 1 and 1,000, or leave this empty."]);
        if (Hours is < 1 or > HoursOfAWeek)
            ModelState.AddModelError(nameof(Hours), texts["Between 1 and 168 hours, or leave this empty."]);
        if (!ModelState.IsValid)
            return await AgainAsync(StatusCodes.Status400BadRequest);
        try
        {
            await profiles.ChangeAsync(viewer.Id!.Value, Version, p => (p.EnoughCalls, p.EnoughMinutes, p.SharesLoad) = (Calls, Hours * 60, Share == "yes"), viewer.Actor);
        }
        catch (StaleVersionException)
        {
            ModelState.AddModelError("", texts["You changed this in another window meanwhile. Save again to keep what is here."]);
            ModelState.Remove(nameof(Version));
            var again = await AgainAsync(StatusCodes.Status409Conflict);
            Version = Profile?.Version;
            return again;
        }

        return Saved();
    }

    public async Task<IActionResult> OnPostDebriefAsync(Guid id, DebriefAnswer answer) =>
        ModelState.IsValid && Enum.IsDefined(answer) && await debriefs.AnswerAsync(id, viewer.Id!.Value, answer, viewer.Actor) ? Saved() : NotFound();

    public async Task<IActionResult> OnPostTalkAsync()
    {
        await debriefs.AskAsync(viewer.Id!.Value, viewer.Actor);
        return Saved();
    }

    private RedirectToPageResult Saved()
    {
        this.MarkSaved(clock.Now);
        return RedirectToPage();
    }

    private async Task<PageResult> AgainAsync(int status)
    {
        Response.StatusCode = status;
        await ShowAsync();
        return Page();
    }

    private async Task ShowAsync()
    {
        var me = viewer.Id!.Value;
        Profile = await PeerProfile.FindAsync(db, me);
        Load = await PeerLoad.ReadAsync(db, clock, me);
        Debriefs = await db.Debriefs.AsNoTracking().Where(d => d.PeerId == me && d.EndedAt == null).OrderBy(d => d.OfferedAt).ToListAsync();
    }
}
