using System.Globalization;
using System.Text.RegularExpressions;

namespace SafeSpace.Web.Infrastructure.Binding;

/// <summary>A time of day as people write it: 18:04, 18.04, 1804, 6pm, 6:04 pm, 9 (in the morning).</summary>
public static partial class TimeText
{
    public static bool TryParse(string? text, out TimeOnly time)
    {
        time = default;
        if (Pattern().Match((text ?? "").Trim().ToLowerInvariant()) is not { Success: true } match) return false;
        var hour = int.Parse(match.Groups["h"].Value, CultureInfo.InvariantCulture);
        var minute = match.Groups["m"] is { Success: true } m ? int.Parse(m.Value, CultureInfo.InvariantCulture) : 0;
        if (match.Groups["half"] is { Success: true } half)
        {
            if (hour is < 1 or > 12) return false;
            hour = (hour % 12) + (half.Value[0] == 'p' ? 12 : 0);
        }

        if (hour > 23 || minute > 59) return false;
        time = new TimeOnly(hour, minute);
        return true;
    }

    [GeneratedRegex(@"^(?<h>[0-9]{1,2})([:.\sh]?(?<m>[0-9]{2}))?(:[0-9]{2})?\s*(?<half>[ap])?(?(half)\.?m\.?)$")]
    private static partial Regex Pattern();
}
