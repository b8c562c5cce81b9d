namespace SafeSpace.Web.Modules.Access;

/// <summary>Only what cannot be an address is refused: the post decides the rest.</summary>
internal static class EmailRules
{
    public const string Sentence = "Write a whole e-mail address, like ana@example.org.";

    public static bool LooksRight(string? email)
    {
        var at = email?.Trim().IndexOf('@', StringComparison.Ordinal) ?? -1;
        return at > 0 && at < email!.Trim().Length - 1 && email.Trim().Length <= 254 && !email.Trim().Any(c => char.IsWhiteSpace(c) || char.IsControl(c));
    }
}
