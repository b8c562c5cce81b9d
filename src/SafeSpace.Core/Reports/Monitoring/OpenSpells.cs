using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Reports.Monitoring;

/// <summary>
/// How many people have a spell open on a day: opened on or before it, less closed on or before it. A person's spells never overlap
/// (the counting rule sees to that, and <c>verify</c> looks), so open spells are people.
/// </summary>
internal static class OpenSpells
{
    public static async Task<int> OnAsync(GroupDb db, DateOnly day) =>
        await db.SpellDays.Where(d => d.Day <= day).SumAsync(d => d.Opened - d.Closed);

    public static async Task<IReadOnlyDictionary<Month, int>> AtMonthEndsAsync(GroupDb db, IReadOnlyList<Month> months, DateOnly today)
    {
        if (months.Count == 0)
            return new Dictionary<Month, int>();
        var (first, last) = (months[0].FirstDay, months[^1].LastDay < today ? months[^1].LastDay : today);
        var open = await OnAsync(db, first.AddDays(-1));
        var changes = await db.SpellDays.AsNoTracking()
            .Where(d => d.Day >= first && d.Day <= last)
            .GroupBy(d => new { d.Day.Year, d.Day.Month })
            .Select(g => new { g.Key, Change = g.Sum(d => d.Opened - d.Closed) })
            .ToListAsync();
        var byMonth = changes.ToDictionary(c => new Month(c.Key.Year, c.Key.Month), c => c.Change);
        return months.ToDictionary(m => m, m => open += byMonth.GetValueOrDefault(m));
    }
}
