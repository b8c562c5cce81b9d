using SafeSpace.Core.Data;

namespace SafeSpace.Core.Access;

/// <summary>What a password must be: long. Nothing else is asked for; what everybody uses is refused, and what everybody here would think of.</summary>
public static class PasswordRules
{
    public const int Shortest = 12;
    public const int Longest = 256;

    /// <summary>So many letters must be left when the words everybody here would think of are taken out.</summary>
    private const int OfTheirOwn = 6;

    private static readonly string[] TooCommon =
    [
        "password", "passwort", "qwerty", "letmein", "iloveyou", "welcome", "sunshine", "football", "liverpool", "princess", "changeme", "secret",
        "administrator", "abcdefghijkl", "1234567890", "0987654321", "111111", "safespace", "safe space",
    ];

    /// <summary>What is wrong with it, as one sentence; null when it will do.</summary>
    /// <param name="own">The group's own words; see <see cref="WordsOf"/>.</param>
    public static string? Problem(string? password, string email, IReadOnlyCollection<string> own)
    {
        if (password is null || password.Length < Shortest)
            return "Use at least 12 letters. Three or four words in a row are easy to remember.";
        if (password.Length > Longest)
            return "This is longer than we can keep: use at most 256 letters.";
        var plain = password.ToLowerInvariant();
        if (plain.Distinct().Count() < 5 || CommonPasswords.Are(plain) || TooCommon.Any(word => LeavesLittle(plain, word)))
            return "Many people use this one, so it is easily guessed. Use three or four words of your own.";
        if (own.Count > 0 && LeavesLittle(plain, [.. own]))
            return "This is close to the name of the group or the town, so it is easily guessed. Use three or four words of your own.";
        var name = email.Split('@')[0].ToLowerInvariant();
        return name.Length > 3 && LeavesLittle(plain, name)
            ? "This is too close to your e-mail address. Use three or four words of your own."
            : null;
    }

    /// <summary>What everybody in this group would think of: its name, its short name, its town, and our own.</summary>
    public static IReadOnlyCollection<string> WordsOf(GroupStore store) =>
        [.. $"{store.Profile.Name} {store.Slug} {store.Profile.TimeZone} safe space safespace".ToLowerInvariant()
            .Split([' ', '-', '_', '/', '’', '\'', ',', '.'], StringSplitOptions.RemoveEmptyEntries).Where(w => w.Length > 3).Distinct().OrderByDescending(w => w.Length)];

    private static bool LeavesLittle(string plain, params IReadOnlyList<string> words)
    {
        var left = words.Aggregate(plain, (text, word) => text.Replace(word, "", StringComparison.Ordinal));
        return left.Length < plain.Length && left.Count(char.IsLetterOrDigit) < OfTheirOwn;
    }
}
