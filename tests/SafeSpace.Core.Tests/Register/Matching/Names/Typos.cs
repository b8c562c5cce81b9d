using SafeSpace.Core.Register.Matching.Names;

namespace SafeSpace.Core.Tests.Register.Matching.Names;

/// <summary>Makes the slips people make: a letter dropped, doubled, replaced, or two neighbours swapped.</summary>
internal static class Typos
{
    /// <summary>A name with one slip in one of its two halves; a word of a single letter or character has no misspelling and is left alone.</summary>
    public static string? InEither(Random random, string given, string surname)
    {
        var inGiven = random.Next(2) == 0;
        if (!CanBeMisspelt(inGiven ? given : surname)) inGiven = !inGiven;
        if (!CanBeMisspelt(inGiven ? given : surname)) return null;
        return inGiven ? $"{In(random, given)} {surname}" : $"{given} {In(random, surname)}";
    }

    public static bool CanBeMisspelt(string name) => name.Count(char.IsLetter) > 1;

    public static string In(Random random, string name)
    {
        while (true)
        {
            var at = random.Next(name.Length);
            if (!char.IsLetter(name[at])) continue;
            var slip = random.Next(4) switch
            {
                0 => name.Remove(at, 1),
                1 => name.Insert(at, name[at].ToString()),
                2 when at + 1 < name.Length && char.IsLetter(name[at + 1]) => Swapped(name, at),
                3 => Replaced(random, name, at),
                _ => name,
            };
            if (NameFolding.Fold(slip) != NameFolding.Fold(name)) return slip;
        }
    }

    private static string Swapped(string name, int at) => name[..at] + name[at + 1] + name[at] + name[(at + 2)..];

    /// <summary>Another letter of the same script: one of a to z, or a neighbour in the alphabet of the letter replaced.</summary>
    private static string Replaced(Random random, string name, int at)
    {
        var letter = name[at];
        var other = char.IsAscii(letter) ? (char)('a' + random.Next(26)) : (char)(letter + random.Next(1, 12));
        return char.IsLetter(other) ? name[..at] + other + name[(at + 1)..] : name;
    }
}
