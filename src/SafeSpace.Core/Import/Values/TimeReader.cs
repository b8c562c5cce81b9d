using SafeSpace.Core.Shared;
using System.Globalization;
using System.Text.RegularExpressions;
using SafeSpace.Core.Import.Reading;

namespace SafeSpace.Core.Import.Values;

/// <summary>Times of day as people type them: 20:50, 15.28, 12:56pm, 1545, 3pm, noon, or a spreadsheet's fraction of a day.</summary>
public static partial class TimeReader
{
    private const int MinutesInDay = 24 * 60;
    private const int MostLetters = 40;

    public static CellValue<TimeOnly> Read(Cell cell) => cell.Kind switch
    {
        CellKind.Moment => CellValue.Of(Whole(TimeOnly.FromDateTime(cell.Moment))),
        CellKind.Duration => FromMinutes(cell.Number, cell.Text),
        CellKind.Number => FromNumber(cell.Number, cell.Text),
        _ => NothingWords.Say(cell.Trimmed) ? default : FromText(SafeText.WesternDigits(cell.Trimmed)),
    };

    internal static CellValue<TimeOnly> FromText(string text)
    {
        if (text.Length > MostLetters) return NoSuchTime(text);
        switch (text.ToLowerInvariant())
        {
            case "noon" or "midday":
                return CellValue.Of(new TimeOnly(12, 0));
            case "midnight":
                return CellValue.Of(new TimeOnly(0, 0));
        }

        var match = Typed().Match(text);
        if (!match.Success) match = Bare().Match(text);
        if (match.Success) return FromParts(match, text);
        return text.StartsWith("0.", StringComparison.Ordinal) && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var fraction)
            ? FromNumber(fraction, text)
            : NoSuchTime(text);
    }

    private static CellValue<TimeOnly> FromParts(Match match, string text)
    {
        var hour = int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture);
        var minute = match.Groups[2].Success ? int.Parse(match.Groups[2].ValueSpan, CultureInfo.InvariantCulture) : 0;
        if (match.Groups[3].Success)
        {
            var afternoon = match.Groups[3].Value[0] is 'p' or 'P';
            // 15:30pm says the same thing twice; 0:30pm and 12am follow the clock on the wall.
            if (hour is 0 or > 12 && !afternoon && hour != 0) return NoSuchTime(text);
            if (afternoon && hour < 12) hour += 12;
            else if (!afternoon && hour == 12) hour = 0;
        }

        return hour < 24 && minute < 60 ? CellValue.Of(new TimeOnly(hour, minute)) : NoSuchTime(text);
    }

    /// <summary>A fraction is part of a day; 1545 and 905 are a clock without its colon; 15.3 was 15.30 before the spreadsheet ate the zero.</summary>
    private static CellValue<TimeOnly> FromNumber(double number, string text)
    {
        if (number is >= 0 and < 1) return FromMinutes(number * MinutesInDay, text);
        if (number == Math.Floor(number) && number is >= 100 and < 2400) return FromClock((int)number / 100, (int)number % 100, text);
        if (number == Math.Floor(number) && number is >= 1 and < 24) return FromClock((int)number, 0, text);
        if (number is > 1 and < 24) return FromClock((int)number, (int)Math.Round((number - Math.Floor(number)) * 100), text);
        return number > 10_000 ? FromMinutes((number - Math.Floor(number)) * MinutesInDay, text) : NoSuchTime(text);
    }

    private static CellValue<TimeOnly> FromClock(int hour, int minute, string text) =>
        hour < 24 && minute < 60 ? CellValue.Of(new TimeOnly(hour, minute)) : NoSuchTime(text);

    private static CellValue<TimeOnly> FromMinutes(double minutes, string text)
    {
        var whole = (int)Math.Round(minutes);
        return whole is >= 0 and < MinutesInDay ? CellValue.Of(new TimeOnly(whole / 60, whole % 60)) : NoSuchTime(text);
    }

    private static TimeOnly Whole(TimeOnly time) => new(time.Hour, time.Minute);

    private static CellValue<TimeOnly> NoSuchTime(string text) =>
        CellValue.Refused<TimeOnly>(Refusals.NoSuchTime, $"“{(text.Length > MostLetters ? text[..MostLetters] + "…" : text)}” is not a time of day. Write it as 16:40.");

    [GeneratedRegex(@"^(\d{1,2})\s*[:.h;]\s*(\d{2})(?:[:.]\d{2}(?:\.\d+)?)?\s*(?:([ap])\.?\s?m?\.?)?\s*(?:h|hrs?)?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Typed();

    [GeneratedRegex(@"^(?:(\d{1,2})(\d{2})\s*(?:([ap])\.?m\.?)?\s*(?:h|hrs?)?|(?<1>\d{1,2})\s*(?<3>[ap])\.?m\.?)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Bare();
}
