using System.Collections.Frozen;
using System.Text;

namespace SafeSpace.Core.Register.Matching.Names;

/// <summary>
/// Names of other scripts in Latin letters, from tables of our own. One plain form, not the one a person chose in a passport:
/// <see cref="SkeletonKey"/> bridges the rest. Han characters get their Mandarin reading (a Japanese reading is not known from the characters).
/// </summary>
public static class Romanisation
{
    private const int FirstOtherLetter = 0x0370;

    private static readonly FrozenDictionary<string, string> LetterTable = ReadLetters();
    private static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> Letters =
        LetterTable.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenDictionary<char, string> Han = ReadHan();

    /// <summary>A folded word has letters of a script other than Latin.</summary>
    public static bool IsOtherScript(ReadOnlySpan<char> foldedWord) =>
        foldedWord.ContainsAnyInRange((char)FirstOtherLetter, '\u1DFF') || foldedWord.ContainsAnyInRange('\u1F00', '\uFFFF');

    /// <summary>The Latin form of a folded word: only a to z (and digits); a Latin word comes back as it is; empty when no letter is known.</summary>
    public static string Of(string foldedWord)
    {
        if (!IsOtherScript(foldedWord)) return foldedWord;
        var latin = new StringBuilder(foldedWord.Length * 2);
        var word = ThaiLetters.InSpokenOrder(foldedWord);
        for (var i = 0; i < word.Length; i++)
        {
            if (i + 1 < word.Length && Letters.TryGetValue(word.AsSpan(i, 2), out var two))
            {
                latin.Append(two);
                i++;
            }
            else if (SemiVowels.Of(word, i) is { } vowel) latin.Append(vowel);
            else if (Letters.TryGetValue(word.AsSpan(i, 1), out var one)) latin.Append(one);
            else if (Hangul.IsSyllable(word[i])) latin.Append(Hangul.Romanise(word[i], foldedWord.Length == 1));
            else if (IndicLetters.Covers(word[i])) IndicLetters.Append(latin, word, i);
            else if (Kana.Append(latin, word[i])) continue;
            else if (Han.TryGetValue(word[i], out var reading)) latin.Append(reading);
            else if (char.IsAsciiLetterOrDigit(word[i])) latin.Append(word[i]);
        }

        return Kana.IsIn(word) ? Kana.ShortenLongVowels(latin.ToString()) : latin.ToString();
    }

    private static FrozenDictionary<string, string> ReadLetters()
    {
        var letters = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in NameTable.Lines("letters.txt"))
        {
            foreach (var pair in line.Skip(1))
            {
                var at = pair.IndexOf('=', StringComparison.Ordinal);
                letters[pair[..at]] = pair[(at + 1)..];
            }
        }

        return letters.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static FrozenDictionary<char, string> ReadHan()
    {
        var han = new Dictionary<char, string>(17_000);
        foreach (var line in NameTable.Lines("han.txt"))
        {
            foreach (var character in line[1]) han[character] = line[0];
        }

        return han.ToFrozenDictionary();
    }
}
