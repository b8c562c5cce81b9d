using System.Globalization;
using System.Text.RegularExpressions;

namespace SafeSpace.Web.Infrastructure.Binding;

/// <summary>
/// A day as people write it, day first: 14 3 1984, 14/3/84, 14.3.1984, 14 Mar 1984, 14th of March 1984, 14031984, 2026-03-14,
/// 14 Mar (this year), today, yesterday, tomorrow. Month first is never guessed: 3/14/84 is not a day.
/// </summary>
public static partial class DayText
{
    /// <summary>Years somebody here may mean. Beyond them is a slip of a key, and a day near the end of the calendar has no next one.</summary>
    private const int FirstYear = 1800, LastYear = 2200;

    /// <summary>False when the text is no day; never throws. Two digits of a year mean the hundred years up to the end of next year.</summary>
    public static bool TryParse(string? text, DateOnly today, out DateOnly day)
    {
        day = default;
        var plain = (text ?? "").Trim().ToLower(CultureInfo.CurrentCulture);
        if (plain.Length is 0 or > 60) return false;
        if (InWords(plain, today) is { } word)
        {
            day = word;
            return true;
        }

        if (IsoDay().Match(plain) is { Success: true } iso)
            return Make(Number(iso, "y"), Number(iso, "m"), Number(iso, "d"), out day);
        if (Digits().Match(plain) is { Success: true } digits)
            return Make(Year(digits.Groups["y"].Value, today), Number(digits, "m"), Number(digits, "d"), out day);
        if (DayMonthYear().Match(plain) is not { Success: true } match || Month(match.Groups["m"].Value) is not { } month) return false;
        var year = match.Groups["y"] is { Success: true } y ? Year(y.Value, today) : today.Year;
        return Make(year, month, Number(match, "d"), out day);
    }

    private static DateOnly? InWords(string word, DateOnly today) => word switch
    {
        "today" or "dziś" or "dzisiaj" => today,
        "yesterday" or "wczoraj" => today.AddDays(-1),
        "tomorrow" or "jutro" => today.AddDays(1),
        _ => null,
    };

    private static bool Make(int year, int month, int dayOfMonth, out DateOnly day)
    {
        var ok = year is >= FirstYear and <= LastYear && month is >= 1 and <= 12 && dayOfMonth >= 1 && dayOfMonth <= DateTime.DaysInMonth(year, month);
        day = ok ? new DateOnly(year, month, dayOfMonth) : default;
        return ok;
    }

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    private static int Year(string digits, DateOnly today)
    {
        var year = int.Parse(digits, CultureInfo.InvariantCulture);
        if (digits.Length > 2) return year;
        var latest = today.Year + 1;
        year += latest / 100 * 100;
        return year > latest ? year - 100 : year;
    }

    private static int? Month(string text)
    {
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return number;
        foreach (var culture in new[] { CultureInfo.InvariantCulture, CultureInfo.CurrentCulture })
        {
            var names = culture.DateTimeFormat;
            for (var month = 1; month <= 12; month++)
            {
                string[] forms = [names.GetMonthName(month), names.MonthGenitiveNames[month - 1], names.GetAbbreviatedMonthName(month)];
                if (forms.Any(form => Same(form, text)) || (text.Length >= 3 && forms[0].StartsWith(text, ignoreCase: true, culture))) return month;
            }
        }

        return null;
    }

    private static bool Same(string name, string text) => name.TrimEnd('.').Equals(text, StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(@"^(?<y>[0-9]{4})[-/. ](?<m>[0-9]{1,2})[-/. ](?<d>[0-9]{1,2})$")]
    private static partial Regex IsoDay();

    [GeneratedRegex("^(?<d>[0-9]{2})(?<m>[0-9]{2})(?<y>[0-9]{4})$")]
    private static partial Regex Digits();

    [GeneratedRegex(@"^(\p{L}+,? +)?(?<d>[0-9]{1,2})(st|nd|rd|th)?( +of +|[-/. ]+)(?<m>[0-9]{1,2}|\p{L}+)\.?([-/., ]+(?<y>[0-9]{2}|[0-9]{4}))?$")]
    private static partial Regex DayMonthYear();
}
