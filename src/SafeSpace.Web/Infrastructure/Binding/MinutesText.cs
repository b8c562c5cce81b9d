using System.Globalization;
using System.Text.RegularExpressions;

namespace SafeSpace.Web.Infrastructure.Binding;

/// <summary>A length of time as people write it, in whole minutes: 45, 45 min, 1 h 20, 1h, 1:20, 1.5 h. Whether it is absurd, the page says.</summary>
public static partial class MinutesText
{
    public static bool TryParse(string? text, out int minutes)
    {
        minutes = 0;
        var plain = (text ?? "").Trim().ToLowerInvariant();
        if (Minutes().Match(plain) is { Success: true } whole)
            return int.TryParse(whole.Groups["m"].Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out minutes);
        if (Hours().Match(plain) is not { Success: true } match) return false;
        var hours = decimal.Parse(match.Groups["h"].Value.Replace(',', '.'), CultureInfo.InvariantCulture);
        var rest = match.Groups["m"] is { Success: true } m ? int.Parse(m.Value, CultureInfo.InvariantCulture) : 0;
        minutes = (int)Math.Round(hours * 60, MidpointRounding.AwayFromZero) + rest;
        return true;
    }

    [GeneratedRegex(@"^(?<m>-?[0-9]{1,9})\s*(m|min|mins|minutes?)?\.?$")]
    private static partial Regex Minutes();

    [GeneratedRegex(@"^((?<h>[0-9]{1,3}):(?<m>[0-5][0-9])|(?<h>[0-9]{1,3}([.,][0-9]{1,2})?)\s*(h|hrs?|hours?)\.?(\s*(and\s+)?(?<m>[0-9]{1,2})\s*(m|min|mins|minutes?)?\.?)?)$")]
    private static partial Regex Hours();
}
