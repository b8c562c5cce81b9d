using System.Globalization;
using System.Text.RegularExpressions;

namespace SafeSpace.Core.SocialValue;

/// <summary>Money as people write it: 3888, 3888.5, £3,888.00 is asked back for without the comma, three decimals are refused.</summary>
public static partial class MoneyText
{
    public const string Comma = "Write money without a comma, like 3888.00.";
    public const string Decimals = "Write pounds and whole pence, like 12.68.";
    public const string Negative = "Money that came in is not less than nothing.";
    public const string NotMoney = "Write an amount in pounds and pence, like 3888.00.";
    public const string TooMuch = "This is more than we can count. Look at it again.";

    private const long MostPence = 100_000_000_000;

    /// <returns>Whole pence; null with a sentence where it cannot be.</returns>
    public static long? Read(string? text, out string? why)
    {
        var bare = (text ?? "").Trim().TrimStart('£').Trim();
        why = bare.Length == 0 ? NotMoney
            : bare.Contains(',', StringComparison.Ordinal) ? Comma
            : Shape().Match(bare) is not { Success: true } match ? NotMoney
            : match.Groups[1].Length > 0 ? Negative
            : match.Groups[3].Length > 2 ? Decimals
            : null;
        if (why is not null)
            return null;
        if (decimal.TryParse(bare, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var pounds) && pounds * 100 <= MostPence)
            return (long)(pounds * 100);
        why = TooMuch;
        return null;
    }

    [GeneratedRegex(@"^([-−]?)(\d{1,15})(?:\.(\d*))?$", RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}
