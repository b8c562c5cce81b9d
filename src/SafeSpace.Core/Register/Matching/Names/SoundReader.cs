namespace SafeSpace.Core.Register.Matching.Names;

/// <summary>Reads a Latin word sound by sound. <c>other</c>: take the second way of letters that sound two ways.</summary>
internal ref struct SoundReader(ReadOnlySpan<char> word, bool other)
{
    public const char End = '\0', Silent = '-', Vowel = '+';

    private readonly ReadOnlySpan<char> word = word;
    private readonly bool other = other;
    private int at;

    public char Next()
    {
        if (at >= word.Length) return End;
        var start = at == 0;
        if (start && (Is("kn") || Is("gn") || Is("wr") || Is("pn") || Is("ps"))) at++;
        return word[at] switch
        {
            'a' or 'e' or 'i' or 'o' or 'u' or 'y' => Take(1, Vowel),
            'b' => Take(1, At(-1) == 'm' && at == word.Length - 1 ? Silent : 'b'),
            'c' => Soft(),
            'd' => D(),
            'f' => Take(1, 'f'),
            'g' => G(),
            'h' => Take(1, start && IsVowel(At(1)) ? 'h' : Silent),
            'j' => Take(1, !other ? 'j' : start ? Vowel : Silent),
            'k' => Is("kh") ? Take(2, 'k') : Take(1, 'k'),
            'l' => Take(1, 'l'),
            'm' => Take(At(1) == 'p' && At(2) == 's' ? 2 : 1, 'm'),
            'n' => Take(1, 'n'),
            'p' => Is("ph") ? Take(2, 'f') : Take(1, 'p'),
            'q' => Take(1, 'k'),
            'r' => Is("rz") ? Take(2, 'r') : Take(1, 'r'),
            's' => S(),
            't' => T(),
            'v' => Take(1, 'f'),
            'w' => W(start),
            'x' => X(start),
            'z' => Z(),
            _ => Take(1, Silent),
        };
    }

    private char Soft()
    {
        if (Is("ck") || Is("cq")) return Take(2, 'k');
        if (Is("cz")) return Take(2, 'c');
        if (Is("ch")) return Take(2, other ? 'k' : 'c');
        if (Is("cs")) return Take(2, 'c');
        if (At(1) is 'e' or 'i' or 'y') return Take(1, other ? 'c' : 's');
        return Take(1, other && at == word.Length - 1 ? 'c' : 'k');
    }

    private char D()
    {
        if (Is("dz") || Is("dj")) return Take(2, 'j');
        if (Is("dg") && At(2) is 'e' or 'i' or 'y') return Take(2, 'j');
        if (Is("dt")) return Take(2, 't');
        return Take(1, 'd');
    }

    private char G()
    {
        if (Is("gh")) return Take(2, at == 0 || other ? 'g' : Silent);
        if (Is("gj")) return Take(2, 'j');
        if (Is("gn") && at + 2 >= word.Length) return Take(1, Silent);
        return At(1) is 'e' or 'i' or 'y' && !other ? Take(1, 'j') : Take(1, 'g');
    }

    private char S()
    {
        if (Is("sch"))
            return other ? Take(3, 'S') : At(3) is 'm' or 'n' or 'l' or 'r' or 'w' || IsVowel(At(3)) || at + 3 >= word.Length ? Take(3, 'S') : Take(1, 's');
        if (Is("sh") || Is("sz")) return Take(2, 'S');
        return Take(1, 's');
    }

    private char T()
    {
        if (Is("tch")) return Take(3, 'c');
        if (Is("tsch")) return Take(4, 'c');
        if (Is("th")) return Take(2, 't');
        if (Is("ts") && IsVowel(At(2))) return Take(2, 's');
        if (Is("tz")) return Take(2, 's');
        return Take(1, 't');
    }

    private char W(bool start)
    {
        if (Is("wh")) return Take(2, 'f');
        if (start || IsVowel(At(1)) || At(1) == 's') return Take(1, 'f');
        return Take(1, Silent);
    }

    private char X(bool start)
    {
        if (start) return Take(1, other ? 'S' : 's');
        return Take(1, other ? 'S' : 'k');
    }

    private char Z()
    {
        if (Is("zh")) return Take(2, 'j');
        return Take(1, 's');
    }

    private char Take(int letters, char sound)
    {
        at += letters;
        return sound;
    }

    private readonly bool Is(string letters) => word[at..].StartsWith(letters);

    private readonly char At(int offset) => at + offset >= 0 && at + offset < word.Length ? word[at + offset] : '\0';

    private static bool IsVowel(char letter) => letter is 'a' or 'e' or 'i' or 'o' or 'u' or 'y';
}
