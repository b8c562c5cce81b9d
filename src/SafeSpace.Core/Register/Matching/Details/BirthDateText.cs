using System.Globalization;
using System.Text.RegularExpressions;

namespace SafeSpace.Core.Register.Matching.Details;

/// <summary>Reads dates of birth as people write them in lists, day first unless the year is.</summary>
public static partial class BirthDateText
{
    private static readonly string[] Months =
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    /// <summary>19840131, 1984-01-31, 31/01/1984, 31.1.84, 31 Jan 1984, 31st January 1984; null when it is no date of birth.</summary>
    /// <param name="lastYear">Years of two figures are the latest that is not after this year.</param>
    public static BirthDate? Parse(string? text, int lastYear)
    {
        var trimmed = text?.Trim() ?? "";
        if (trimmed.Length is 0 or > 40) return null;
        if (BirthDate.FromDigits(trimmed) is { } plain) return plain;
        if (YearFirst().Match(trimmed) is { Success: true } iso) return Build(iso, lastYear);
        if (DayFirst().Match(trimmed) is { Success: true } day) return Build(day, lastYear);
        if (InWords().Match(trimmed) is { Success: true } words) return Build(words, lastYear);
        return null;
    }

    private static BirthDate? Build(Match match, int lastYear)
    {
        var month = match.Groups["word"] is { Success: true } word
            ? Array.FindIndex(Months, each => word.Value.StartsWith(each, StringComparison.OrdinalIgnoreCase)) + 1
            : Number(match, "month");
        if (month == 0) return null;
        var year = Number(match, "year");
        if (match.Groups["year"].Length <= 2) year += year + 2000 <= lastYear ? 2000 : 1900;
        return BirthDate.FromDigits(string.Create(CultureInfo.InvariantCulture, $"{year:0000}{month:00}{Number(match, "day"):00}"));
    }

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(?<year>[0-9]{4})[-/. ](?<month>[0-9]{1,2})[-/. ](?<day>[0-9]{1,2})(?:[T ]00:00(?::00)?.*)?$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex YearFirst();

    [GeneratedRegex(@"^(?<day>[0-9]{1,2})[-/. ](?<month>[0-9]{1,2})[-/. ](?<year>[0-9]{4}|[0-9]{2})(?: 00:00(?::00)?)?$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex DayFirst();

    [GeneratedRegex(@"^(?<day>[0-9]{1,2})(?:st|nd|rd|th)?[- .](?:of )?(?<word>[a-z]{3,9})\.?,?[- ](?<year>[0-9]{4}|[0-9]{2})$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex InWords();
}
