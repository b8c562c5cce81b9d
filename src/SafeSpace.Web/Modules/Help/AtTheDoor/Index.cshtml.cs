using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Help;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure.Groups;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Infrastructure.Words;
using SafeSpace.Web.Modules.Help.Shared;
using SafeSpace.Web.TagHelpers;

namespace SafeSpace.Web.Modules.Help.AtTheDoor;

/// <summary>Before one door: who, where, what to mind; and what came of it.</summary>
[Needs(Permission.GiveHelp)]
[ShowsPeople]
public sealed class IndexModel(
    GroupDb db, [FromKeyedServices(WholeStore.Key)] GroupDb whole, GroupClock clock, Vault vault, Viewer viewer, PersonViews shown, Texts texts, RoundService rounds) : HelpPage(clock, texts)
{
    [BindProperty]
    public string? Do { get; set; }

    [BindProperty]
    public string? Words { get; set; }

    /// <summary>The round it is tried again on.</summary>
    [BindProperty]
    public Guid? On { get; set; }

    public RoundSheet Sheet { get; private set; } = null!;

    public DoorstepLine Door { get; private set; } = null!;

    public IReadOnlyList<Choice> Rounds { get; private set; } = [];

    public bool MayPlan => viewer.May(Permission.PlanRounds);

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (!await LoadAsync(id))
            return NotFound();
        Words = Door.Words;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        if (!await LoadAsync(id) || (Do == "again" && !MayPlan))
            return NotFound();
        Check(nameof(Words), Words, WrittenText.Note);
        if (Do == "again" && Rounds.All(r => r.Value != On?.ToString()))
            Wrong(nameof(On), "Please choose a round.");
        if (!ModelState.IsValid)
            return Again();
        var change = Do switch
        {
            "done" => await rounds.AtTheDoorAsync(id, StopState.Done, Words, viewer.Actor),
            "away" => await rounds.AtTheDoorAsync(id, StopState.NotAtHome, Words, viewer.Actor),
            "off" => await rounds.AtTheDoorAsync(id, StopState.CalledOff, Words, viewer.Actor),
            "notyet" => await rounds.NotYetAsync(id, viewer.Actor),
            "again" => await rounds.TryAgainAsync(On!.Value, id, NewId, viewer.Actor),
            _ => RoundChange.NoSuchStop,
        };
        if (change == RoundChange.Done)
            return Saved($"~/help/rounds/{(Do == "again" ? On!.Value : Sheet.Round.Id)}");
        if (change is RoundChange.NoSuchStop or RoundChange.NoSuchRound)
            return NotFound();
        Wrong("", DoorWords.Refusal(change));
        return Again();
    }

    private async Task<bool> LoadAsync(Guid id)
    {
        if (await db.DeliveryStops.AsNoTracking().SingleOrDefaultAsync(s => s.Id == id) is not { } stop
            || await RoundSheet.ReadAsync(db, whole, vault, viewer, Clock, stop.RoundId) is not { } sheet
            || sheet.Stops.FirstOrDefault(s => s.Stop.Id == id) is not { } door
            || !(MayPlan || sheet.IsMine(viewer)))
            return false;
        (Sheet, Door) = (sheet, door);
        Rounds = [.. (await db.DeliveryRounds.AsNoTracking().Where(r => r.DoneAt == null && r.Id != sheet.Round.Id).OrderBy(r => r.Day).ToListAsync())
            .Select(r => new Choice(r.Id.ToString(), $"{r.Name}, {Spoken.Day(r.Day, Clock.Today)}"))];
        await shown.AsPageAsync("door", door.Person.Id);
        return true;
    }
}
