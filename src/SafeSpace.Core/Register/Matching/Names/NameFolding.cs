using System.Globalization;
using System.Text;

namespace SafeSpace.Core.Register.Matching.Names;

/// <summary>
/// A name as it is compared: small letters without accents, ligatures opened, apostrophes gone, parts parted by one space.
/// Other scripts keep their own letters (see <see cref="Romanisation"/> for their Latin form).
/// </summary>
public static class NameFolding
{
    /// <summary>The most letters of a word that count; nobody's name is longer, and hostile text stays cheap.</summary>
    public const int LongestWord = 64;

    private const int MostParts = 12;

    /// <summary>The folded name, its parts joined by single spaces; empty for nothing. Folding twice changes nothing.</summary>
    public static string Fold(string? name)
    {
        if (string.IsNullOrEmpty(name)) return "";
        var folded = new StringBuilder(name.Length);
        if (Ascii.IsValid(name)) FoldLetters(name, folded);
        else FoldLetters(Decomposed(name), folded);
        var result = folded.Length > 0 && folded[^1] == ' ' ? folded.ToString(0, folded.Length - 1) : folded.ToString();
        return Ascii.IsValid(result) ? result : result.Normalize(NormalizationForm.FormC);
    }

    /// <summary>The parts of a name: "Anne-Marie O'Brien" gives anne, marie, obrien. At most twelve, each at most <see cref="LongestWord"/> letters.</summary>
    public static IReadOnlyList<string> Parts(string? name)
    {
        var folded = Fold(name);
        if (folded.Length == 0) return [];
        if (!folded.Contains(' ', StringComparison.Ordinal)) return [Cut(folded)];
        return [.. folded.Split(' ').Take(MostParts).Select(Cut)];
    }

    /// <summary>The distinct words to keep for one name field: its parts, and when it has two or three, them written as one (anne, marie, annemarie).</summary>
    public static IReadOnlyList<string> Words(string? name)
    {
        var parts = Parts(name);
        if (parts.Count < 2) return parts;
        var words = parts.Distinct().ToList();
        if (parts.Count <= 3)
        {
            var joined = Cut(string.Concat(parts));
            if (!words.Contains(joined)) words.Add(joined);
        }

        return words;
    }

    private static string Cut(string word)
    {
        if (word.Length <= LongestWord) return word;
        return word[..(char.IsHighSurrogate(word[LongestWord - 1]) ? LongestWord - 1 : LongestWord)];
    }

    private static string Decomposed(string name)
    {
        var kept = new StringBuilder(name.Length);
        foreach (var rune in name.EnumerateRunes())
        {
            // Compatibility decomposition would turn a lone accent mark into a space and an accent, and so part the name.
            if (rune.IsBmp && LetterFolding.IsApostrophe((char)rune.Value)) continue;
            if (rune != Rune.ReplacementChar && !IsNoCharacter(rune.Value)) kept.Append(rune.ToString());
        }

        return kept.ToString().Normalize(NormalizationForm.FormKD);
    }

    /// <summary>Code points that Unicode keeps free for ever (U+FFFE, U+FDD0 …): normalisation throws on them.</summary>
    private static bool IsNoCharacter(int value) => (value & 0xFFFE) == 0xFFFE || value is >= 0xFDD0 and <= 0xFDEF;

    private static void FoldLetters(string name, StringBuilder folded)
    {
        var previous = '\0';
        foreach (var each in name)
        {
            if (LetterFolding.IsApostrophe(each)) continue;
            var letter = char.ToLowerInvariant(each);
            if (LetterFolding.IsAccent(letter))
            {
                // й is a letter of its own (и with a breve): Майкл is not Маикл.
                if (letter == '\u0306' && previous == 'и') folded[^1] = 'й';
                continue;
            }

            previous = letter;
            if (IsPartOfWord(letter)) Append(folded, letter);
            else if (char.GetUnicodeCategory(letter) != UnicodeCategory.Format && folded.Length > 0 && folded[^1] != ' ') folded.Append(' ');
        }
    }

    private static void Append(StringBuilder folded, char letter)
    {
        if (LetterFolding.Of(letter) is { } several) folded.Append(several);
        else folded.Append(letter);
    }

    private static bool IsPartOfWord(char letter) => char.IsLetterOrDigit(letter) || char.IsSurrogate(letter)
        || char.GetUnicodeCategory(letter) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}
