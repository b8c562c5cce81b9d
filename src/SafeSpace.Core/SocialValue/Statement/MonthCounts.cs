using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Community;
using SafeSpace.Core.Data;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.SocialValue;

/// <summary>Works months out from the kept counts and the rates in force. Its cost grows with the months asked for, not with the sign-ins behind them.</summary>
internal sealed class MonthCounts(GroupDb db, GroupClock clock, RateBook rates)
{
    private const int QuietDays = 6;
    private const string Registered = "registered";
    private const string Severe = "severe";

    public async Task<IReadOnlyList<MonthFigures>> WorkAsync(Month from, Month to)
    {
        var counts = await CountsAsync(from, to);
        var began = await BeganAsync();
        var members = await MembersAsync(to);
        var levels = await LevelsAsync(from, to);
        var leaders = await db.LeaderHours.Where(h => h.Month >= from && h.Month <= to && h.TakenBackAt == null)
            .GroupBy(h => h.Month).Select(g => new { g.Key, Leaders = g.Select(h => h.NameKey).Distinct().Count() }).ToDictionaryAsync(g => g.Key, g => g.Leaders);
        var income = await db.Incomes.Where(i => i.Month >= from && i.Month <= to && i.TakenBackAt == null)
            .GroupBy(i => new { i.Month, i.Kind }).Select(g => new { g.Key, Pence = g.Sum(i => i.Pence) }).ToDictionaryAsync(g => (g.Key.Month, g.Key.Kind), g => g.Pence);
        return
        [
            .. Month.Range(from, to).Select(month =>
            {
                var list = levels.LastOrDefault(l => l.Month <= month);
                ValueLine[] lines =
                [
                    .. Lines(counts, month, CountedBook.Hours, ValueComponent.Leadership),
                    .. (list?.Counts ?? []).Select(l => Line(ValueComponent.PeerSupport, l.Key, l.Value, month.LastDay)),
                    .. Lines(counts, month, CountedBook.SignIns, ValueComponent.CentreUse),
                    .. MembersOn(members, month).Select(m => Line(ValueComponent.Membership, m.Key, m.Value, month.LastDay)),
                    .. Lines(counts, month, CountedBook.Crises, ValueComponent.CrisisSupport),
                ];
                var undecided = counts[(month, CountedBook.SignIns)].Where(c => c.Level.Length == 0).Sum(c => c.Count);
                return new MonthFigures
                {
                    Month = month.ToString(),
                    Statutory = Pence(IncomeKind.Statutory),
                    Other = Pence(IncomeKind.Other),
                    Lines = lines,
                    WithoutBook = [.. Enum.GetValues<ValueComponent>().Where(c => !began.HasBook(c, month))],
                    Counts = new ValueCounts(
                        leaders.GetValueOrDefault(month),
                        Whole(lines, ValueComponent.PeerSupport),
                        Whole(lines, ValueComponent.CentreUse) + undecided,
                        Whole(lines, ValueComponent.Membership, Registered),
                        Whole(lines, ValueComponent.CrisisSupport, Severe)),
                    Undecided = undecided,
                    LevelsOf = list?.Month.ToString(),
                    IsPart = IsPart(month, began.FirstSignIn, began.LastSignIn),
                };

                Fraction? Pence(IncomeKind kind) => income.TryGetValue((month, kind), out var pence) ? pence : null;
            }),
        ];
    }

    /// <summary>Begun or ended within, by the days of the book that is written every day; or not over yet.</summary>
    private bool IsPart(Month month, DateOnly? first, DateOnly? last) =>
        month.LastDay >= clock.Today
        || (first is { } f && Month.Of(f) == month && f > month.FirstDay.AddDays(QuietDays))
        || (last is { } l && Month.Of(l) == month && l < month.LastDay.AddDays(-QuietDays));

    private IEnumerable<ValueLine> Lines(ILookup<(Month, CountedBook), Counted> counts, Month month, CountedBook book, ValueComponent component) =>
        counts[(month, book)].Where(c => c.Level.Length > 0 && c.Count != 0)
            .Select(c => Line(component, c.Level, book == CountedBook.Hours ? new Fraction(c.Count, 3600) : c.Count, c.Day))
            .GroupBy(l => (l.Level, l.Pence, l.RateFrom)).Select(g => g.First() with { Count = Fraction.Sum(g.Select(l => l.Count)) })
            .OrderBy(l => l.Level, StringComparer.Ordinal).ThenBy(l => l.RateFrom);

    private ValueLine Line(ValueComponent component, string level, Fraction count, DateOnly day)
    {
        var rate = rates.On(component, level, day);
        return new(component, level, count, rate?.Pence, rate?.From);
    }

    private async Task<ILookup<(Month, CountedBook), Counted>> CountsAsync(Month from, Month to)
    {
        var (first, last) = (from.FirstDay, to.LastDay);
        CountedBook[] books = [CountedBook.Hours, CountedBook.SignIns, CountedBook.Crises];
        var rows = db.BookCounts.Where(c => books.Contains(c.Book) && c.Day >= first && c.Day <= last);
        var counted = rates.ChangesWithin(from, to)
            ? await rows.GroupBy(c => new { c.Book, c.Month, c.Level, c.Day }).Select(g => new Counted(g.Key.Book, g.Key.Month, g.Key.Level, g.Key.Day, g.Sum(c => c.Count))).ToListAsync()
            : await rows.GroupBy(c => new { c.Book, c.Month, c.Level }).Select(g => new Counted(g.Key.Book, g.Key.Month, g.Key.Level, g.Max(c => c.Day), g.Sum(c => c.Count))).ToListAsync();
        return counted.ToLookup(c => (c.Month, c.Book));
    }

    /// <summary>Members who joined and left, month by month from the first one: their running sum is who is there.</summary>
    private async Task<IReadOnlyList<(Month Month, string Network, long Change)>> MembersAsync(Month to)
    {
        var last = to.LastDay;
        CountedBook[] books = [CountedBook.Joined, CountedBook.Left];
        var rows = await db.BookCounts.Where(c => books.Contains(c.Book) && c.Day <= last).GroupBy(c => new { c.Book, c.Month, c.Level })
            .Select(g => new { g.Key, Count = g.Sum(c => c.Count) }).ToListAsync();
        return [.. rows.Select(r => (r.Key.Month, r.Key.Level, r.Key.Book == CountedBook.Left ? -r.Count : r.Count))];
    }

    private static IEnumerable<KeyValuePair<string, long>> MembersOn(IReadOnlyList<(Month Month, string Network, long Change)> changes, Month month) =>
        changes.Where(c => c.Month <= month).GroupBy(c => c.Network).Select(g => KeyValuePair.Create(g.Key, g.Sum(c => c.Change))).Where(n => n.Value != 0).OrderBy(n => n.Key, StringComparer.Ordinal);

    /// <summary>Lists of levels that months of the period go by, the oldest first.</summary>
    private async Task<IReadOnlyList<LevelList>> LevelsAsync(Month from, Month to)
    {
        var first = await db.SupportLevelMonths.Where(m => m.Month <= from).OrderByDescending(m => m.Month).Select(m => (Month?)m.Month).FirstOrDefaultAsync() ?? from;
        var lists = await db.SupportLevelMonths.Where(m => m.Month >= first && m.Month <= to).OrderBy(m => m.Month).Select(m => m.Month).ToListAsync();
        var (start, end) = (first.LastDay, to.LastDay);
        var counts = (await db.BookCounts.Where(c => c.Book == CountedBook.Levels && c.Day >= start && c.Day <= end).GroupBy(c => new { c.Month, c.Level })
            .Select(g => new { g.Key, Count = g.Sum(c => c.Count) }).ToListAsync()).ToLookup(c => c.Key.Month);
        return [.. lists.Select(m => new LevelList(m, [.. counts[m].Where(c => c.Count != 0).OrderBy(c => c.Key.Level, StringComparer.Ordinal).Select(c => KeyValuePair.Create(c.Key.Level, c.Count))]))];
    }

    private async Task<Began> BeganAsync()
    {
        var counts = db.BookCounts;
        return await db.Profile.Select(_ => new Began
        {
            Hours = counts.Where(c => c.Book == CountedBook.Hours).Min(c => (DateOnly?)c.Day),
            Levels = counts.Where(c => c.Book == CountedBook.Levels).Min(c => (DateOnly?)c.Day),
            FirstSignIn = counts.Where(c => c.Book == CountedBook.SignIns).Min(c => (DateOnly?)c.Day),
            LastSignIn = counts.Where(c => c.Book == CountedBook.SignIns).Max(c => (DateOnly?)c.Day),
            Joined = counts.Where(c => c.Book == CountedBook.Joined).Min(c => (DateOnly?)c.Day),
            Crises = counts.Where(c => c.Book == CountedBook.Crises).Min(c => (DateOnly?)c.Day),
        }).SingleAsync();
    }

    private static long Whole(ValueLine[] lines, ValueComponent component, string? level = null) =>
        (long)Rounding.HalfUp(Fraction.Sum(lines.Where(l => l.Component == component && (level is null || l.Level == level)).Select(l => l.Count)));

    private sealed record Counted(CountedBook Book, Month Month, string Level, DateOnly Day, long Count);

    private sealed record LevelList(Month Month, IReadOnlyList<KeyValuePair<string, long>> Counts);

    private sealed class Began
    {
        public DateOnly? Hours { get; init; }

        public DateOnly? Levels { get; init; }

        public DateOnly? FirstSignIn { get; init; }

        public DateOnly? LastSignIn { get; init; }

        public DateOnly? Joined { get; init; }

        public DateOnly? Crises { get; init; }

        public bool HasBook(ValueComponent component, Month month) => (component switch
        {
            ValueComponent.Leadership => Hours,
            ValueComponent.PeerSupport => Levels,
            ValueComponent.CentreUse => FirstSignIn,
            ValueComponent.Membership => Joined,
            _ => Crises,
        }) is { } first && first <= month.LastDay;
    }
}
