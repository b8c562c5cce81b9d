using SafeSpace.Core.Shared;
using System.Globalization;
using System.Text.RegularExpressions;
using SafeSpace.Core.Import.Reading;

namespace SafeSpace.Core.Import.Values;

/// <summary>
/// Dates as people type them: 19/12/2019, 19.12.19, 19th Dec 2019, 2019-12-19, 19122019, a spreadsheet's date or its bare number.
/// A date no calendar has is refused, never bent.
/// </summary>
public static partial class DateReader
{
    private const double FirstSerial = 1;
    private const double LastSerial = 2_958_465;

    /// <param name="latest">A two-digit year is the last one that is not after this day.</param>
    public static CellValue<DateOnly> Read(Cell cell, DateOnly latest, DateOrder order = DateOrder.DayFirst)
    {
        var text = SafeText.WesternDigits(cell.Trimmed);
        return cell.Kind switch
        {
            CellKind.Moment => Real(cell, text),
            CellKind.Duration => NoSuchDate(text),
            CellKind.Number => FromNumber(cell.Number, text, latest, order),
            _ => NothingWords.Say(text) ? default : FromText(text, latest, order),
        };
    }

    /// <summary>Reads the date out of text, the time after it left aside by <see cref="MomentReader"/>.</summary>
    internal static CellValue<DateOnly> FromText(string text, DateOnly latest, DateOrder order)
    {
        if (text.Length > 40) return NoSuchDate(text[..40] + "…");
        var bare = char.IsLetter(text[0]) ? WeekDay().Replace(text, "") : text;

        if (Numbers().Match(bare) is { Success: true } numbers)
        {
            var (first, second) = (Int(numbers, 1), Int(numbers, 2));
            return order == DateOrder.DayFirst
                ? Make(text, Year(numbers, 3), second, first, latest, numbers.Groups[3].Length)
                : Make(text, Year(numbers, 3), first, second, latest, numbers.Groups[3].Length);
        }

        if (YearFirst().Match(bare) is { Success: true } iso) return Make(text, Int(iso, 1), Int(iso, 2), Int(iso, 3), latest, 4);
        if (DayMonthName().Match(bare) is { Success: true } named)
            return Make(text, Year(named, 3), MonthNames.Number(named.Groups[2].Value), Int(named, 1), latest, named.Groups[3].Length);
        if (MonthNameDay().Match(bare) is { Success: true } turned)
            return Make(text, Year(turned, 3), MonthNames.Number(turned.Groups[1].Value), Int(turned, 2), latest, turned.Groups[3].Length);
        if (EightDigits().IsMatch(bare)) return FromEightDigits(bare, latest, order);
        return FiveDigits().IsMatch(bare) ? FromSerial(double.Parse(bare, CultureInfo.InvariantCulture), text) : NoSuchDate(text);
    }

    private static CellValue<DateOnly> Real(Cell cell, string text) =>
        cell.Moment.Year < 1900 ? NoSuchDate(text) : CellValue.Of(DateOnly.FromDateTime(cell.Moment));

    private static CellValue<DateOnly> FromNumber(double number, string text, DateOnly latest, DateOrder order) =>
        EightDigits().IsMatch(text) ? FromEightDigits(text, latest, order)
        : text.Length == 7 && number is > 1_011_900 and < 9_999_999 ? FromEightDigits("0" + text, latest, order)
        : FromSerial(number, text);

    private static CellValue<DateOnly> FromSerial(double serial, string text) =>
        serial is >= FirstSerial and <= LastSerial ? CellValue.Of(DateOnly.FromDateTime(DateTime.FromOADate(serial))) : NoSuchDate(text);

    private static CellValue<DateOnly> FromEightDigits(string digits, DateOnly latest, DateOrder order)
    {
        int Part(int from, int length) => int.Parse(digits.AsSpan(from, length), CultureInfo.InvariantCulture);

        var last = Part(4, 4);
        if (last is < 1850 or > 2200) return Make(digits, Part(0, 4), Part(4, 2), Part(6, 2), latest, 4);
        var (first, second) = (Part(0, 2), Part(2, 2));
        return order == DateOrder.DayFirst ? Make(digits, last, second, first, latest, 4) : Make(digits, last, first, second, latest, 4);
    }

    private static CellValue<DateOnly> Make(string text, int year, int month, int day, DateOnly latest, int yearDigits)
    {
        if (yearDigits <= 2) return MakeShort(text, year, month, day, latest);
        return year is >= 1 and <= 9999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? CellValue.Of(new DateOnly(year, month, day))
            : NoSuchDate(text);
    }

    private static CellValue<DateOnly> MakeShort(string text, int year, int month, int day, DateOnly latest)
    {
        var whole = latest.Year / 100 * 100 + year;
        for (var candidate = whole; candidate > whole - 300 && candidate > 0; candidate -= 100)
        {
            if (month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(candidate, month)) return NoSuchDate(text);
            var date = new DateOnly(candidate, month, day);
            if (date <= latest) return CellValue.Of(date);
        }

        return NoSuchDate(text);
    }

    private static int Int(Match match, int group) => int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    private static int Year(Match match, int group) => Int(match, group);

    private static CellValue<DateOnly> NoSuchDate(string text) =>
        CellValue.Refused<DateOnly>(Refusals.NoSuchDate, $"“{text}” is not a date in the calendar. Write it as 25/03/2021.");

    [GeneratedRegex(@"^\s*(mon|tues?|wed|wednes|thu|thur|thurs|fri|sat|satur|sun)(day)?\.?,?\s+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex WeekDay();

    [GeneratedRegex(@"^(\d{1,2})\s*[./\-\\ ]\s*(\d{1,2})\s*[./\-\\ ]\s*(\d{4}|\d{2})$", RegexOptions.CultureInvariant)]
    private static partial Regex Numbers();

    [GeneratedRegex(@"^(\d{4})[./\-](\d{1,2})[./\-](\d{1,2})$", RegexOptions.CultureInvariant)]
    private static partial Regex YearFirst();

    [GeneratedRegex(@"^(\d{1,2})(?:st|nd|rd|th)?[\s./\-]*(?:of\s+)?([a-z]{3,9})\.?[\s,./\-]*'?(\d{4}|\d{2})$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex DayMonthName();

    [GeneratedRegex(@"^([a-z]{3,9})\.?[\s\-]*(\d{1,2})(?:st|nd|rd|th)?[\s,\-]+(\d{4}|\d{2})$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex MonthNameDay();

    [GeneratedRegex(@"^\d{8}$", RegexOptions.CultureInvariant)]
    private static partial Regex EightDigits();

    [GeneratedRegex(@"^\d{5}$", RegexOptions.CultureInvariant)]
    private static partial Regex FiveDigits();
}
