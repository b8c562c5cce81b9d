using SafeSpace.Core.Register.Matching.Names;

namespace SafeSpace.Core.Register.Search;

/// <summary>How near a whole name is to the typed words: each typed word takes the word of the name that is nearest to it.</summary>
internal static class NameNearness
{
    private const double Uncovered = 2.5, UnaskedPart = 0.05, WrongSide = 0.02;

    public static Nearness Of(NameWordsFound found, string givenName, string? knownAs, string surname)
    {
        var given = NameFolding.Words(givenName).Concat(NameFolding.Words(knownAs)).Distinct().ToList();
        var family = NameFolding.Words(surname);
        var asked = NameFolding.Parts(givenName).Count + NameFolding.Parts(surname).Count;
        return found.Readings.Where(r => r.Count > 0).Select(r => Total(found, r, given, family, asked)).MinBy(n => n.Cost) ?? new Nearness(0, []);
    }

    /// <summary>As <see cref="Of"/>, when only a word of each name is known yet.</summary>
    public static double OfPair(NameWordsFound found, string given, string surname) =>
        found.Readings.Where(r => r.Count > 0).Min(r => Total(found, r, given.Length == 0 ? [] : [given], surname.Length == 0 ? [] : [surname], 2).Cost);

    private static Nearness Total(NameWordsFound found, IReadOnlyList<string> reading, List<string> given, IReadOnlyList<string> family, int asked)
    {
        string[] words = [.. given, .. family];
        var taken = new bool[words.Length];
        var why = new List<string>();
        var total = UnaskedPart * Math.Max(0, asked - reading.Count);
        var (firstGiven, firstFamily) = (-1, -1);
        for (var i = 0; i < reading.Count; i++)
        {
            var (cost, at) = Nearest(found, reading[i], words, taken);
            if (at < 0)
            {
                total += Uncovered - (words.Length == 0 ? 0 : words.Max(w => EditDistance.JaroWinkler(reading[i], w)));
                continue;
            }

            taken[at] = true;
            total += cost;
            var isFamily = at >= given.Count;
            if (isFamily)
                firstFamily = firstFamily < 0 ? i : firstFamily;
            else
                firstGiven = firstGiven < 0 ? i : firstGiven;
            why.Add(Reason(found.KindOf(reading[i], words[at]), isFamily));
        }

        if (firstFamily >= 0 && firstGiven > firstFamily)
        {
            total += WrongSide;
            why.Add(FoundBecause.Swapped);
        }

        return new Nearness(total, [.. why.Distinct()]);
    }

    private static (double Cost, int At) Nearest(NameWordsFound found, string typed, string[] words, bool[] taken)
    {
        var (best, at) = (double.MaxValue, -1);
        for (var j = 0; j < words.Length; j++)
        {
            if (taken[j] || found.KindOf(typed, words[j]) is WordMatchKind.None)
                continue;
            var cost = WordCost.Of(found.KindOf(typed, words[j]), typed, words[j]);
            if (cost < best)
                (best, at) = (cost, j);
        }

        return (best, at);
    }

    private static string Reason(WordMatchKind kind, bool family) => kind switch
    {
        WordMatchKind.Exact => family ? FoundBecause.SameSurname : FoundBecause.SameGivenName,
        WordMatchKind.ShortForm => family ? FoundBecause.SurnameSounds : FoundBecause.ShortForm,
        WordMatchKind.OneTypo => family ? FoundBecause.SurnameNear : FoundBecause.GivenNameNear,
        WordMatchKind.SoundsAlike => family ? FoundBecause.SurnameSounds : FoundBecause.GivenNameSounds,
        _ => FoundBecause.OtherScript,
    };
}
