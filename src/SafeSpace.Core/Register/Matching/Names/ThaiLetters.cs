namespace SafeSpace.Core.Register.Matching.Names;

/// <summary>Thai and Lao write some vowels before the consonant after which they are spoken.</summary>
internal static class ThaiLetters
{
    public static string InSpokenOrder(string word)
    {
        if (!word.AsSpan().ContainsAnyInRange('\u0E40', '\u0E44') && !word.AsSpan().ContainsAnyInRange('\u0EC0', '\u0EC4')) return word;
        var letters = word.ToCharArray();
        for (var i = 0; i + 1 < letters.Length; i++)
        {
            if (letters[i] is not ((>= '\u0E40' and <= '\u0E44') or (>= '\u0EC0' and <= '\u0EC4'))) continue;
            (letters[i], letters[i + 1]) = (letters[i + 1], letters[i]);
            i++;
        }

        return new string(letters);
    }
}
