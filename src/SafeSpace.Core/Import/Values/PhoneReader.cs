using SafeSpace.Core.Shared;
using System.Text.RegularExpressions;
using SafeSpace.Core.Import.Reading;

namespace SafeSpace.Core.Import.Values;

/// <summary>Phone numbers in one cell, written the way people of the country dial them, so that one number is one text.</summary>
public static partial class PhoneReader
{
    private const int FewestDigits = 5;
    private const int MostDigits = 15;

    /// <summary>Empty where no number is in the cell; what was typed stays in the row beside it.</summary>
    public static IReadOnlyList<string> Read(Cell cell, PhoneCountry country)
    {
        var text = SafeText.WesternDigits(cell.Trimmed);
        if (NothingWords.Say(text) || text.Length > 200) return [];
        if (cell.Kind == CellKind.Number) return One(text, ateZero: true, country) is { } number ? [number] : [];

        var found = new List<string>();
        foreach (var part in Between().Split(text))
            foreach (Match match in Number().Matches(part))
                if (One(match.Value, ateZero: false, country) is { } one && !found.Contains(one)) found.Add(one);
        return found;
    }

    private static string? One(string typed, bool ateZero, PhoneCountry country)
    {
        var digits = string.Concat(typed.Replace("(0)", "", StringComparison.Ordinal).Where(char.IsAsciiDigit));
        if (digits.Length is < FewestDigits or > MostDigits) return null;
        var international = typed.TrimStart().StartsWith('+');
        if (!international && digits.StartsWith("00", StringComparison.Ordinal)) (international, digits) = (true, digits[2..]);
        if (international && !digits.StartsWith(country.Code, StringComparison.Ordinal)) return "+" + digits;
        if (international) return country.Trunk + digits[country.Code.Length..].TrimStart('0');
        if (digits.StartsWith(country.Trunk, StringComparison.Ordinal)) return digits;

        var code = country.Code;
        if (digits.Length == country.WholeDigits + code.Length && digits.StartsWith(code, StringComparison.Ordinal)) return country.Trunk + digits[code.Length..];
        return ateZero && digits.Length >= country.WholeDigits - 1 || digits.Length == country.WholeDigits ? country.Trunk + digits : digits;
    }

    [GeneratedRegex(@"\s*(?:[/;,|\n]|\bor\b|\band\b|&)\s*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Between();

    [GeneratedRegex(@"\+?[\d(][\d\s().\-]{3,24}\d", RegexOptions.CultureInvariant)]
    private static partial Regex Number();
}
