namespace SafeSpace.Core.Register.Matching.Names;

/// <summary>Korean syllables in Latin letters: Revised Romanisation, and for a surname alone the spelling people carry (Kim, Lee, Park).</summary>
internal static class Hangul
{
    private const int First = 0xAC00, Last = 0xD7A3, VowelCount = 21, FinalCount = 28;

    private static readonly string[] Initials =
        ["g", "kk", "n", "d", "tt", "r", "m", "b", "pp", "s", "ss", "", "j", "jj", "ch", "k", "t", "p", "h"];

    private static readonly string[] Vowels =
        ["a", "ae", "ya", "yae", "eo", "e", "yeo", "ye", "o", "wa", "wae", "oe", "yo", "u", "wo", "we", "wi", "yu", "eu", "ui", "i"];

    private static readonly string[] Finals =
        ["", "k", "k", "k", "n", "n", "n", "t", "l", "k", "m", "l", "l", "l", "l", "l", "m", "p", "p", "t", "t", "ng", "t", "t", "k", "t", "p", "t"];

    public static bool IsSyllable(char letter) => letter is >= (char)First and <= (char)Last;

    public static string Romanise(char syllable, bool alone)
    {
        if (alone && Surname(syllable) is { } surname) return surname;
        var index = syllable - First;
        return Initials[index / (VowelCount * FinalCount)] + Vowels[index / FinalCount % VowelCount] + Finals[index % FinalCount];
    }

    private static string? Surname(char syllable) => syllable switch
    {
        '김' => "kim",
        '이' or '리' => "lee",
        '박' => "park",
        '최' => "choi",
        '정' => "jung",
        '강' => "kang",
        '윤' => "yoon",
        '임' => "lim",
        '신' => "shin",
        '권' => "kwon",
        '유' or '류' => "yoo",
        '전' => "jun",
        '고' => "ko",
        '문' => "moon",
        '배' => "bae",
        '백' => "baek",
        '우' => "woo",
        '주' => "joo",
        '구' => "koo",
        '노' => "noh",
        '곽' => "kwak",
        '길' => "gil",
        '국' => "kook",
        _ => null,
    };
}
