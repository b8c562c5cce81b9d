namespace SafeSpace.Core.Register.Matching.Names;

/// <summary>
/// The consonants of a Latin word by broad class, nothing else: Muhammad, Mohamed and the mhmd of a script without vowels are one.
/// Coarser than <see cref="SoundKey"/>; used only between scripts.
/// </summary>
public static class SkeletonKey
{
    public static string Of(string latinWord)
    {
        Span<char> key = latinWord.Length <= 128 ? stackalloc char[latinWord.Length] : new char[latinWord.Length];
        var length = 0;
        for (var i = 0; i < latinWord.Length; i++)
        {
            var next = i + 1 < latinWord.Length ? latinWord[i + 1] : '\0';
            var taken = Class(latinWord[i], next, out var both);
            if (both) i++;
            if (taken != '\0' && (length == 0 || key[length - 1] != taken)) key[length++] = taken;
        }

        return new string(key[..length]);
    }

    private static char Class(char letter, char next, out bool both)
    {
        both = (next == 'h' && "kgdtcszpb".Contains(letter)) || (next == 'z' && "cdst".Contains(letter));
        return letter switch
        {
            'b' => 'p',
            'p' => next == 'h' ? 'f' : 'p',
            'f' or 'v' => 'f',
            'c' => next is 'h' or 'z' ? 's' : next is 'e' or 'i' ? 's' : 'k',
            'k' or 'g' or 'q' or 'x' => 'k',
            'd' or 't' => next == 'z' ? 's' : 't',
            's' or 'z' or 'j' => 's',
            'l' => 'l',
            'm' => 'm',
            'n' => 'n',
            'r' => 'r',
            _ => '\0',
        };
    }
}
