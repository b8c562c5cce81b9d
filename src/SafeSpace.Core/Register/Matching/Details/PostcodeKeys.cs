namespace SafeSpace.Core.Register.Matching.Details;

/// <summary>Postcodes of any country as they are compared: capital letters and digits, nothing else.</summary>
public static class PostcodeKeys
{
    private const int InwardLetters = 3, MostLetters = 12;

    /// <summary>"dn1 1aa" gives "DN11AA"; null for nothing. In a British postcode a letter O or I in the place of the figure is put right.</summary>
    public static string? Normalise(string? postcode)
    {
        if (string.IsNullOrWhiteSpace(postcode)) return null;
        var letters = postcode.Where(char.IsLetterOrDigit).Take(MostLetters).Select(char.ToUpperInvariant).ToArray();
        if (letters.Length == 0) return null;
        if (LooksBritish(letters) && letters[^InwardLetters] is 'O' or 'I' or 'L') letters[^InwardLetters] = letters[^InwardLetters] == 'O' ? '0' : '1';
        return new string(letters);
    }

    private static bool LooksBritish(char[] letters) => letters.Length is >= 5 and <= 7
        && char.IsAsciiLetter(letters[0]) && char.IsAsciiLetter(letters[^1]) && char.IsAsciiLetter(letters[^2])
        && letters.Any(char.IsAsciiDigit);
}
