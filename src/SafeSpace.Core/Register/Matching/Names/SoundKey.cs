using System.Buffers;

namespace SafeSpace.Core.Register.Matching.Names;

/// <summary>
/// How a Latin word sounds, roughly, in the English and Slavic ways of spelling: its consonants by class, vowels only at the start.
/// Stephen and Steven, Kowalski and Kovalsky, Smyth and Smith share a key. Some letters sound two ways (ch, g, j): those words have two keys.
/// </summary>
public static class SoundKey
{
    private const int LongestKey = 12;

    private static readonly SearchValues<char> TwoWays = SearchValues.Create("cgjx");

    /// <summary>One or two keys; none for a word without letters a to z.</summary>
    public static IReadOnlyList<string> Of(string latinWord)
    {
        var first = Build(latinWord, other: false);
        if (first.Length == 0) return [];
        if (latinWord.AsSpan().IndexOfAny(TwoWays) < 0) return [first];
        var second = Build(latinWord, other: true);
        return first == second || second.Length == 0 ? [first] : [first, second];
    }

    private static string Build(string latinWord, bool other)
    {
        Span<char> key = stackalloc char[LongestKey];
        var length = 0;
        var word = new SoundReader(latinWord, other);
        while (length < LongestKey && word.Next() is var sound && sound != SoundReader.End)
        {
            if (sound == SoundReader.Silent) continue;
            if (sound == SoundReader.Vowel)
            {
                if (length == 0) key[length++] = 'A';
            }
            else if (length == 0 || key[length - 1] != sound) key[length++] = sound;
        }

        return new string(key[..length]);
    }
}
