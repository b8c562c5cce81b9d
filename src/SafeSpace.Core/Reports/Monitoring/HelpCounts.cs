using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.Help;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Reports.Monitoring;

/// <summary>Practical help that was given: how many things, to how many people, and what they were worth, less what came back. Whole pence.</summary>
public record HelpSum(int Items, int People, long ValuePence);

/// <param name="Item">The code of the group's list.</param>
/// <param name="Name">The group's word for it.</param>
public sealed record HelpItemSum(string Item, string Name, int Items, int People, long ValuePence) : HelpSum(Items, People, ValuePence);

/// <summary>Of the period. People of the months do not add up to the people of the period: somebody helped in two months is one person.</summary>
public sealed record HelpFigures(int Items, int People, long ValuePence, IReadOnlyDictionary<Month, HelpSum> ByMonth, IReadOnlyList<HelpItemSum> ByItem) : HelpSum(Items, People, ValuePence);

internal static class HelpCounts
{
    /// <summary>What was given on a day of the period; what is promised, called off or a mistake is not.</summary>
    public static IQueryable<HelpGiven> Of(GroupDb db, Month from, Month to)
    {
        var (first, last) = (from.FirstDay, to.LastDay);
        return db.HelpGiven.AsNoTracking().Where(h => h.State == HelpState.Given && h.Day >= first && h.Day <= last);
    }

    /// <summary>Reads the period's rows by their day: a group gives some hundred things in a month.</summary>
    public static async Task<HelpFigures> ReadAsync(GroupDb db, IReadOnlyList<Month> months)
    {
        var rows = months.Count == 0 ? [] : await Of(db, months[0], months[^1]).Select(h => new Row(h.PersonId, h.Item, h.Day, h.Pence - h.CameBackPence)).ToListAsync();
        var names = rows.Count == 0 ? [] : await db.SupportItems.AsNoTracking().OrderBy(i => i.Position).Select(i => new { i.Code, i.Label }).ToListAsync();
        var byItem = rows.ToLookup(r => r.Item);
        var all = Sum(rows);
        return new HelpFigures(
            all.Items, all.People, all.ValuePence,
            months.ToDictionary(m => m, m => Sum([.. rows.Where(r => Month.Of(r.Day) == m)])),
            [.. names.Where(n => byItem.Contains(n.Code)).Select(n => (n, Sum: Sum([.. byItem[n.Code]]))).Select(i => new HelpItemSum(i.n.Code, i.n.Label, i.Sum.Items, i.Sum.People, i.Sum.ValuePence))]);
    }

    private static HelpSum Sum(IReadOnlyCollection<Row> rows) => new(rows.Count, rows.Select(r => r.Person).Distinct().Count(), rows.Sum(r => r.Pence));

    private sealed record Row(PersonId Person, string Item, DateOnly Day, long Pence);
}
