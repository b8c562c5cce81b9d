using System.Globalization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Desk;
using SafeSpace.Core.Peers;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure.Security;

namespace SafeSpace.Web.Modules.Peers.SeeRota;

/// <summary>A week of the rota: who is on, and where more are needed.</summary>
[Needs(Permission.SeeRota)]
public sealed class IndexModel(GroupDb db, GroupClock clock, Viewer viewer) : PageModel
{
    private Dictionary<Guid, string> sites = [];

    public Viewer Viewer => viewer;

    public DateOnly First { get; private set; }

    public bool IsThisWeek => First == clock.Today;

    public string Before => Iso(First.AddDays(-7));

    public string After => Iso(First.AddDays(7));

    public bool MayPlan => viewer.May(Permission.PlanShifts);

    public bool MayTake => viewer.May(Permission.LogContacts) && viewer.Id is not null;

    public IReadOnlyList<DayOfRota> Days { get; private set; } = [];

    public IReadOnlyList<RotaShift> Short { get; private set; } = [];

    public string? SiteOf(Shift shift) => shift.SiteId is { } site ? sites.GetValueOrDefault(site) : null;

    /// <param name="from">The first day, as 2026-11-30; anything else is today.</param>
    public async Task OnGetAsync(string? from)
    {
        First = DateOnly.TryParseExact(from, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && Math.Abs(day.DayNumber - clock.Today.DayNumber) < 3660 ? day : clock.Today;
        sites = await db.Sites.AsNoTracking().ToDictionaryAsync(s => s.Id, s => s.Name);
        Short = await Rota.ShortAsync(db, clock, await CoverSettings.ReadAsync(db));
        var shifts = await Rota.ReadAsync(db, clock.StartOf(First), clock.StartOf(First.AddDays(7)));
        Days = [.. shifts.GroupBy(s => clock.DayOf(s.Shift.StartsAt)).OrderBy(g => g.Key).Select(g => new DayOfRota(g.Key, [.. g]))];
    }

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public sealed record DayOfRota(DateOnly Day, IReadOnlyList<RotaShift> Shifts);
}
