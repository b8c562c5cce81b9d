using PhoneNumbers;

namespace SafeSpace.Core.Register.Matching.Details;

/// <summary>
/// Phone numbers as they are compared and looked up. "07700 900123", "+44 7700 900123", "0044 (0)7700 900123" and the 7700900123 that a
/// spreadsheet left of it are one number.
/// </summary>
public static class PhoneKeys
{
    private const int FewestDigits = 5, MostDigits = 20;

    /// <summary>Country code and national number, digits only ("447700900123"); null when it is no phone number.</summary>
    /// <param name="region">The two-letter country whose numbers are written without a country code.</param>
    public static string? Normalise(string? phone, string region = "GB")
    {
        var digits = Digits(phone);
        if (digits.Length is < FewestDigits or > MostDigits) return null;
        try
        {
            var library = PhoneNumberUtil.GetInstance();
            var number = library.Parse(digits, region);
            // A number without its country code may be read as one with: only a possible one stands.
            if (library.IsPossibleNumber(number)) return $"{number.CountryCode}{library.GetNationalSignificantNumber(number)}";
        }
        catch (NumberParseException)
        {
            // Not every number people write follows its country's plan; the digits still say whether two are the same.
        }

        var plain = digits.TrimStart('+').TrimStart('0');
        return plain.Length >= FewestDigits ? plain : null;
    }

    /// <summary>The normalised number backwards, for a column whose index finds a number by its last digits; null when it is no phone number.</summary>
    public static string? Reversed(string? phone, string region = "GB") => Normalise(phone, region) is { } digits ? Reverse(digits) : null;

    /// <summary>
    /// The beginnings to look for among <see cref="Reversed"/> numbers for the part of a number that somebody typed: its last digits;
    /// empty for fewer than four digits. A whole number gives its normalised form, so the trunk zero and country code do not matter.
    /// </summary>
    public static IReadOnlyList<string> ToLookUp(string? typed, string region = "GB")
    {
        var digits = Digits(typed).TrimStart('+');
        if (digits.Length < 4) return [];
        var whole = Normalise(typed, region) is { Length: > 8 } number ? Reverse(number) : null;
        var part = Reverse(digits);
        var withoutZero = Reverse(digits.TrimStart('0'));
        return [.. new[] { whole, part, withoutZero }.Where(each => each is { Length: >= 4 }).Select(each => each!).Distinct()];
    }

    /// <summary>All numbers in one field ("07700 900123 / 01302 123456"), normalised.</summary>
    public static IReadOnlyList<string> AllIn(string? field, string region = "GB")
    {
        if (string.IsNullOrWhiteSpace(field)) return [];
        var parts = field.Split(['/', ';', ',', '|', '\n', '&'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return [.. parts.Select(part => Normalise(part, region)).Where(number => number is not null).Select(number => number!).Distinct()];
    }

    /// <summary>The digits of any script as 0 to 9, and a plus in front; "(0)" after a country code is left out.</summary>
    private static string Digits(string? phone)
    {
        if (string.IsNullOrWhiteSpace(phone)) return "";
        var text = phone.Contains('+', StringComparison.Ordinal) || phone.TrimStart().StartsWith("00", StringComparison.Ordinal)
            ? phone.Replace("(0)", "", StringComparison.Ordinal) : phone;
        var kept = new System.Text.StringBuilder(text.Length);
        foreach (var letter in text)
        {
            if (char.IsDigit(letter)) kept.Append((char)('0' + (int)char.GetNumericValue(letter)));
            else if (letter is '+' or '＋' && kept.Length == 0) kept.Append('+');
            // An extension or a remark after the number is not part of it.
            else if (char.IsLetter(letter) && kept.Length >= FewestDigits) break;
        }

        return kept.ToString();
    }

    private static string Reverse(string digits) => string.Create(digits.Length, digits, (span, source) =>
    {
        source.CopyTo(span);
        span.Reverse();
    });
}
