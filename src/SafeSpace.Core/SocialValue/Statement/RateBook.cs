using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.SocialValue;

/// <summary>Something about a rate that a person should look at.</summary>
public enum RateFaultKind
{
    /// <summary>Between two rates there are days without one.</summary>
    Gap,

    /// <summary>Two rates hold on one day: the later one counts.</summary>
    Overlap,

    /// <summary>It begins in a month that is closed: that month's statement stands.</summary>
    InClosedMonth,
}

public sealed record RateFault(RateFaultKind Kind, Rate Rate, DateOnly From, DateOnly To);

/// <summary>All agreed rates: which one is in force on a day.</summary>
public sealed class RateBook
{
    private readonly Dictionary<(ValueComponent, string), Rate[]> rates;

    public RateBook(IEnumerable<Rate> all) =>
        rates = all.Where(r => r.TakenBackAt is null).GroupBy(r => (r.Component, r.Level)).ToDictionary(g => g.Key, g => g.OrderBy(r => r.From).ToArray());

    public static async Task<RateBook> ReadAsync(GroupDb db) => new(await db.Rates.AsNoTracking().Where(r => r.TakenBackAt == null).ToListAsync());

    /// <summary>The rate in force on a day; of two that overlap, the later one. Null where none is agreed.</summary>
    public Rate? On(ValueComponent component, string level, DateOnly day) =>
        rates.GetValueOrDefault((component, level))?.LastOrDefault(r => r.From <= day && (r.Until is null || r.Until >= day));

    /// <summary>Some rate begins or ends inside a month, between its days: then the month is counted day by day.</summary>
    public bool ChangesWithin(Month from, Month to) =>
        rates.Values.SelectMany(r => r).SelectMany(r => new[] { r.From, r.Until < to.LastDay ? r.Until?.AddDays(1) : null }).OfType<DateOnly>().Any(d => d > from.FirstDay && d <= to.LastDay && d.Day > 1);

    /// <summary>Gaps and overlaps, and rates that begin in a closed month.</summary>
    public IReadOnlyList<RateFault> Faults(IReadOnlySet<Month> closed)
    {
        var faults = new List<RateFault>();
        foreach (var (before, after) in rates.Values.SelectMany(r => r.Zip(r.Skip(1))))
        {
            if (before.Until is not { } until)
                continue;
            if (until < after.From.AddDays(-1))
                faults.Add(new(RateFaultKind.Gap, before, until.AddDays(1), after.From.AddDays(-1)));
            else if (until >= after.From)
                faults.Add(new(RateFaultKind.Overlap, before, after.From, until));
        }

        faults.AddRange(rates.Values.SelectMany(r => r.Skip(1)).Where(r => closed.Contains(Month.Of(r.From)))
            .Select(r => new RateFault(RateFaultKind.InClosedMonth, r, r.From, Month.Of(r.From).LastDay)));
        return faults;
    }
}
