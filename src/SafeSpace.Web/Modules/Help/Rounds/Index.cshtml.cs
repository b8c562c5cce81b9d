using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Help;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Infrastructure.Words;
using SafeSpace.Web.Modules.Help.Shared;

namespace SafeSpace.Web.Modules.Help.Rounds;

/// <summary>Delivery rounds: those to come, and those that were. Whose doors stand on the round itself.</summary>
[Needs(Permission.GiveHelp)]
public sealed class IndexModel(GroupDb db, GroupClock clock, Viewer viewer, Texts texts, RoundService rounds) : HelpPage(clock, texts)
{
    private const int Shown = 30;

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public DateOnly? On { get; set; }

    public bool MayPlan => viewer.May(Permission.PlanRounds);

    public IReadOnlyList<RoundLine> All { get; private set; } = [];

    public Task OnGetAsync() => ShowAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        if (!MayPlan)
            return NotFound();
        Needed(nameof(Name), Name, "Please give the round a name.");
        if (On < Clock.Today)
            Wrong(nameof(On), "This day is over. Please pick today or later.");
        if (!ModelState.IsValid)
            return await AgainAsync(ShowAsync);
        var id = NewId;
        await rounds.AddAsync(id, Name!, On ?? Clock.Today, viewer.Actor);
        return Saved($"~/help/rounds/{id}");
    }

    private async Task ShowAsync() => All = await RoundLine.ReadAsync(db, db.DeliveryRounds.OrderBy(r => r.DoneAt != null).ThenByDescending(r => r.Day).Take(Shown));
}
