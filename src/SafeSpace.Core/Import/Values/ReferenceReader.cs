using SafeSpace.Core.Shared;
using System.Globalization;
using System.Text.RegularExpressions;
using SafeSpace.Core.Import.Reading;

namespace SafeSpace.Core.Import.Values;

/// <summary>References however typed: SS0001, ss 1, 0001, SS-0001, 1 are one, written the group's way (SS0001).</summary>
public static partial class ReferenceReader
{
    private const int Digits = 4;
    private const int MostLetters = 40;

    public static CellValue<string> Read(Cell cell, string groupPrefix)
    {
        var text = SafeText.WesternDigits(cell.Trimmed);
        if (NothingWords.Say(text) || text.Equals("new", StringComparison.OrdinalIgnoreCase)) return default;
        var match = Reference().Match(text.Length <= MostLetters ? text : "");
        if (!match.Success || !long.TryParse(match.Groups[2].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number == 0)
            return CellValue.Refused<string>(Refusals.ReferenceNotUnderstood,
                $"“{(text.Length > MostLetters ? text[..MostLetters] + "…" : text)}” is not a reference like {groupPrefix}{1.ToString("D" + Digits, CultureInfo.InvariantCulture)}.");

        var prefix = match.Groups[1].Length == 0 ? groupPrefix : match.Groups[1].Value.ToUpperInvariant();
        return CellValue.Of(prefix + number.ToString("D" + Digits, CultureInfo.InvariantCulture));
    }

    [GeneratedRegex(@"^#?\s*(?:(?i:ref|no)[.:\s]+)?([A-Za-z]{0,6})\s*[-–/._:#]?\s*(\d{1,9})$", RegexOptions.CultureInvariant)]
    private static partial Regex Reference();
}
