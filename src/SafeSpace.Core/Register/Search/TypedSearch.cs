using System.Globalization;
using System.Text.RegularExpressions;
using SafeSpace.Core.Register.Matching.Details;

namespace SafeSpace.Core.Register.Search;

/// <summary>What somebody typed into the one box, taken apart: any of names, a birth date or year, part of a phone, a postcode, a reference.</summary>
internal sealed partial record TypedSearch
{
    private const int MostLetters = 200, FewestPhoneDigits = 4;

    public string Names { get; private init; } = "";

    public DateOnly? Born { get; private init; }

    public int? BornIn { get; private init; }

    /// <summary>Digits as typed, for finding a number by its end.</summary>
    public string? Phone { get; private init; }

    /// <summary>Capital letters and digits; whole, or only its first part.</summary>
    public string? Postcode { get; private init; }

    public string? Reference { get; private init; }

    public bool IsEmpty => Names.Length == 0 && Born is null && BornIn is null && Phone is null && Postcode is null && Reference is null;

    /// <summary>Longer text than anybody types is cut for looking only: nothing is kept of it.</summary>
    public static TypedSearch Read(string? typed, string referencePrefix, int lastYear)
    {
        var left = typed is null ? "" : typed.Length > MostLetters ? typed[..MostLetters] : typed;
        left = " " + left.Trim() + " ";
        var reference = References.Read(referencePrefix, left);
        if (reference is not null && left.TrimStart().StartsWith(referencePrefix, StringComparison.OrdinalIgnoreCase))
            return new TypedSearch { Reference = reference };
        DateOnly? born = null;
        foreach (Match date in Dates().Matches(left))
        {
            if (Real(BirthDateText.Parse(date.Value, lastYear)) is not { } day)
                continue;
            born = day;
            left = left.Replace(date.Value, " ", StringComparison.Ordinal);
            break;
        }

        var postcode = TakePostcode(ref left);
        int? year = null;
        if (Year().Match(left) is { Success: true } written && born is null && int.Parse(written.Value, CultureInfo.InvariantCulture) <= lastYear)
            year = int.Parse(written.Value, CultureInfo.InvariantCulture);
        var phone = PhonePart().Match(left) is { Success: true } part && part.Value.Count(char.IsAsciiDigit) >= FewestPhoneDigits ? part.Value.Trim() : null;
        if (phone is not null)
            left = left.Replace(phone, " ", StringComparison.Ordinal);
        var names = Digits().Replace(left, " ").Trim();
        return new TypedSearch { Names = reference is null ? names : "", Born = born, BornIn = year, Phone = phone, Postcode = postcode, Reference = reference };
    }

    private static DateOnly? Real(BirthDate? date) =>
        date is { } d && DateOnly.TryParseExact(d.Digits, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static string? TakePostcode(ref string left)
    {
        if (WholePostcode().Match(left) is { Success: true } whole)
        {
            left = left.Replace(whole.Value, " ", StringComparison.Ordinal);
            return PostcodeKeys.Normalise(whole.Value);
        }

        if (FirstPart().Match(left) is not { Success: true } part)
            return null;
        left = left.Replace(part.Value, " ", StringComparison.Ordinal);
        return PostcodeKeys.Normalise(part.Value);
    }

    [GeneratedRegex(@"(?<![\w/.+-])(?:[0-9]{4}[-/.][0-9]{1,2}[-/.][0-9]{1,2}|[0-9]{1,2}[-/. ][0-9]{1,2}[-/. ](?:[0-9]{4}|[0-9]{2})|[0-9]{1,2}(?:st|nd|rd|th)?[- .](?:of )?[a-z]{3,9}\.?,?[- ](?:[0-9]{4}|[0-9]{2}))(?![\w/-]|\s[0-9])", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Dates();

    [GeneratedRegex(@"(?<![\w+-])(?:19|20)[0-9]{2}(?![\w-]| ?[0-9])", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Year();

    [GeneratedRegex(@"\+?\(?[0-9][0-9 ()/.-]*[0-9]", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex PhonePart();

    [GeneratedRegex(@"(?<!\w)[a-z]{1,2}[0-9][a-z0-9]? ?[0-9oil][a-z]{2}(?!\w)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex WholePostcode();

    [GeneratedRegex(@"(?<!\w)[a-z]{1,2}[0-9][a-z0-9]?(?!\w)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex FirstPart();

    [GeneratedRegex("[0-9]+", RegexOptions.CultureInvariant)]
    private static partial Regex Digits();
}
