namespace SafeSpace.Core.Register.Matching.Names;

/// <summary>Letters of Arabic and Hebrew that are a consonant at the beginning of a word and mostly a vowel inside it.</summary>
internal static class SemiVowels
{
    public static string? Of(string word, int at)
    {
        if (at == 0 || IsLongVowel(word[at - 1])) return null;
        if (at + 1 < word.Length && word[at + 1] == 'ا') return null;
        return word[at] switch { 'و' => "u", 'ו' => "o", 'ي' or 'י' => "i", _ => null };
    }

    private static bool IsLongVowel(char letter) => letter is 'ا' or 'و' or 'ي' or 'ו' or 'י';
}
