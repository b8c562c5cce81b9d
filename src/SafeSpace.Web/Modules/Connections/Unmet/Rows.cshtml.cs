using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Connections;
using SafeSpace.Core.Connections.Unmet;
using SafeSpace.Core.FollowUp;
using SafeSpace.Core.Register;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Modules.Connections.Shared;
using SafeSpace.Web.Modules.Register.Shared;

namespace SafeSpace.Web.Modules.Connections.Unmet;

/// <summary>What stands behind the month's table, with names. Somebody behind the wall is counted there and named here to nobody but who may see them.</summary>
[Needs(Permission.OpenFigures)]
[ShowsPeople]
public sealed class RowsModel(DoorTools tools, UnmetService unmets) : PageModel
{
    public Viewer Viewer => tools.Viewer;

    [BindProperty(SupportsGet = true)]
    public string? Month { get; set; }

    public string Of { get; private set; } = "";

    public IReadOnlyList<Row> Refused { get; private set; } = [];

    public IReadOnlyList<Row> Declined { get; private set; } = [];

    public IReadOnlyList<Row> Unmet { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync()
    {
        var (db, clock, t) = (tools.Db, tools.Clock, tools.Texts);
        var month = Core.Shared.Month.Of(clock.Today);
        if (!string.IsNullOrEmpty(Month) && !Core.Shared.Month.TryParse(Month, out month))
            return NotFound();
        Of = month.ToString();
        var labels = await ListLabels.LoadAsync(db, GroupList.RefusedWhy, GroupList.NotNow, GroupList.PointedElsewhere, GroupList.UnmetNeed);
        var (first, last) = (month.FirstDay, month.LastDay);
        var refused = await ExclusionMonth.Refused(db, month).ToListAsync();
        var declined = await ExclusionMonth.Declined(db, clock, month).ToListAsync();
        var unmet = await db.UnmetNeeds.AsNoTracking().Where(u => u.Day >= first && u.Day <= last && u.TakenBackAt == null).ToListAsync();
        var ids = refused.Select(r => r.PersonId).Concat(declined.Select(r => r.PersonId)).Concat(unmet.Select(u => u.PersonId).OfType<PersonId>()).Distinct().ToList();
        var people = await db.PeopleSeenBy(tools.Viewer).AsNoTracking().Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id);
        await tools.Shown.AsPageAsync("unmet", [.. people.Keys]);
        Refused = [.. refused.Where(r => people.ContainsKey(r.PersonId)).Select(r => Line(people[r.PersonId], r.Id, $"{r.PartnerName}: {labels.Of(GroupList.RefusedWhy, r.RefusedWhy) ?? t["not said"]}"))];
        Declined = [.. declined.Where(r => people.ContainsKey(r.PersonId)).Select(r => Line(people[r.PersonId], r.Id.Value, labels.Of(r.Outcome == Core.Referrals.ReferralOutcome.NotNow ? GroupList.NotNow : GroupList.PointedElsewhere, r.OutcomeReason) ?? t["not said"]))];
        Unmet = [.. unmet.Where(u => u.PersonId is not { } person || people.ContainsKey(person)).Select(u => new Row(u.Id, u.PersonId is { } person ? people[person].Reference : null, u.PersonId is { } named ? PersonNames.Whole(t, people[named]) : "",
            string.Join(": ", new[] { labels.Of(GroupList.UnmetNeed, u.Need), tools.Vault.Open(UnmetService.Words, u.Id, u.Words) }.OfType<string>())))];
        return Page();

        Row Line(Person person, Guid id, string words) => new(id, person.Reference, PersonNames.Whole(t, person), words);
    }

    /// <summary>Written down by mistake: it counts for nothing.</summary>
    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        var seen = tools.Db.PeopleSeenBy(Viewer);
        if (!Viewer.May(Permission.LogContacts) || !await tools.Db.UnmetNeeds.AnyAsync(u => u.Id == id && (u.PersonId == null || seen.Any(p => p.Id == u.PersonId))) || !await unmets.TakeBackAsync(id, Viewer.Actor))
            return NotFound();
        this.MarkSaved(tools.Clock.Now);
        return LocalRedirect(Url.Content(Core.Shared.Month.TryParse(Month, out var month) ? $"~/unmet/rows?month={month}" : "~/unmet/rows"));
    }

    public sealed record Row(Guid Id, string? Reference, string Name, string Words);
}
