using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Referrals;
using SafeSpace.Core.Register;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure.Security;

namespace SafeSpace.Web.Modules.Referrals.Waiting;

/// <summary>Who waits for a decision: the oldest day first, on one day in the group's own order of how soon. Never by risk.</summary>
[Needs(Permission.TakeReferrals)]
[ShowsPeople]
public sealed class IndexModel(GroupDb db, GroupClock clock, PersonViews shown) : PageModel
{
    private const int PageSize = 100;

    /// <summary>UTC ticks of the last one of the page before.</summary>
    [BindProperty(SupportsGet = true)]
    public long? After { get; set; }

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public long? Next { get; private set; }

    public async Task OnGetAsync()
    {
        var lists = await ReferralLists.ReadAsync(db);
        var dead = db.PeopleWithMerged.Where(p => p.DiedAt != null);
        var waiting = db.Referrals.AsNoTracking().Where(r => r.Outcome == ReferralOutcome.Waiting && !dead.Any(p => p.Id == r.PersonId));
        if (After is > 0 and < 3_000_000_000_000_000_000)
        {
            var after = new DateTime(After.Value, DateTimeKind.Utc);
            waiting = waiting.Where(r => r.ReceivedAt > after);
        }

        var found = await waiting.OrderBy(r => r.ReceivedAt).Take(PageSize + 1)
            .Join(db.PeopleWithMerged, r => r.PersonId, p => p.Id, (r, p) => new { Referral = r, Person = p }).ToListAsync();
        found.Sort((a, b) => a.Referral.ReceivedAt.CompareTo(b.Referral.ReceivedAt));
        Next = found.Count > PageSize ? found[PageSize - 1].Referral.ReceivedAt.Ticks : null;
        await shown.AsPageAsync("referrals", [.. found.Take(PageSize).Select(f => f.Person.Id).Distinct()]);
        Rows = [.. found.Take(PageSize)
            .OrderBy(f => clock.DayOf(f.Referral.ReceivedAt)).ThenBy(f => lists.Place(GroupList.HowSoon, f.Referral.HowSoon)).ThenBy(f => f.Referral.ReceivedAt)
            .Select(f => new Row(
                f.Referral.Id, f.Person.FullName, f.Person.Reference, f.Referral.ReceivedAt, f.Referral.Channel,
                lists.Label(GroupList.ReferringTeam, f.Referral.Team), lists.Label(GroupList.HowSoon, f.Referral.HowSoon)))];
    }

    public sealed record Row(ReferralId Id, string Name, string Reference, DateTime ReceivedAt, Channel Channel, string? Team, string? HowSoon);
}
