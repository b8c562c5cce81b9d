using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Connections.Counselling;

/// <summary>First slots of one month, by the month in which they were asked for. In time, too late and waiting add up to asked, less what was refused or ended before its day.</summary>
/// <param name="Late">Offered too late, or not offered though the day is over: also of who stopped waiting after it.</param>
/// <param name="Hours">The middle of the hours from asking to the first offer, as they passed, whatever the clock on the wall did; null when nothing was offered.</param>
public sealed record ClockMonth(Month Month, int Asked, int InTime, int Late, int Waiting, double? Hours);

public static class ClockMonths
{
    public static async Task<IReadOnlyList<ClockMonth>> ReadAsync(GroupDb db, Month from, DateOnly today)
    {
        var (first, last) = (from.FirstDay, Month.Of(today).LastDay);
        var rows = (await db.Connections.AsNoTracking().Where(c => c.OfferDueOn != null && c.AskedOn >= first && c.AskedOn <= last).ToListAsync()).ToLookup(c => Month.Of(c.AskedOn));
        return [.. Month.Range(from, Month.Of(today)).Select(month => Of(month, [.. rows[month]], today))];
    }

    private static ClockMonth Of(Month month, List<Connection> rows, DateOnly today)
    {
        var late = rows.Count(c => c.IsTooLate(today));
        var inTime = rows.Count(c => c.FirstOfferedOn <= c.OfferDueOn);
        var hours = rows.Where(c => c.FirstOfferedAt is not null).Select(c => (c.FirstOfferedAt!.Value - c.AskedAt).TotalHours).Order().ToList();
        return new ClockMonth(month, rows.Count, inTime, late, rows.Count(c => c is { IsOpen: true, FirstOfferedOn: null } && !c.IsTooLate(today)),
            hours.Count == 0 ? null : (hours[(hours.Count - 1) / 2] + hours[hours.Count / 2]) / 2);
    }
}
