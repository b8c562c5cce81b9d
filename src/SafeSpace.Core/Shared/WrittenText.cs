namespace SafeSpace.Core.Shared;

/// <summary>Something that is wrong with what somebody wrote: where, and one clear sentence with its values.</summary>
/// <param name="Field">A path of property names: "ToldUs", "Person.GivenName".</param>
/// <param name="Sentence">English, the key of its translations; placeholders as in <see cref="string.Format(string, object[])"/>.</param>
public sealed record Mistake(string Field, string Sentence, params IReadOnlyList<object> Values);

/// <summary>
/// What people write is kept as it is, every script and sign of it. Only two things are refused, with a sentence, because no
/// store keeps them or no page could give them back: more than fits, and control characters.
/// </summary>
public static class WrittenText
{
    /// <summary>A name, a number, a line: letters that fit.</summary>
    public const int Line = 300;

    /// <summary>A note: letters that fit. About five closely written pages.</summary>
    public const int Note = 20_000;

    public static Mistake? Check(string field, string? text, int fits)
    {
        if (string.IsNullOrEmpty(text))
            return null;
        if (text.Length > fits)
            return new Mistake(field, "This is too long: {0} letters fit, and here are {1}.", fits, text.Length);
        return CanBeKept(text, lines: fits > Line) ? null : new Mistake(field, "There is a sign in this that we cannot keep. Please write it again without it.");
    }

    /// <summary>No control characters but line breaks and tabs, and no half letters.</summary>
    private static bool CanBeKept(string text, bool lines)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsControl(text[i]) && !(text[i] == '\t' || (lines && text[i] is '\n' or '\r')))
                return false;
            if (!char.IsSurrogate(text[i]))
                continue;
            if (i + 1 >= text.Length || !char.IsSurrogatePair(text[i], text[i + 1]))
                return false;
            i++;
        }

        return true;
    }
}
