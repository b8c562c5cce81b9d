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
        var lists = counts.Where(g => g.Key.Item2 == Counted.List).Select(g => g.Key.Item1).Order().ToList();
        return
        [
            .. Month.Range(from, to).Select(month =>
            {
                Month? list = lists.Where(m => m <= month).Select(m => (Month?)m).LastOrDefault();
                ValueLine[] lines =
                [
                    .. Lines(counts, month, CountedBook.Hours, ValueComponent.Leadership),
                    .. OnTheList(counts, list).Select(l => Line(ValueComponent.PeerSupport, l.Level, l.Count, month.LastDay)),
                    .. Lines(counts, month, CountedBook.SignIns, ValueComponent.CentreUse),
                    .. MembersOn(counts, month).Select(m => Line(ValueComponent.Membership, m.Key, m.Value, month.LastDay)),
                    .. Lines(counts, month, CountedBook.Crises, ValueComponent.CrisisSupport),
                ];
                var undecided = counts[(month, (int)CountedBook.SignIns)].Where(c => c.Level.Length == 0).Sum(c => c.Count);
                return new MonthFigures
                {
                    Month = month.ToString(),
                    Statutory = Pence(IncomeKind.Statutory),
                    Other = Pence(IncomeKind.Other),
                    Lines = lines,
                    WithoutBook = [.. Enum.GetValues<ValueComponent>().Where(c => !IsWritten(c, month))],
                    Counts = new ValueCounts(
                        (int)counts[(month, Counted.Leaders)].Sum(c => c.Count),
                        Whole(lines, ValueComponent.PeerSupport),
                        Whole(lines, ValueComponent.CentreUse) + undecided,
                        Whole(lines, ValueComponent.Membership, Registered),
                        Whole(lines, ValueComponent.CrisisSupport, Severe)),
                    Undecided = undecided,
                    LevelsOf = list?.ToString(),
                    IsPart = IsPart(month, began.FirstSignIn, began.LastSignIn),
                };

                // Of hours, sign-ins and crises a month without a line is one nobody wrote down; levels and members are carried forward.
                bool IsWritten(ValueComponent component, Month of) => component switch
                {
                    ValueComponent.Leadership => HasLines(CountedBook.Hours, of),
                    ValueComponent.CentreUse => HasLines(CountedBook.SignIns, of),
                    ValueComponent.CrisisSupport => HasLines(CountedBook.Crises, of),
                    ValueComponent.PeerSupport => began.Levels is { } listed && listed <= of.LastDay,
                    _ => began.Joined is { } joined && joined <= of.LastDay,
                };

                bool HasLines(CountedBook book, Month of) => counts[(of, (int)book)].Any(c => c.Count != 0);

                Fraction? Pence(IncomeKind kind) => counts[(month, kind == IncomeKind.Statutory ? Counted.Statutory : Counted.Other)].Select(c => (Fraction?)c.Count).FirstOrDefault();
            }),
        ];
    }

    /// <summary>Begun or ended within, by the days of the book that is written every day; or not over yet.</summary>
    private bool IsPart(Month month, DateOnly? first, DateOnly? last) =>
        month.LastDay >= clock.Today
        || (first is { } f && Month.Of(f) == month && f > month.FirstDay.AddDays(QuietDays))
        || (last is { } l && Month.Of(l) == month && l < month.LastDay.AddDays(-QuietDays));

    private IEnumerable<ValueLine> Lines(ILookup<(Month, int), Counted> counts, Month month, CountedBook book, ValueComponent component) =>
        counts[(month, (int)book)].Where(c => c.Level.Length > 0 && c.Count != 0)
            .Select(c => Line(component, c.Level, book == CountedBook.Hours ? new Fraction(c.Count, 3600) : c.Count, c.Day))
            .GroupBy(l => (l.Level, l.Pence, l.RateFrom)).Select(g => g.First() with { Count = Fraction.Sum(g.Select(l => l.Count)) })
            .OrderBy(l => l.Level, StringComparer.Ordinal).ThenBy(l => l.RateFrom);

    private ValueLine Line(ValueComponent component, string level, Fraction count, DateOnly day)
    {
        var rate = rates.On(component, level, day);
        return new(component, level, count, rate?.Pence, rate?.From);
    }

    /// <summary>
    /// Everything in one question, because each one asked costs as much as what it answers: what happened in the months, by the day where a rate changes
    /// within one; every member who ever joined and left; the lists of levels from the one the first month goes by; leaders and income.
    /// </summary>
    private async Task<ILookup<(Month, int), Counted>> CountsAsync(Month from, Month to)
    {
        var (first, last, byDay) = (from.FirstDay, to.LastDay, rates.ChangesWithin(from, to));
        var (counts, lists) = (db.BookCounts, db.SupportLevelMonths);
        var stands = lists.Where(m => m.Month <= to && (m.Month >= from || m.Month == lists.Where(b => b.Month <= from).Max(b => b.Month)));
        var income = db.Incomes.Where(i => i.Month >= from && i.Month <= to && i.TakenBackAt == null);
        var rows = await Happened(CountedBook.Hours).Concat(Happened(CountedBook.SignIns)).Concat(Happened(CountedBook.Crises))
            .Concat(Sums(CountedBook.Joined, counts.Where(c => c.Day <= last))).Concat(Sums(CountedBook.Left, counts.Where(c => c.Day <= last)))
            .Concat(Sums(CountedBook.Levels, counts.Where(c => c.Day <= last && stands.Any(m => m.Month == c.Month))))
            .Concat(stands.Select(m => new Row { Of = Counted.List, Month = m.Month, Level = "", Day = last, Count = 0 }))
            .Concat(db.LeaderHours.Where(h => h.Month >= from && h.Month <= to && h.TakenBackAt == null).GroupBy(h => h.Month)
                .Select(g => new Row { Of = Counted.Leaders, Month = g.Key, Level = "", Day = last, Count = g.Select(h => h.NameKey).Distinct().LongCount() }))
            .Concat(Income(IncomeKind.Statutory, Counted.Statutory)).Concat(Income(IncomeKind.Other, Counted.Other))
            .ToListAsync();
        return rows.Select(r => new Counted(r.Of, r.Level, r.Day, r.Count, r.Month)).ToLookup(c => (c.Month, c.Of));

        IQueryable<Row> Happened(CountedBook book)
        {
            var of = (int)book;
            var within = counts.Where(c => c.Day >= first && c.Day <= last);
            return byDay
                ? within.Where(c => c.Book == book).GroupBy(c => new { c.Month, c.Level, c.Day }).Select(g => new Row { Of = of, Month = g.Key.Month, Level = g.Key.Level, Day = g.Key.Day, Count = g.Sum(c => c.Count) })
                : Sums(book, within);
        }

        IQueryable<Row> Sums(CountedBook book, IQueryable<BookCount> of)
        {
            var number = (int)book;
            return of.Where(c => c.Book == book).GroupBy(c => new { c.Month, c.Level }).Select(g => new Row { Of = number, Month = g.Key.Month, Level = g.Key.Level, Day = g.Max(c => c.Day), Count = g.Sum(c => c.Count) });
        }

        IQueryable<Row> Income(IncomeKind kind, int of) =>
            income.Where(i => i.Kind == kind).GroupBy(i => i.Month).Select(g => new Row { Of = of, Month = g.Key, Level = "", Day = last, Count = g.Sum(i => i.Pence) });
    }

    private static IEnumerable<Counted> OnTheList(ILookup<(Month, int), Counted> counts, Month? list) =>
        list is not { } month ? [] : counts[(month, (int)CountedBook.Levels)].Where(c => c.Count != 0).OrderBy(c => c.Level, StringComparer.Ordinal);

    /// <summary>Who joined and did not leave, by network: the running sum of all months so far.</summary>
    private static IEnumerable<KeyValuePair<string, long>> MembersOn(ILookup<(Month Month, int Of), Counted> counts, Month month) =>
        counts.Where(g => g.Key.Of is (int)CountedBook.Joined or (int)CountedBook.Left && g.Key.Month <= month).SelectMany(g => g).GroupBy(c => c.Level)
            .Select(g => KeyValuePair.Create(g.Key, g.Sum(c => c.Of == (int)CountedBook.Left ? -c.Count : c.Count))).Where(n => n.Value != 0).OrderBy(n => n.Key, StringComparer.Ordinal);

    private async Task<Began> BeganAsync()
    {
        var counts = db.BookCounts;
        return await db.Profile.Select(_ => new Began
        {
            Levels = counts.Where(c => c.Book == CountedBook.Levels).Min(c => (DateOnly?)c.Day),
            FirstSignIn = counts.Where(c => c.Book == CountedBook.SignIns).Min(c => (DateOnly?)c.Day),
            LastSignIn = counts.Where(c => c.Book == CountedBook.SignIns).Max(c => (DateOnly?)c.Day),
            Joined = counts.Where(c => c.Book == CountedBook.Joined).Min(c => (DateOnly?)c.Day),
        }).SingleAsync();
    }

    private static long Whole(ValueLine[] lines, ValueComponent component, string? level = null) =>
        (long)Rounding.HalfUp(Fraction.Sum(lines.Where(l => l.Component == component && (level is null || l.Level == level)).Select(l => l.Count)));

    /// <param name="Of">A counted book, or one of the numbers below.</param>
    private sealed record Counted(int Of, string Level, DateOnly Day, long Count, Month Month)
    {
        public const int List = 100;
        public const int Leaders = 101;
        public const int Statutory = 102;
        public const int Other = 103;
    }

    private sealed class Row
    {
        public int Of { get; init; }

        public Month Month { get; init; }

        public string Level { get; init; } = "";

        public DateOnly Day { get; init; }

        public long Count { get; init; }
    }

    private sealed class Began
    {
        public DateOnly? Levels { get; init; }

        public DateOnly? FirstSignIn { get; init; }

        public DateOnly? LastSignIn { get; init; }

        public DateOnly? Joined { get; init; }
    }
}
