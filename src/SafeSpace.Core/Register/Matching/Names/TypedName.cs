namespace SafeSpace.Core.Register.Matching.Names;

/// <summary>The ways in which a typed name can be parted into words.</summary>
public static class TypedName
{
    private const int MostLettersOfUnpartedName = 5;

    /// <summary>
    /// The words as typed first; then, when that may be meant, with two neighbours as one (mary ann smith: maryann smith) and names that are
    /// written without a space parted after the surname (王建华: 王, 建华).
    /// </summary>
    public static IReadOnlyList<IReadOnlyList<string>> Readings(string? typed)
    {
        var words = NameFolding.Parts(typed);
        var readings = new List<IReadOnlyList<string>> { words };
        if (words.Count is > 2 and < 6)
        {
            for (var i = 0; i + 1 < words.Count; i++)
                readings.Add([.. words.Take(i), words[i] + words[i + 1], .. words.Skip(i + 2)]);
        }

        if (words.Count == 1 && words[0].Length is > 1 and <= MostLettersOfUnpartedName && words[0].All(IsUnparted))
        {
            readings.Add([words[0][..1], words[0][1..]]);
            if (words[0].Length > 2) readings.Add([words[0][..2], words[0][2..]]);
        }

        return readings;
    }

    private static bool IsUnparted(char letter) => letter is (>= '\u4E00' and <= '\u9FFF') or (>= '\u3041' and <= '\u3096') || Hangul.IsSyllable(letter);
}
