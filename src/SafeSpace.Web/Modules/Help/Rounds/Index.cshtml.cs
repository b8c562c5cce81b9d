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
    private const int OpenShown = 100;
    private const int OnAPage = 20;

    /// <summary>The last one of the page before.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Before { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public DateOnly? On { get; set; }

    public bool MayPlan => viewer.May(Permission.PlanRounds);

    /// <summary>Those that go on, the oldest first.</summary>
    public IReadOnlyList<RoundLine> Open { get; private set; } = [];

    /// <summary>Those that are over, the newest first.</summary>
    public IReadOnlyList<RoundLine> Over { get; private set; } = [];

    /// <summary>The last one of this page, where there are earlier ones.</summary>
    public Guid? Earlier { get; private set; }

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

    private async Task ShowAsync()
    {
        Open = await RoundLine.ReadAsync(db, db.DeliveryRounds.Where(r => r.DoneAt == null).OrderBy(r => r.Day).ThenBy(r => r.Id).Take(OpenShown));
        var over = db.DeliveryRounds.Where(r => r.DoneAt != null);
        if (Before is { } before && await over.AsNoTracking().SingleOrDefaultAsync(r => r.Id == before) is { } last)
            over = over.Where(r => r.Day < last.Day || (r.Day == last.Day && r.Id.CompareTo(last.Id) < 0));
        var page = await RoundLine.ReadAsync(db, over.OrderByDescending(r => r.Day).ThenByDescending(r => r.Id).Take(OnAPage + 1));
        (Over, Earlier) = ([.. page.Take(OnAPage)], page.Count > OnAPage ? page[OnAPage - 1].Round.Id : null);
    }
}
