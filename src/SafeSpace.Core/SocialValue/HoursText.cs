using System.Globalization;
using System.Text.RegularExpressions;

namespace SafeSpace.Core.SocialValue;

/// <summary>Hours of a week as people write them: 18.25, 7½, 7:30, 7h 30. Kept in whole seconds.</summary>
public static partial class HoursText
{
    public const string NotHours = "Write hours like 7.5 or 7:30.";
    public const string Negative = "Hours cannot be less than none.";
    public const string TooMany = "A week has 168 hours. Look at this again.";
    public const string TooFine = "Write hours in hundredths, like 7.25, or in minutes, like 7:15.";

    /// <summary>All hours of seven days.</summary>
    public const int SecondsInAWeek = 7 * 24 * 3600;

    public static int? Read(string? text, out string? why, int most = SecondsInAWeek)
    {
        var bare = (text ?? "").Trim().Replace("½", ".5", StringComparison.Ordinal).Replace("¼", ".25", StringComparison.Ordinal).Replace("¾", ".75", StringComparison.Ordinal);
        why = null;
        if (bare.StartsWith('-') || bare.StartsWith('−'))
            why = Negative;
        else if (Clock().Match(bare) is { Success: true } clock)
            return Within((Number(clock, 1) * 3600) + (Number(clock, 2) * 60), most, out why);
        else if (Plain().Match(bare) is not { Success: true } plain)
            why = NotHours;
        else if (plain.Groups[1].Value.TrimEnd('0').Length > 2)
            why = TooFine;
        else
            return Within((long)(decimal.Parse(plain.Value.TrimEnd('h', 'r', 's', ' '), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture) * 3600), most, out why);
        return null;
    }

    /// <summary>"18.25": hours, with as many decimals as they need.</summary>
    public static string Say(long seconds) => Rounding.HalfUp(new Fraction(seconds, 3600), 2).ToString("#,0.##", CultureInfo.CurrentCulture);

    private static int? Within(long seconds, int most, out string? why)
    {
        why = seconds > most ? TooMany : null;
        return why is null ? (int)seconds : null;
    }

    private static long Number(Match match, int group) => match.Groups[group].Length == 0 ? 0 : long.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(?:\d{1,6})?(?:\.(\d{1,6}))?\s*(?:h|hr|hrs)?$(?<=\d\s*(?:h|hr|hrs)?)", RegexOptions.CultureInvariant)]
    private static partial Regex Plain();

    [GeneratedRegex(@"^(\d{1,6})\s*(?::|h\s*)([0-5]?\d)\s*(?:m|min)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Clock();
}
