using System.Text;

namespace SafeSpace.Core.Register.Matching.Names;

/// <summary>What Japanese syllable letters need beyond the table (folding has made katakana hiragana).</summary>
internal static class Kana
{
    private const char First = '\u3041', Last = '\u3096';

    public static bool IsIn(string word) => word.AsSpan().ContainsAnyInRange(First, Last);

    /// <summary>Small ya, yu, yo melt with the syllable before: ki + ya is kya, shi + yo is sho.</summary>
    public static bool Append(StringBuilder latin, char letter)
    {
        var vowel = letter switch { 'ゃ' => 'a', 'ゅ' => 'u', 'ょ' => 'o', _ => '\0' };
        if (vowel == '\0') return false;
        if (latin.Length > 0 && latin[^1] == 'i') latin.Length--;
        if (latin.Length == 0 || latin[^1] is not ('h' or 'j')) latin.Append('y');
        latin.Append(vowel);
        return true;
    }

    /// <summary>さとう is written Sato, ゆうき Yuki.</summary>
    public static string ShortenLongVowels(string latin) => latin
        .Replace("ou", "o", StringComparison.Ordinal).Replace("oo", "o", StringComparison.Ordinal).Replace("uu", "u", StringComparison.Ordinal);
}
