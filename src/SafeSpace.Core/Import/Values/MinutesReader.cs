using SafeSpace.Core.Shared;
using System.Globalization;
using System.Text.RegularExpressions;
using SafeSpace.Core.Import.Reading;

namespace SafeSpace.Core.Import.Values;

/// <summary>How long a contact was: 15, 40min, 35 mins, 5', 1h00, 1h 5, 1:05, half an hour. Blank is unknown, never 0.</summary>
public static partial class MinutesReader
{
    private const double MinutesInDay = 24 * 60;

    public static CellValue<int> Read(Cell cell)
    {
        var text = SafeText.WesternDigits(cell.Trimmed);
        return cell.Kind switch
        {
            CellKind.Number => Make(cell.Number > 0 && cell.Number < 1 ? cell.Number * MinutesInDay : cell.Number, text),
            CellKind.Duration => Make(cell.Number, text),
            CellKind.Moment => cell.Moment.Year < 1900 ? Make(cell.Moment.TimeOfDay.TotalMinutes, text) : NotANumber(text),
            _ => NothingWords.Say(text) ? default : FromText(text),
        };
    }

    private static CellValue<int> FromText(string text)
    {
        var bare = text.Trim('~', '≈').Trim();
        if (bare.StartsWith("c.", StringComparison.OrdinalIgnoreCase)) bare = bare[2..].Trim();
        if (text.Length > 40) return NotANumber(text[..40] + "…");
        if (Spoken(bare) is { } spoken) return Make(spoken, text);
        if (HoursAndMinutes().Match(bare) is { Success: true } clock)
            return Make(Sign(clock) * (Number(clock, 2) * 60 + (clock.Groups[3].Success ? Number(clock, 3) : 0)), text);
        if (Minutes().Match(bare) is { Success: true } minutes) return Make(Number(minutes, 1), text);
        return NotANumber(text);
    }

    private static double? Spoken(string text) => text.ToLowerInvariant() switch
    {
        "half an hour" or "half hour" or "1/2 hour" or "1/2 hr" or "½ hour" or "½ hr" => 30,
        "an hour" or "hour" => 60,
        "an hour and a half" => 90,
        _ => null,
    };

    private static CellValue<int> Make(double minutes, string text) => minutes switch
    {
        < 0 => CellValue.Refused<int>(Refusals.NegativeMinutes, $"“{text}” is less than no time. Write the minutes, or leave it empty."),
        > MinutesInDay => CellValue.Refused<int>(Refusals.MoreThanADay, $"“{text}” is more than a day. Write the minutes, or leave it empty."),
        _ => double.IsNaN(minutes) ? NotANumber(text) : CellValue.Of((int)Math.Round(minutes, MidpointRounding.AwayFromZero)),
    };

    private static CellValue<int> NotANumber(string text) =>
        CellValue.Refused<int>(Refusals.MinutesNotANumber, $"“{text}” is not a number of minutes. Write the minutes, or leave it empty.");

    private static int Sign(Match match) => match.Groups[1].Length > 0 ? -1 : 1;

    private static double Number(Match match, int group) =>
        double.Parse(match.Groups[group].Value.Replace(',', '.').Replace('−', '-'), NumberStyles.Float, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^([-−]?)(\d{1,4}(?:[.,]\d{1,3})?)\s*(?:h|hr|hrs|hour|hours|:)\s*(?:and\s+)?(?:(\d{1,2})\s*(?:m|min|mins|minutes?|')?\.?)?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex HoursAndMinutes();

    [GeneratedRegex(@"^([-−]?\d{1,9}(?:[.,]\d{1,3})?)\s*(?:m|min|mins|minute|minutes|'|’|′)?\.?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Minutes();
}
