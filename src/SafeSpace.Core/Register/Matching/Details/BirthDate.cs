namespace SafeSpace.Core.Register.Matching.Details;

/// <summary>
/// A date of birth as somebody wrote it: eight figures, year month day, which need not be a real date (a slip can make 31 June of it).
/// </summary>
public readonly record struct BirthDate
{
    private BirthDate(string digits) => Digits = digits;

    /// <summary>Eight figures: yyyyMMdd.</summary>
    public string Digits { get; }

    public int Year => Number(0, 4);

    public int Month => Number(4, 2);

    public int Day => Number(6, 2);

    public static BirthDate From(DateOnly date) => new(date.ToString("yyyyMMdd", System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>From eight figures, real date or not; null for anything else.</summary>
    public static BirthDate? FromDigits(string? digits) =>
        digits is { Length: 8 } && digits.All(char.IsAsciiDigit) ? new BirthDate(digits) : null;

    /// <summary>Day and month the other way round; null where that is the same.</summary>
    public BirthDate? Swapped() => Month == Day ? null : new BirthDate(Digits[..4] + Digits[6..] + Digits[4..6]);

    public override string ToString() => $"{Digits[..4]}-{Digits[4..6]}-{Digits[6..]}";

    private int Number(int from, int length) => int.Parse(Digits.AsSpan(from, length), System.Globalization.CultureInfo.InvariantCulture);
}
