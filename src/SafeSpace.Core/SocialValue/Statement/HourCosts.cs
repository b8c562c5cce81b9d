using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.Diary;
using SafeSpace.Core.Reports;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.SocialValue;

/// <summary>What a year cost and gave, in hours: each hour's cost, and how many full-time people it would have taken.</summary>
/// <param name="Months">Whole months of the year whose income and leaders' hours are written down: those were counted.</param>
/// <param name="ContactHours">Answered calls, visits and video of the diary, where somebody noted how long.</param>
/// <param name="GivenHours">Support members gave one another; null while it is not counted.</param>
public sealed record YearOfHours(string Year, IReadOnlyList<Month> Months, Fraction LedHours, Fraction ContactHours, Fraction? GivenHours, Fraction? Income, Fraction? Statutory, Fraction? Return, int HoursAYear)
{
    /// <summary>All hours that are counted. Leaders may have written hours of calls too: what is in both is in here twice, and the page says so.</summary>
    public Fraction Hours => LedHours + ContactHours + (GivenHours ?? Fraction.Zero);

    /// <summary>Pence of all income for each hour.</summary>
    public Fraction? CostOfAnHour => ValueReport.Over(Income, Hours);

    /// <summary>People in full-time work who give as many hours in so many months.</summary>
    public Fraction? FullTime => Months.Count == 0 ? null : ValueReport.Over(Hours, new Fraction((long)HoursAYear * Months.Count, 12));

    public Fraction? PerPound => ValueReport.Over(Return, Statutory);
}

/// <summary>Works out years of hours. A year runs from April to March, as the public purse counts.</summary>
public static class HourCosts
{
    private const int FirstMonth = 4;

    public static async Task<IReadOnlyList<YearOfHours>> WorkAsync(GroupDb db, GroupClock clock, Month from, Month to)
    {
        var settings = await SupportGivenService.SettingsAsync(db);
        var report = await ValueReport.WorkAsync(db, clock, from, to);
        ContactKind[] answered = [.. Enum.GetValues<ContactKind>().Where(k => k.HasLength())];
        var minutes = await db.ContactMonths.Where(m => m.Month >= from && m.Month <= to && answered.Contains(m.Kind)).GroupBy(m => m.Month)
            .Select(g => new { g.Key, Minutes = g.Sum(m => m.Minutes) }).ToDictionaryAsync(g => g.Key, g => g.Minutes);
        var given = await db.SupportGiven.Where(s => s.Month >= from && s.Month <= to && s.SampleWeek == null).GroupBy(s => s.Month)
            .Select(g => new { g.Key, Seconds = g.Sum(s => (long)s.Seconds) }).ToDictionaryAsync(g => g.Key, g => g.Seconds);
        return
        [
            .. report.Used.Where(m => m.TotalIncome is not null && !m.WithoutBook.Contains(ValueComponent.Leadership)).GroupBy(m => m.When.Number >= FirstMonth ? m.When.Year : m.When.Year - 1).OrderByDescending(g => g.Key).Select(year => new YearOfHours(
                $"{year.Key}/{(year.Key + 1) % 100:00}",
                [.. year.Select(m => m.When)],
                Fraction.Sum(year.SelectMany(m => m.Lines).Where(l => l.Component == ValueComponent.Leadership).Select(l => l.Count)),
                new Fraction(year.Sum(m => minutes.GetValueOrDefault(m.When)), 60),
                settings.CountsSupportGiven ? new Fraction(year.Sum(m => given.GetValueOrDefault(m.When)), 3600) : null,
                SumOf(year, "total_income"), SumOf(year, "statutory"), SumOf(year, "total_social_return"), settings.HoursAYear)),
        ];
    }

    private static Fraction? SumOf(IEnumerable<MonthFigures> months, string cell)
    {
        var values = months.Select(m => m.Cell(cell)).ToList();
        return values.Contains(null) ? null : Fraction.Sum(values.Select(v => v!.Value));
    }
}

/// <summary>The figures this project's own documents publish, with their source: shown beside a group's, never among them.</summary>
public static class PublishedFigures
{
    public static readonly IReadOnlyList<(string Year, string What, string Value, string Source)> Known =
    [
        ("2019", "Statutory income a month", "£3,888", "Published value statement, October to December 2019"),
        ("2019", "Mean social return a month", "£267,464.75", "Published value statement, October to December 2019"),
        ("2019", "Social return for each statutory pound, gross", "£68.79", "Published value statement, October to December 2019"),
    ];
}
