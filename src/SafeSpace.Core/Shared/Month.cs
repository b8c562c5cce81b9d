using System.Globalization;

namespace SafeSpace.Core.Shared;

/// <summary>A calendar month of the group's time zone. Written 2021-01; kept as the number 202101.</summary>
public readonly record struct Month(int Year, int Number) : IComparable<Month>
{
    public int Key => (Year * 100) + Number;

    public DateOnly FirstDay => new(Year, Number, 1);

    public DateOnly LastDay => FirstDay.AddMonths(1).AddDays(-1);

    public Month Next => Of(FirstDay.AddMonths(1));

    public Month Previous => Of(FirstDay.AddMonths(-1));

    public static Month Of(DateOnly day) => new(day.Year, day.Month);

    public static Month FromKey(int key) => new(key / 100, key % 100);

    /// <summary>Every month from one to another, both included; none when <paramref name="to"/> is earlier.</summary>
    public static IEnumerable<Month> Range(Month from, Month to)
    {
        for (var month = from; month.CompareTo(to) <= 0; month = month.Next)
            yield return month;
    }

    public static bool TryParse(string? text, out Month month)
    {
        var ok = DateOnly.TryParseExact(text, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var first);
        month = ok ? Of(first) : default;
        return ok;
    }

    public int CompareTo(Month other) => Key.CompareTo(other.Key);

    public static bool operator <(Month a, Month b) => a.Key < b.Key;

    public static bool operator >(Month a, Month b) => a.Key > b.Key;

    public static bool operator <=(Month a, Month b) => a.Key <= b.Key;

    public static bool operator >=(Month a, Month b) => a.Key >= b.Key;

    public override string ToString() => FirstDay.ToString("yyyy-MM", CultureInfo.InvariantCulture);
}
