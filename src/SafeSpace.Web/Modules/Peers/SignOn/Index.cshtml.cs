using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Desk;
using SafeSpace.Core.Diary;
using SafeSpace.Core.Peers;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Infrastructure.Words;
using SafeSpace.Web.Modules.Peers.Shared;
using SafeSpace.Web.TagHelpers;

namespace SafeSpace.Web.Modules.Peers.SignOn;

/// <summary>Signing on and off, a break, not up to calls today; and who else is on.</summary>
[Needs(Permission.LogContacts)]
public sealed class IndexModel(GroupDb db, GroupClock clock, Viewer viewer, Texts texts, PresenceService presence) : PageModel
{
    private DeskSettings desk = new();
    private Dictionary<Guid, string> sites = [];
    private HashSet<UserId> calling = [];

    [BindProperty]
    public Guid ShiftId { get; set; }

    [BindProperty]
    public PlaceForm Place { get; set; } = new();

    public Viewer Viewer => viewer;

    public PeerOn? Me { get; private set; }

    public IReadOnlyList<PeerOn> On { get; private set; } = [];

    public IReadOnlyList<Joinable> Open { get; private set; } = [];

    public IReadOnlyList<Choice> Choices => [.. Open.Select(o => new Choice(o.Id.ToString(), o.Says, o.Mine ? texts["You have a place here."] : null))];

    public string? Next { get; private set; }

    public bool MayFacilitate => viewer.May(Permission.TakeReferrals);

    public string? SiteOf(PeerOn peer) => peer.Shift.SiteId is { } site ? sites.GetValueOrDefault(site) : null;

    public string StateOf(PeerOn peer) => calling.Contains(peer.PeerId) ? "in a call" : ShiftWords.State(peer.State);

    /// <summary>After as long without a sign as the group says, as on the board; nothing is guessed.</summary>
    public bool IsQuiet(PeerOn peer) => desk.IsQuiet(peer.HeardAt, clock.Now) && !calling.Contains(peer.PeerId);

    public async Task<IActionResult> OnGetAsync()
    {
        if (viewer.Id is not { } me)
            return NotFound();
        await ShowAsync(me);
        ShiftId = Open is [var first, ..] ? first.Id : Guid.Empty;
        var planned = Me?.Place ?? await db.ShiftPlaces.AsNoTracking().FirstOrDefaultAsync(p => p.ShiftId == ShiftId && p.PeerId == me && p.GivenUpAt == null);
        Place = PlaceForm.Of(planned, await PeerProfile.FindAsync(db, me));
        return Page();
    }

    public async Task<IActionResult> OnPostOnAsync()
    {
        Place.Check(ModelState, nameof(Place), texts);
        if (!ModelState.IsValid)
            return await AgainAsync();
        if (await presence.SignOnAsync(ShiftId, viewer.Id!.Value, Place.Details, viewer.Actor) is var change and not RotaChange.Done)
        {
            ModelState.AddModelError("", texts[ShiftWords.Sentence(change)]);
            return await AgainAsync();
        }

        return Saved(texts["You are signed on."]);
    }

    public async Task<IActionResult> OnPostSayAsync(ShiftState state)
    {
        if (!ModelState.IsValid || !Enum.IsDefined(state))
            return NotFound();
        return Said(await presence.SayAsync(viewer.Id!.Value, state, viewer.Actor), null);
    }

    public async Task<IActionResult> OnPostMoveAsync()
    {
        Place.Check(ModelState, nameof(Place), texts);
        if (!ModelState.IsValid)
            return await AgainAsync();
        return Said(await presence.MoveAsync(viewer.Id!.Value, Place.Details.AtHome, Place.ReachOn, viewer.Actor), null);
    }

    public async Task<IActionResult> OnPostOffAsync() => Said(await presence.SignOffAsync(viewer.Id!.Value, viewer.Actor), texts["You are signed off. Thank you for being here."]);

    private RedirectToPageResult Said(bool on, string? words) => Saved(on ? words : texts["You are not signed on."]);

    private RedirectToPageResult Saved(string? words)
    {
        this.MarkSaved(clock.Now, words);
        return RedirectToPage();
    }

    private async Task<PageResult> AgainAsync()
    {
        Response.StatusCode = StatusCodes.Status400BadRequest;
        await ShowAsync(viewer.Id!.Value);
        return Page();
    }

    private async Task ShowAsync(UserId me)
    {
        var now = clock.Now;
        sites = await db.Sites.AsNoTracking().ToDictionaryAsync(s => s.Id, s => s.Name);
        On = await OnShift.ReadAsync(db, clock);
        desk = await DeskSettings.ReadAsync(db);
        calling = [.. await db.CallsUnderWay.AsNoTracking().Where(c => c.EndedAt == null).Select(c => c.PeerId).ToListAsync()];
        Me = On.FirstOrDefault(o => o.PeerId == me);
        var coming = (await Rota.ReadAsync(db, now, now.AddDays(31))).Where(s => !s.IsCalledOff).ToList();
        Open = [.. coming.Where(s => s.Shift.StartsAt <= now + PresenceService.Early).OrderByDescending(s => s.PlaceOf(me) is not null).ThenBy(s => s.Shift.StartsAt)
            .Select(s => new Joinable(s.Shift.Id, Say(s.Shift), s.PlaceOf(me) is not null))];
        Next = coming.FirstOrDefault(s => s.PlaceOf(me) is not null) is { } next ? Say(next.Shift) : null;
    }

    private string Say(Shift shift) => ShiftWords.When(shift, clock) + (shift.SiteId is { } id && sites.GetValueOrDefault(id) is { } site ? $" · {site}" : "");

    public sealed record Joinable(Guid Id, string Says, bool Mine);
}
