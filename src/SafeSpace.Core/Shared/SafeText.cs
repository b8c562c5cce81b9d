using System.Globalization;
using System.Text;

namespace SafeSpace.Core.Shared;

/// <summary>Text that may hold anything: half letters, letters that are none, and digits of other scripts.</summary>
internal static class SafeText
{
    /// <summary>The framework's own function throws at a lone surrogate and at U+FFFE; then the text stays as it is.</summary>
    public static string Normalize(string text, NormalizationForm form)
    {
        try
        {
            return text.Normalize(form);
        }
        catch (ArgumentException)
        {
            return text;
        }
    }

    /// <summary>Full-width, Arabic or Bengali digits as 0 to 9: a date is a date in any script.</summary>
    public static string WesternDigits(string text)
    {
        if (Ascii.IsValid(text)) return text;
        return string.Concat(text.Select(c => c > '9' && char.IsDigit(c) ? (char)('0' + CharUnicodeInfo.GetDecimalDigitValue(c)) : c));
    }
}
