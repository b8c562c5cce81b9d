using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.SocialValue;

/// <summary>The value statement of a period: a column for each month, then the mean and the full year. Closed months say what they said when they were closed.</summary>
public sealed class ValueReport
{
    private const int MonthsInAYear = 12;

    private readonly ConcurrentDictionary<string, Fraction?> means = new();

    public ValueReport(IReadOnlyList<MonthFigures> months)
    {
        Months = months;
        Used = [.. months.Where(m => !m.IsPart)];
    }

    public IReadOnlyList<MonthFigures> Months { get; }

    /// <summary>Whole months: what the mean and the full year are made of.</summary>
    public IReadOnlyList<MonthFigures> Used { get; }

    public IReadOnlyList<MonthFigures> PartMonths => [.. Months.Where(m => m.IsPart)];

    public Month From => Months[0].When;

    public Month To => Months[^1].When;

    public static async Task<ValueReport> WorkAsync(GroupDb db, GroupClock clock, Month from, Month to)
    {
        var closed = await ClosedMonths.FiguresAsync(db, from, to);
        var open = Month.Range(from, to).Where(m => !closed.ContainsKey(m)).ToList();
        var live = open.Count == 0 ? [] : (await new MonthCounts(db, clock, await RateBook.ReadAsync(db)).WorkAsync(open[0], open[^1])).ToDictionary(m => m.When);
        return new([.. Month.Range(from, to).Select(m => closed.GetValueOrDefault(m) ?? live[m])]);
    }

    /// <summary>The mean of the whole months, in pence, exact; null where one of them lacks the cell.</summary>
    public Fraction? Mean(string cell) => means.GetOrAdd(cell, WorkMean);

    private Fraction? WorkMean(string cell)
    {
        var values = Used.Select(m => m.Cell(cell)).ToList();
        return values.Count == 0 || values.Contains(null) ? null : Fraction.Sum(values.Select(v => v!.Value)) / values.Count;
    }

    /// <summary>Twelve times the mean, not rounded in between.</summary>
    public Fraction? FullYear(string cell) => Mean(cell) * MonthsInAYear;

    /// <summary>Other income for each pound of statutory income.</summary>
    public static Fraction? FinancialReturn(Func<string, Fraction?> cell) => Over(cell("other"), cell("statutory"));

    /// <summary>Statutory income as a part of the social return.</summary>
    public static Fraction? Cost(Func<string, Fraction?> cell) => Over(cell("statutory"), cell("total_social_return"));

    /// <summary>Full-year social return for each pound of full-year statutory income: the published figure.</summary>
    public Fraction? PerPound => Over(FullYear("total_social_return"), FullYear("statutory"));

    internal static Fraction? Over(Fraction? over, Fraction? under) => over is { } a && under is { IsZero: false } b ? a / b : null;
}

/// <summary>Months that are closed, and what they said.</summary>
public static class ClosedMonths
{
    /// <summary>The figures of each closed month of a period.</summary>
    public static async Task<IReadOnlyDictionary<Month, MonthFigures>> FiguresAsync(GroupDb db, Month from, Month to) =>
        (await db.MonthClosings.AsNoTracking().Where(c => c.Month >= from && c.Month <= to && c.ReopenedAt == null).ToListAsync())
            .ToDictionary(c => c.Month, c => MonthFigures.FromJson(c.Figures) with { IsClosed = true });

    public static async Task<IReadOnlySet<Month>> AllAsync(GroupDb db) =>
        (await db.MonthClosings.Where(c => c.ReopenedAt == null).Select(c => c.Month).ToListAsync()).ToHashSet();

    public static Task<bool> IsClosedAsync(GroupDb db, Month month) => db.MonthClosings.AnyAsync(c => c.Month == month && c.ReopenedAt == null);
}
