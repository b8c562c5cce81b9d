using System.Globalization;
using System.Text.RegularExpressions;

namespace SafeSpace.Core.Reports.CaseReview;

/// <summary>A cell of a printed table, as read.</summary>
public sealed partial record PrintedCell(string Raw, decimal? Value, bool IsPercent, int? Base)
{
    /// <summary>Reads "17 (85%)", "£1,234.50", "85 %", "n/k", "12 of 20". What is no number stays words, and says so by having no value.</summary>
    public static PrintedCell Read(string raw)
    {
        var text = raw.Trim();
        if (Of().Match(text) is { Success: true } of)
            return new(raw, Number(of.Groups[1].Value), false, (int?)Number(of.Groups[2].Value));
        if (Percent().Match(text) is { Success: true } percent)
            return new(raw, Number(percent.Groups[1].Value), true, null);
        return Plain().Match(text) is { Success: true } plain ? new(raw, Number(plain.Groups[1].Value), false, null) : new(raw, null, false, null);
    }

    /// <summary>Null: nothing to check. False: no whole number of files gives this percentage.</summary>
    public static bool? CanBe(decimal? value, bool isPercent, int? of) =>
        isPercent && value is { } percent && of is { } files ? Shares.CanBe(percent, files) : null;

    private static decimal? Number(string text) =>
        decimal.TryParse(text.Replace(",", "", StringComparison.Ordinal), NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? number : null;

    [GeneratedRegex(@"^(\d[\d,]*)\s+(?:of|/)\s+(\d[\d,]*)$", RegexOptions.IgnoreCase)]
    private static partial Regex Of();

    [GeneratedRegex(@"^(-?\d[\d,]*(?:\.\d+)?)\s*%$")]
    private static partial Regex Percent();

    [GeneratedRegex(@"^[£€$]?\s*(-?\d[\d,]*(?:\.\d+)?)(?:\s*\(.*\))?$")]
    private static partial Regex Plain();
}
