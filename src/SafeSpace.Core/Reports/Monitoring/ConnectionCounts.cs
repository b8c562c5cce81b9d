using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Connections;
using SafeSpace.Core.Data;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Reports.Monitoring;

/// <summary>Connections of one month, each by the day on which it happened.</summary>
/// <param name="FirstKept">First appointments that were kept.</param>
/// <param name="MedianDaysToFirst">From asking to the first appointment, of those; null without any.</param>
/// <param name="Outcomes">Of those that ended in the month, by the code of the group's list.</param>
public sealed record ConnectionMonth(Month Month, int Asked, int Taken, int Refused, int FirstKept, decimal? MedianDaysToFirst, int Ended, IReadOnlyDictionary<string, int> Outcomes);

/// <param name="Outcomes">Of those that ended, by the code of the group's list.</param>
/// <param name="Refusals">Of those refused, by the code of the group's list.</param>
public sealed record ConnectionFigures(
    int Asked, int Taken, int Refused, int FirstKept, decimal? MedianDaysToFirst, int Ended,
    IReadOnlyDictionary<string, int> Outcomes, IReadOnlyDictionary<string, int> Refusals, IReadOnlyList<ConnectionMonth> ByMonth)
{
    public static readonly ConnectionFigures None = new(0, 0, 0, 0, null, 0, new Dictionary<string, int>(), new Dictionary<string, int>(), []);

    public bool IsNone => Asked + Taken + Refused + FirstKept + Ended == 0;
}

/// <summary>What connections are counted from: few rows, found by their days.</summary>
internal static class ConnectionRows
{
    public static IQueryable<Connection> Asked(GroupDb db, Month from, Month to)
    {
        var (first, last) = (from.FirstDay, to.LastDay);
        return db.Connections.AsNoTracking().Where(c => c.AskedOn >= first && c.AskedOn <= last);
    }

    public static IQueryable<Connection> Taken(GroupDb db, Month from, Month to) => Answered(db, from, to).Where(c => c.State != ConnectionState.Refused);

    public static IQueryable<Connection> Refused(GroupDb db, Month from, Month to) => Answered(db, from, to).Where(c => c.State == ConnectionState.Refused);

    public static IQueryable<Connection> FirstKept(GroupDb db, Month from, Month to)
    {
        var (first, last) = (from.FirstDay, to.LastDay);
        return db.Connections.AsNoTracking().Where(c => c.FirstKeptOn >= first && c.FirstKeptOn <= last);
    }

    public static IQueryable<Connection> Ended(GroupDb db, Month from, Month to)
    {
        var (first, last) = (from.FirstDay, to.LastDay);
        return db.Connections.AsNoTracking().Where(c => c.State == ConnectionState.Ended && c.EndedOn >= first && c.EndedOn <= last);
    }

    private static IQueryable<Connection> Answered(GroupDb db, Month from, Month to)
    {
        var (first, last) = (from.FirstDay, to.LastDay);
        return db.Connections.AsNoTracking().Where(c => c.AnsweredOn >= first && c.AnsweredOn <= last);
    }
}

internal static class ConnectionCounts
{
    public static async Task<ConnectionFigures> ReadAsync(GroupDb db, Month from, Month to)
    {
        var asked = (await ConnectionRows.Asked(db, from, to).Select(c => c.AskedOn).ToListAsync()).CountBy(Month.Of).ToDictionary();
        var taken = (await ConnectionRows.Taken(db, from, to).Select(c => c.AnsweredOn!.Value).ToListAsync()).CountBy(Month.Of).ToDictionary();
        var refused = await ConnectionRows.Refused(db, from, to).Select(c => new { Day = c.AnsweredOn!.Value, c.RefusedWhy }).ToListAsync();
        var kept = await ConnectionRows.FirstKept(db, from, to).Select(c => new { c.AskedOn, Day = c.FirstKeptOn!.Value }).ToListAsync();
        var ended = await ConnectionRows.Ended(db, from, to).Select(c => new { Day = c.EndedOn!.Value, c.Outcome }).ToListAsync();
        var months = Month.Range(from, to).Select(month =>
        {
            var first = kept.Where(k => Month.Of(k.Day) == month).Select(k => k.Day.DayNumber - k.AskedOn.DayNumber).ToList();
            return new ConnectionMonth(month, asked.GetValueOrDefault(month), taken.GetValueOrDefault(month), refused.Count(r => Month.Of(r.Day) == month), first.Count, Median(first), ended.Count(e => Month.Of(e.Day) == month),
                ended.Where(e => Month.Of(e.Day) == month).CountBy(e => e.Outcome ?? "").ToDictionary());
        }).ToList();
        return new ConnectionFigures(
            asked.Values.Sum(), taken.Values.Sum(), refused.Count, kept.Count, Median([.. kept.Select(k => k.Day.DayNumber - k.AskedOn.DayNumber)]), ended.Count,
            ended.CountBy(e => e.Outcome ?? "").ToDictionary(), refused.CountBy(r => r.RefusedWhy ?? "").ToDictionary(), months);
    }

    private static decimal? Median(List<int> days)
    {
        days.Sort();
        return days.Count == 0 ? null : (days[(days.Count - 1) / 2] + days[days.Count / 2]) / 2m;
    }
}
