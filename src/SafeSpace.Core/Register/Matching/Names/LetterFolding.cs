namespace SafeSpace.Core.Register.Matching.Names;

/// <summary>What becomes of single letters when a name is folded: ligatures open up, look-alikes become one letter.</summary>
internal static class LetterFolding
{
    private const char KatakanaFirst = '\u30A1', KatakanaLast = '\u30F6', KatakanaToHiragana = '\u0060';

    /// <summary>The folded letters for a lower-case letter that is not its own folded form; null: it stays as it is.</summary>
    public static string? Of(char letter) => letter switch
    {
        < '\u00DF' => null,
        'ß' => "ss",
        'æ' or 'ǽ' => "ae",
        'œ' => "oe",
        'ø' => "o",
        'đ' or 'ð' => "d",
        'þ' => "th",
        'ł' => "l",
        'ħ' => "h",
        'ŧ' => "t",
        'ŋ' => "ng",
        'ĸ' => "q",
        'ı' => "i",
        'ə' or 'ǝ' => "a",
        'ƶ' => "z",
        'ɓ' => "b",
        'ɗ' => "d",
        'ƙ' => "k",
        'ſ' => "s",
        'ς' => "σ",
        'ى' or 'ی' => "ي",
        'ة' or 'ہ' or 'ھ' => "ه",
        'ک' => "ك",
        'ٱ' => "ا",
        'ـ' => "",
        >= KatakanaFirst and <= KatakanaLast => ((char)(letter - KatakanaToHiragana)).ToString(),
        _ => null,
    };

    /// <summary>Accents and points that spelling does without; signs that carry a vowel (Devanagari, Thai, kana voicing) are kept.</summary>
    public static bool IsAccent(char letter) => letter is
        (>= '\u0300' and <= '\u036F') or (>= '\u0483' and <= '\u0489') or (>= '\u0591' and <= '\u05C7' and not '\u05BE') or
        (>= '\u0610' and <= '\u061A') or (>= '\u064B' and <= '\u065F') or '\u0670' or (>= '\u06D6' and <= '\u06ED') or
        (>= '\u1AB0' and <= '\u1AFF') or (>= '\u1DC0' and <= '\u1DFF') or (>= '\u20D0' and <= '\u20FF') or
        (>= '\uFE00' and <= '\uFE0F') or (>= '\uFE20' and <= '\uFE2F');

    /// <summary>Written inside a name without parting it: O'Brien, D’Souza, Ka‘iulani.</summary>
    public static bool IsApostrophe(char letter) => letter is
        '\'' or '`' or '´' or '‘' or '’' or '‛' or 'ʼ' or 'ʻ' or 'ʹ' or 'ʾ' or 'ʿ' or '′' or '＇' or '׳' or '״';

    public static bool IsHyphen(char letter) => letter is '-' or '‐' or '‑' or '‒' or '–' or '—' or '−' or '־' or '゠';
}
