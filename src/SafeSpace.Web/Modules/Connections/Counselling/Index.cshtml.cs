using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Connections;
using SafeSpace.Core.Connections.Counselling;
using SafeSpace.Core.FollowUp;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Modules.Connections.Shared;
using SafeSpace.Web.Modules.Register.Shared;

namespace SafeSpace.Web.Modules.Connections.Counselling;

/// <summary>The counselling clock: who waits for a first slot, what is offered, what was too late and why; counsellors and their slots.</summary>
[Needs(Permission.KeepCounselling)]
[ShowsPeople]
public sealed class IndexModel(DoorTools tools, CounsellingService counselling) : PageModel
{
    private const int MonthsShown = 12;

    public int WorkingDays { get; private set; }

    public IReadOnlyList<WaitingRow> Waiting { get; private set; } = [];

    public IReadOnlyList<OfferedRow> Offered { get; private set; } = [];

    public IReadOnlyList<ClockMonth> Months { get; private set; } = [];

    public IReadOnlyList<(string Why, int Count)> Whys { get; private set; } = [];

    /// <summary>Too late, and nobody said why: not offered yet, or they stopped waiting.</summary>
    public int Unsaid { get; private set; }

    public IReadOnlyList<CounsellorRow> Counsellors { get; private set; } = [];

    public async Task OnGetAsync()
    {
        var (db, clock) = (tools.Db, tools.Clock);
        WorkingDays = (await CounsellingClock.RulesAsync(db)).WorkingDays;
        var seen = db.PeopleSeenBy(tools.Viewer).Where(p => p.DiedAt == null);
        var open = await db.Connections.AsNoTracking().Where(c => c.OfferDueOn != null && (c.State == ConnectionState.Asked || c.State == ConnectionState.Sent || c.State == ConnectionState.Taken))
            .Join(seen, c => c.PersonId, p => p.Id, (c, p) => new { Connection = c, Person = p }).ToListAsync();
        Waiting =
        [
            .. open.Where(r => r.Connection.FirstOfferedAt is null).OrderBy(r => r.Connection.OfferDueOn).ThenBy(r => r.Connection.AskedAt)
                .Select(r => new WaitingRow(r.Connection.Id, PersonNames.Whole(tools.Texts, r.Person), r.Connection.AskedOn, r.Connection.OfferDueOn!.Value, r.Connection.IsTooLate(clock.Today), r.Connection.PartnerName)),
        ];
        var names = open.ToDictionary(r => r.Connection.Id, r => PersonNames.Whole(tools.Texts, r.Person));
        var ids = names.Keys.ToList();
        var now = clock.Now;
        var slots = await db.CounsellingSlots.AsNoTracking().Where(s => s.StartsAt > now && s.TakenBackAt == null).ToListAsync();
        var counsellors = await db.Counsellors.AsNoTracking().ToListAsync();
        var offered = await db.Appointments.AsNoTracking().Where(a => ids.Contains(a.ConnectionId) && a.State == AppointmentState.Offered).OrderBy(a => a.At).ToListAsync();
        var held = offered.Select(a => a.SlotId).OfType<Guid>().ToList();
        var with = await db.CounsellingSlots.AsNoTracking().Where(s => held.Contains(s.Id)).ToDictionaryAsync(s => s.Id, s => s.CounsellorId);
        Offered =
        [
            .. offered.Select(a => new OfferedRow(a.Id, a.ConnectionId, names[a.ConnectionId], a.At, a.SlotId is { } slot ? counsellors.Find(c => c.Id == with.GetValueOrDefault(slot))?.Name : null, a.At <= now)),
        ];
        await tools.Shown.AsPageAsync("counselling", [.. open.Select(r => r.Person.Id).Distinct()]);
        Counsellors =
        [
            .. counsellors.Where(c => c.EndedAt is null).OrderBy(c => c.Name, StringComparer.CurrentCultureIgnoreCase).Select(c => new CounsellorRow(c.Id, c.Name, c.Student,
                [.. slots.Where(s => s.CounsellorId == c.Id && s.AppointmentId is null).OrderBy(s => s.StartsAt).Select(s => new SlotRow(s.Id, FreeSlots.Said(tools, s.StartsAt)))],
                slots.Count(s => s.CounsellorId == c.Id && s.AppointmentId is not null))),
        ];
        var from = Month.Of(clock.Today.AddMonths(1 - MonthsShown));
        var months = await ClockMonths.ReadAsync(db, from, clock.Today);
        Months = [.. months.SkipWhile(m => m.Asked == 0 && m != months[^1])];
        var labels = await ListLabels.LoadAsync(db, GroupList.LateWhy);
        var since = from.FirstDay;
        Whys = [.. (await db.Connections.Where(c => c.AskedOn >= since && c.LateWhy != null).GroupBy(c => c.LateWhy).Select(g => new { g.Key, Count = g.Count() }).ToListAsync())
            .OrderByDescending(w => w.Count).Select(w => (labels.Of(GroupList.LateWhy, w.Key) ?? "", w.Count))];
        Unsaid = months.Sum(m => m.Late) - Whys.Sum(w => w.Count);
    }

    public async Task<IActionResult> OnPostTakeBackAsync(Guid slot) => Saved(await counselling.TakeBackAsync(slot, tools.Viewer.Actor));

    public async Task<IActionResult> OnPostEndAsync(Guid counsellor) => Saved(await counselling.EndAsync(counsellor, tools.Viewer.Actor));

    private IActionResult Saved(bool done)
    {
        if (!done)
            return NotFound();
        this.MarkSaved(tools.Clock.Now);
        return LocalRedirect(Url.Content("~/counselling"));
    }

    public sealed record WaitingRow(Guid Id, string Name, DateOnly Asked, DateOnly Due, bool Late, string Door);

    /// <param name="Over">Its time has come: how was it?</param>
    public sealed record OfferedRow(Guid Id, Guid Connection, string Name, DateTime At, string? With, bool Over);

    public sealed record CounsellorRow(Guid Id, string Name, bool Student, IReadOnlyList<SlotRow> Free, int Taken);

    public sealed record SlotRow(Guid Id, string Said);
}
