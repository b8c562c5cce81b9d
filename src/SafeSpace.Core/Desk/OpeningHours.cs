using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Desk;

/// <summary>Changes when a group is open. Nothing is wiped: what was a mistake is taken back.</summary>
public sealed class OpeningHours(GroupStore store)
{
    /// <summary>A week from a day on; in place of one that began on that very day.</summary>
    /// <param name="seen">The version of the newest plan when the form was filled in; null when there was none.</param>
    /// <param name="site">Whose week; null is the whole group's.</param>
    /// <exception cref="StaleVersionException">Somebody else changed the plans meanwhile.</exception>
    public Task SetAsync(DateOnly from, OpeningWeek week, Guid? seen, Actor by, Guid? site = null) => store.Write("OpeningHoursSet", by, async unit =>
    {
        var plans = await unit.Db.OpeningPlans.Where(p => p.TakenBackAt == null && p.SiteId == site).OrderByDescending(p => p.From).ToListAsync();
        if (plans.FirstOrDefault()?.Version != seen)
            throw new StaleVersionException();
        if (plans.SingleOrDefault(p => p.From == from) is { } same)
            same.Week = week.ToText();
        else
            unit.Db.OpeningPlans.Add(new OpeningPlan { Id = Ids.New(), SiteId = site, From = from, Week = week.ToText() });
    });

    /// <returns>False when there is no such plan.</returns>
    public Task<bool> TakeBackPlanAsync(Guid id, Actor by) => store.Write("OpeningHoursTakenBack", by, async unit =>
    {
        if (await unit.Db.OpeningPlans.FindAsync(id) is not { } plan)
            return false;
        plan.TakenBackAt ??= unit.Now;
        return true;
    });

    /// <summary>Shut on a day. Saying so twice changes nothing but the reason.</summary>
    public Task CloseAsync(DateOnly day, string? why, Actor by, Guid? site = null) => store.Write("DayClosed", by, async unit =>
    {
        var closed = await unit.Db.ClosedDays.FirstOrDefaultAsync(d => d.Day == day && d.SiteId == site && d.TakenBackAt == null);
        if (closed is null)
            unit.Db.ClosedDays.Add(closed = new ClosedDay { Id = Ids.New(), SiteId = site, Day = day });
        closed.Why = string.IsNullOrWhiteSpace(why) ? closed.Why : why.Trim();
    });

    /// <returns>False when there is no such day.</returns>
    public Task<bool> OpenAgainAsync(Guid id, Actor by) => store.Write("DayOpenedAgain", by, async unit =>
    {
        if (await unit.Db.ClosedDays.FindAsync(id) is not { } closed)
            return false;
        closed.TakenBackAt ??= unit.Now;
        return true;
    });
}
