namespace SafeSpace.Web.Infrastructure.Words;

/// <summary>Which of a language's forms goes with a number (Unicode CLDR, whole numbers only).</summary>
public static class Plurals
{
    public static int Form(string language, int number, int forms)
    {
        var n = Math.Abs((long)number);
        var form = language switch
        {
            "pl" => n == 1 ? 0 : FewOf(n) ? 1 : 2,
            "ru" or "uk" or "be" or "hr" or "sr" or "bs" => n % 10 == 1 && n % 100 != 11 ? 0 : FewOf(n) ? 1 : 2,
            "cs" or "sk" => n == 1 ? 0 : n is >= 2 and <= 4 ? 1 : 2,
            "cy" => n switch { 0 => 0, 1 => 1, 2 => 2, 3 => 3, 6 => 4, _ => 5 },
            "ga" => n switch { 1 => 0, 2 => 1, >= 3 and <= 6 => 2, >= 7 and <= 10 => 3, _ => 4 },
            "fr" or "pt" => n <= 1 ? 0 : 1,
            "ja" or "zh" or "ko" or "vi" or "th" or "id" => 0,
            _ => n == 1 ? 0 : 1,
        };
        return Math.Min(form, forms - 1);
    }

    private static bool FewOf(long n) => n % 10 is >= 2 and <= 4 && n % 100 is not (>= 12 and <= 14);
}
