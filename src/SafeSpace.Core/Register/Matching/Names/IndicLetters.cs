using System.Text;

namespace SafeSpace.Core.Register.Matching.Names;

/// <summary>
/// Nine scripts of India share one layout (ISCII; Unicode blocks 0900 to 0D7F): one table serves Devanagari, Bengali, Gurmukhi,
/// Gujarati, Oriya, Tamil, Telugu, Kannada and Malayalam.
/// </summary>
internal static class IndicLetters
{
    private const int First = 0x0900, Last = 0x0D7F, BlockSize = 0x80, FirstConsonant = 0x15, LastConsonant = 0x39;
    private const int FirstSouthern = 0x0B80;
    private const int Halant = 0x4D, Nukta = 0x3C;

    private static readonly string[] Consonants =
    [
        "k", "kh", "g", "gh", "ng", "ch", "chh", "j", "jh", "n", "t", "th", "d", "dh", "n", "t", "th", "d", "dh", "n", "n",
        "p", "ph", "b", "bh", "m", "y", "r", "r", "l", "l", "l", "v", "sh", "sh", "s", "h",
    ];

    private static readonly string[] Vowels = ["a", "a", "i", "i", "u", "u", "ri", "l", "e", "e", "e", "ai", "o", "o", "o", "au"];
    private static readonly string[] VowelSigns = ["a", "i", "i", "u", "u", "ri", "ri", "e", "e", "e", "ai", "o", "o", "o", "au"];

    public static bool Covers(char letter) => letter is >= (char)First and <= (char)Last;

    public static void Append(StringBuilder latin, string word, int at)
    {
        var place = (word[at] - First) % BlockSize;
        switch (place)
        {
            case >= 0x05 and <= 0x14:
                latin.Append(Vowels[place - 0x05]);
                break;
            case >= FirstConsonant and <= LastConsonant:
                latin.Append(Consonants[place - FirstConsonant]);
                if (HasOwnVowel(word, at)) latin.Append('a');
                break;
            case >= 0x3E and <= 0x4C:
                latin.Append(VowelSigns[place - 0x3E]);
                break;
            case 0x01 or 0x02 or 0x70:
                latin.Append('n');
                break;
            case 0x5C or 0x5D:
                latin.Append('r');
                break;
            default:
                break;
        }
    }

    /// <summary>A consonant is spoken with "a" unless a sign says otherwise; at the end of a word the northern languages drop it.</summary>
    private static bool HasOwnVowel(string word, int at)
    {
        for (var next = at + 1; next < word.Length; next++)
        {
            if (!Covers(word[next])) return true;
            var place = (word[next] - First) % BlockSize;
            if (place == Nukta) continue;
            return place is not (>= 0x3E and <= Halant);
        }

        return word[at] >= FirstSouthern;
    }
}
