using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Register;
using SafeSpace.Core.Register.Duplicates;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure;
using SafeSpace.Web.Infrastructure.Security;

namespace SafeSpace.Web.Modules.Register.Duplicates;

/// <summary>Records that may be one person's, for daytime work: nobody is greeted with it. And what was decided lately, to take back.</summary>
[Needs(Permission.DecideDuplicates)]
[ShowsPeople]
public sealed class IndexModel(GroupDb db, PairFinder finder, DuplicateService duplicates, PersonViews shown, GroupClock clock, Viewer viewer) : PageModel
{
    private const int OnAPage = 50;

    public IReadOnlyList<PairShown> Pairs { get; private set; } = [];

    public IReadOnlyList<DecidedShown> Decided { get; private set; } = [];

    public int HowMany { get; private set; }

    public async Task OnGetAsync()
    {
        await finder.LookAsync(HttpContext.RequestAborted);
        var dead = db.PeopleWithMerged.Where(p => p.DiedAt != null);
        var open = db.PairOffers.AsNoTracking().Where(o => !dead.Any(p => p.Id == o.FirstId || p.Id == o.SecondId));
        HowMany = await open.CountAsync();
        var offers = await open.OrderByDescending(o => o.Score).ThenBy(o => o.FirstId).Take(OnAPage).ToListAsync();
        var decided = await db.PairDecisions.AsNoTracking().Where(d => d.TakenBackAt == null).OrderByDescending(d => d.DecidedAt).Take(OnAPage).ToListAsync();
        var ids = offers.SelectMany(o => new[] { o.FirstId, o.SecondId }).Concat(decided.SelectMany(d => new[] { d.FirstId, d.SecondId })).Distinct().ToList();
        var people = await db.PeopleWithMerged.AsNoTracking().Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id);
        var merges = await db.Merges.AsNoTracking().Where(m => m.UndoneAt == null && ids.Contains(m.GoneId)).ToDictionaryAsync(m => m.GoneId, m => m.Id);
        Pairs = [.. offers.Select(o => new PairShown(people[o.FirstId], people[o.SecondId], o))];
        Decided = [.. decided.Select(d => new DecidedShown(people[d.FirstId], people[d.SecondId], d, merges.TryGetValue(d.FirstId, out var m) || merges.TryGetValue(d.SecondId, out m) ? m : null))];
        await shown.AsPageAsync("duplicates", ids);
    }

    /// <summary>Takes "two people" back, so that the pair is offered again.</summary>
    public async Task<IActionResult> OnPostTakeBackAsync(Guid decision)
    {
        if (!await db.PairDecisions.AnyAsync(d => d.Id == decision && d.Verdict == PairVerdict.Different))
            return NotFound();
        await duplicates.TakeBackAsync(decision, viewer.Actor, null);
        this.MarkSaved(clock.Now);
        return RedirectToPage();
    }

    public sealed record PairShown(Person First, Person Second, PairOffer Offer);

    public sealed record DecidedShown(Person First, Person Second, PairDecision Decision, Guid? Merge);
}
