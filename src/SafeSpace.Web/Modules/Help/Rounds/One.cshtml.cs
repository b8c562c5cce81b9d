using Microsoft.AspNetCore.Mvc;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Help;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure.Groups;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Infrastructure.Words;
using SafeSpace.Web.Modules.FollowUp.Shared;
using SafeSpace.Web.Modules.Help.Shared;
using SafeSpace.Web.TagHelpers;

namespace SafeSpace.Web.Modules.Help.Rounds;

/// <summary>One round: who gets what, what to know at each door, in which order. On the phone, or printed.</summary>
[Needs(Permission.GiveHelp)]
[ShowsPeople]
public sealed class OneModel(
    GroupDb db, [FromKeyedServices(WholeStore.Key)] GroupDb whole, GroupClock clock, Vault vault, Viewer viewer, PersonViews shown, Texts texts, RoundService rounds) : HelpPage(clock, texts)
{
    [BindProperty]
    public Guid Version { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public DateOnly? On { get; set; }

    [BindProperty]
    public string? Driver { get; set; }

    [BindProperty]
    public string? Do { get; set; }

    public RoundSheet Sheet { get; private set; } = null!;

    public Keepers Drivers { get; private set; } = null!;

    public bool MayPlan => viewer.May(Permission.PlanRounds);

    public DateTime PrintedAt => Clock.Now;

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (!await LoadAsync(id))
            return NotFound();
        (Name, On, Driver, Version) = (Sheet.Round.Name, Sheet.Round.Day, Sheet.Round.DriverId?.Value.ToString(), Sheet.Round.Version);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        if (!MayPlan || !await LoadAsync(id))
            return NotFound();
        Needed(nameof(Name), Name, "Please give the round a name.");
        if (Drivers.Read(Driver) is not { } driver)
        {
            Wrong(nameof(Driver), "Please choose somebody from the list.");
            driver = default;
        }

        if (!ModelState.IsValid)
            return Again();
        try
        {
            switch (await rounds.ChangeAsync(id, Version, Name!, On ?? Sheet.Round.Day, driver.Peer, viewer.Actor))
            {
                case RoundChange.Done:
                    return Saved($"~/help/rounds/{id}");
                case RoundChange.NotTogether:
                    Wrong(nameof(Driver), "They cannot bring this round. Please choose somebody else.");
                    return Again();
                default:
                    return NotFound();
            }
        }
        catch (StaleVersionException)
        {
            Wrong("", "Somebody changed this round while you were typing. What stands there now is on the page; yours is still in the form. Save again to keep yours.");
            Version = Sheet.Round.Version;
            return Again(StatusCodes.Status409Conflict);
        }
    }

    public async Task<IActionResult> OnPostOrderAsync(Guid id, Guid? stop)
    {
        if (!await LoadAsync(id) || !(MayPlan || Sheet.IsMine(viewer)))
            return NotFound();
        if (Do is "earlier" or "later")
        {
            if (Sheet.Stops.All(s => s.Stop.Id != stop))
                return NotFound();
            await rounds.MoveAsync(stop!.Value, Do == "earlier", viewer.Actor);
        }
        else
        {
            await rounds.OrderByPlaceAsync(id, viewer.Actor);
        }

        return Saved($"~/help/rounds/{id}");
    }

    public async Task<IActionResult> OnPostEndAsync(Guid id)
    {
        if (!await LoadAsync(id) || !(MayPlan || Sheet.IsMine(viewer)))
            return NotFound();
        await rounds.EndAsync(id, Sheet.Round.DoneAt is null, viewer.Actor);
        return Saved($"~/help/rounds/{id}");
    }

    private async Task<bool> LoadAsync(Guid id)
    {
        if (await RoundSheet.ReadAsync(db, whole, vault, viewer, Clock, id) is not { } sheet)
            return false;
        Sheet = sheet;
        Drivers = await Keepers.ReadAsync(db, viewer, T);
        await shown.AsPageAsync("round", [.. sheet.Stops.Select(s => s.Person.Id).Distinct()]);
        return true;
    }
}
