using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Desk;
using SafeSpace.Core.Peers;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure;
using SafeSpace.Web.Infrastructure.Groups;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Infrastructure.Words;
using SafeSpace.Web.Modules.Peers.Shared;
using SafeSpace.Web.TagHelpers;

namespace SafeSpace.Web.Modules.Peers.PlanShift;

/// <summary>One shift: who is on it; take a place, give it up; with the right to plan, place others and change it.</summary>
[Needs(Permission.SeeRota)]
public sealed class IndexModel(GroupDb db, GroupClock clock, Viewer viewer, Texts texts, RotaService rota) : PageModel
{
    [BindProperty]
    public PlaceForm Place { get; set; } = new();

    [BindProperty]
    public Guid Who { get; set; }

    [BindProperty]
    public PlaceForm Other { get; set; } = new() { From = "building" };

    [BindProperty]
    public Guid Version { get; set; }

    [BindProperty]
    public DateOnly? Day { get; set; }

    [BindProperty]
    public string? Starts { get; set; }

    [BindProperty]
    public string? Ends { get; set; }

    [BindProperty]
    public int? Least { get; set; }

    public Viewer Viewer => viewer;

    public RotaShift Row { get; private set; } = null!;

    public string? Site { get; private set; }

    public RotaPlace? Mine => Row.PlaceOf(viewer.Id);

    public bool MayPlan => viewer.May(Permission.PlanShifts);

    public bool MayTake => viewer.May(Permission.LogContacts) && viewer.Id is not null;

    public bool MayFacilitate => viewer.May(Permission.TakeReferrals);

    public IReadOnlyList<Choice> Others { get; private set; } = [];

    public bool TwoShouldNotMeet { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (!await LoadAsync(id))
            return NotFound();
        Place = PlaceForm.Of(Mine?.Place, viewer.Id is { } me ? await PeerProfile.FindAsync(db, me) : null);
        ShowTimes();
        return Page();
    }

    public async Task<IActionResult> OnPostTakeAsync(Guid id)
    {
        if (!MayTake || !await LoadAsync(id))
            return NotFound();
        Place.Check(ModelState, nameof(Place), texts);
        return ModelState.IsValid ? await SaidAsync(rota.TakeAsync(id, viewer.Id!.Value, Place.Details, viewer.Actor), texts["Thank you. You have a place."]) : Again();
    }

    /// <summary>One's own place; with the right to plan, anybody's.</summary>
    public async Task<IActionResult> OnPostGiveUpAsync(Guid id, Guid peer) =>
        (MayPlan || viewer.Id?.Value == peer) && await LoadAsync(id)
            ? await SaidAsync(rota.GiveUpAsync(id, new UserId(peer), viewer.Actor), texts["The place is open again."]) : NotFound();

    public async Task<IActionResult> OnPostPutAsync(Guid id)
    {
        if (!MayPlan || !await LoadAsync(id))
            return NotFound();
        Other.Check(ModelState, nameof(Other), texts);
        return ModelState.IsValid ? await SaidAsync(rota.TakeAsync(id, new UserId(Who), Other.Details, viewer.Actor), null) : Again();
    }

    public async Task<IActionResult> OnPostChangeAsync(Guid id)
    {
        if (!MayPlan || !await LoadAsync(id))
            return NotFound();
        var read = new ShiftTimes(Day, Starts, Ends, Least).Read(ModelState, texts, clock);
        if (read is not var (starts, ends) || !ModelState.IsValid)
            return Again();
        try
        {
            return await SaidAsync(rota.ChangeAsync(new ShiftDetails(id, Row.Shift.SiteId, starts, ends, Least!.Value), Version, viewer.Actor), null);
        }
        catch (StaleVersionException)
        {
            ModelState.AddModelError("", texts["Somebody changed this while you were typing. It says now: {0}. Save again to keep yours.", ShiftWords.When(Row.Shift, clock)]);
            ModelState.Remove(nameof(Version));
            Version = Row.Shift.Version;
            return Again(StatusCodes.Status409Conflict);
        }
    }

    public async Task<IActionResult> OnPostCallOffAsync(Guid id) => MayPlan && await LoadAsync(id) ? await SaidAsync(rota.CallOffAsync(id, viewer.Actor), null) : NotFound();

    public async Task<IActionResult> OnPostPutBackAsync(Guid id) => MayPlan && await LoadAsync(id) ? await SaidAsync(rota.PutBackAsync(id, viewer.Actor), null) : NotFound();

    private async Task<IActionResult> SaidAsync(Task<RotaChange> changing, string? words)
    {
        if (await changing is var change and not RotaChange.Done)
        {
            ModelState.AddModelError("", texts[ShiftWords.Sentence(change)]);
            return Again();
        }

        this.MarkSaved(clock.Now, words);
        return RedirectToPage();
    }

    private PageResult Again(int status = StatusCodes.Status400BadRequest)
    {
        Response.StatusCode = status;
        if (Starts is null && Day is null)
            ShowTimes();
        return Page();
    }

    private void ShowTimes() =>
        (Version, Day, Starts, Ends, Least) = (Row.Shift.Version, clock.DayOf(Row.Shift.StartsAt), ShiftWords.Time(Row.Shift.StartsAt, clock), ShiftWords.Time(Row.Shift.EndsAt, clock), Row.Shift.LeastPeers);

    private async Task<bool> LoadAsync(Guid id)
    {
        if (await Rota.FindAsync(db, id) is not { } row)
            return false;
        Row = row;
        Site = row.Shift.SiteId is { } site ? (await db.Sites.FindAsync(site))?.Name : null;
        if (MayPlan)
            (TwoShouldNotMeet, Others) = (await row.TwoShouldNotMeetAsync(HttpContext.RequestServices.Whole(), clock.Now), await row.OthersAsync(db, viewer, clock, texts));
        return true;
    }
}
