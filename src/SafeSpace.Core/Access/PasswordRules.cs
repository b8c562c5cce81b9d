namespace SafeSpace.Core.Access;

/// <summary>What a password must be: long. Nothing else is asked for; what everybody uses is refused.</summary>
public static class PasswordRules
{
    public const int Shortest = 12;
    public const int Longest = 256;

    private static readonly string[] TooCommon =
    [
        "password", "passwort", "qwerty", "letmein", "iloveyou", "welcome", "sunshine", "football", "liverpool", "princess", "changeme", "secret",
        "administrator", "abcdefghijkl", "1234567890", "0987654321", "111111", "safespace", "safe space",
    ];

    /// <summary>What is wrong with it, as one sentence; null when it will do.</summary>
    public static string? Problem(string? password, string email)
    {
        if (password is null || password.Length < Shortest)
            return "Use at least 12 letters. Three or four words in a row are easy to remember.";
        if (password.Length > Longest)
            return "This is longer than we can keep: use at most 256 letters.";
        var plain = password.ToLowerInvariant();
        if (plain.Distinct().Count() < 5 || TooCommon.Any(word => plain.Replace(word, "", StringComparison.Ordinal).Length < 6 && plain.Contains(word, StringComparison.Ordinal)))
            return "Many people use this one, so it is easily guessed. Use three or four words of your own.";
        var name = email.Split('@')[0].ToLowerInvariant();
        return name.Length > 3 && plain.Contains(name, StringComparison.Ordinal) && plain.Length - name.Length < 6
            ? "This is too close to your e-mail address. Use three or four words of your own."
            : null;
    }
}
