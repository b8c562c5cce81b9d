using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.Peers;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Desk;

/// <summary>Makes the rota's shifts from the opening hours. Asked again, it makes only what is missing.</summary>
public sealed class ShiftsFromHours(GroupStore store)
{
    /// <summary>At most so many days at once.</summary>
    public const int MostDays = 92;

    private const int Quarter = 15;

    /// <param name="from">The first day; what is over by now is left out.</param>
    /// <param name="least">How many peers each takes.</param>
    /// <param name="longestHours">Longer openings are parted into shifts of one length; null leaves them whole.</param>
    /// <returns>How many were made; null when nobody said when the group is open.</returns>
    public Task<int?> MakeAsync(DateOnly from, DateOnly to, int least, int? longestHours, Actor by) => store.Write<int?>("ShiftsMadeFromHours", by, async unit =>
    {
        await unit.AloneAsync();
        var sites = await unit.Db.Sites.Where(s => s.EndedAt == null).Select(s => (Guid?)s.Id).ToListAsync();
        if (sites.Count == 0)
            sites.Add(null);
        var (first, last) = (unit.Clock.StartOf(from.AddDays(-1)), unit.Clock.StartOf(to.AddDays(3)));
        var there = await unit.Db.Shifts.AsNoTracking().Where(s => s.EndsAt > first && s.EndsAt < last).ToListAsync();
        var (made, any) = (0, false);
        foreach (var site in sites)
        {
            var calendar = await OpeningCalendar.ReadAsync(unit.Db, unit.Clock, site);
            any |= calendar.IsSet;
            for (var day = from; day <= to && day.DayNumber - from.DayNumber < MostDays; day = day.AddDays(1))
            {
                foreach (var (starts, ends) in (calendar.Of(day) ?? []).SelectMany(s => Parts(calendar.Moments(day, s), longestHours)))
                {
                    // One that was called off stays so: it is not made anew beside itself.
                    if (ends <= unit.Now || there.Any(s => s.SiteId == site && s.StartsAt < ends && s.EndsAt > starts))
                        continue;
                    unit.Db.Shifts.Add(new Shift { Id = Ids.New(), SiteId = site, StartsAt = starts, EndsAt = ends, LeastPeers = least });
                    made++;
                }
            }
        }

        return any ? made : null;
    });

    private static IEnumerable<(DateTime Starts, DateTime Ends)> Parts((DateTime From, DateTime To) opening, int? longestHours)
    {
        var minutes = (int)(opening.To - opening.From).TotalMinutes;
        if (minutes <= 0)
            yield break;
        var parts = longestHours is { } hours ? Math.Max(1, (int)Math.Ceiling(minutes / (hours * 60.0))) : 1;
        var starts = opening.From;
        for (var part = 1; part <= parts; part++)
        {
            var ends = part == parts ? opening.To : opening.From.AddMinutes(minutes * part / parts / Quarter * Quarter);
            if (ends > starts)
                yield return (starts, ends);
            starts = ends;
        }
    }
}
