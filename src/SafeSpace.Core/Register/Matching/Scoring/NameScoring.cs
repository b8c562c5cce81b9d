namespace SafeSpace.Core.Register.Matching.Scoring;

/// <summary>Points for given name and surname together, as written or turned round.</summary>
internal static class NameScoring
{
    /// <summary>Eight times as often a given name: only a list can say that much.</summary>
    private const double SureLead = 3;

    public static void Score(PreparedPerson a, PreparedPerson b, ValueFrequencies frequencies, List<MatchClue> clues)
    {
        var straight = Straight(a, b, frequencies);
        var swapped = Swapped(a, b, frequencies);
        clues.AddRange(swapped.Count > 0 && swapped.Sum(clue => clue.Points) > straight.Sum(clue => clue.Points) ? swapped : straight);
    }

    private static List<MatchClue> Straight(PreparedPerson a, PreparedPerson b, ValueFrequencies frequencies)
    {
        var clues = new List<MatchClue>(2);
        if (Best(a.Given, b.Given, frequencies.GivenNamePoints, frequencies.AreBothGivenNames) is { } given) clues.Add(Given(given));
        if (Best(One(a.Surname), One(b.Surname), frequencies.SurnamePoints, frequencies.AreBothSurnames) is { } surname) clues.Add(Surname(surname));
        return clues;
    }

    /// <summary>The given name of each against the surname of the other; at least one of the two must be the very same, and the other may be missing.</summary>
    private static List<MatchClue> Swapped(PreparedPerson a, PreparedPerson b, ValueFrequencies frequencies)
    {
        double Either(string x, string y) => Math.Min(frequencies.GivenNamePoints(x, y), frequencies.SurnamePoints(x, y));
        bool AreBoth(string x, string y) => frequencies.AreBothGivenNames(x, y) || frequencies.AreBothSurnames(x, y);
        var closer = Best(a.Given, One(b.Surname), Either, AreBoth);
        var other = Best(One(a.Surname), b.Given, Either, AreBoth);
        if (closer is null || (other is { } second && IsCloser(second, closer.Value))) (closer, other) = (other, closer);
        if (closer is not { } first || first.Agreement == NameAgreement.Differ) return [];
        if (first.Agreement != NameAgreement.Same && other is null or { Agreement: NameAgreement.Differ }) return [];
        var clues = new List<MatchClue>(3) { new(MatchReason.NamesSwapped, MatchWeights.NamesSwapped) };
        if (other is not { } rest) clues.Add(frequencies.GivenLeaning(first.A, first.B) > 0 ? Given(first) : Surname(first));
        // Where neither word says which is the given name, the one that agrees less is taken for it: the cautious reading.
        else if (frequencies.GivenLeaning(first.A, first.B) > frequencies.GivenLeaning(rest.A, rest.B) + SureLead) clues.AddRange(Given(first), Surname(rest));
        else clues.AddRange(Given(rest), Surname(first));
        return clues;
    }

    private static bool IsCloser(NameFinding a, NameFinding b) =>
        a.Agreement < b.Agreement || (a.Agreement == b.Agreement && a.Points > b.Points);

    private static MatchClue Given(NameFinding name) =>
        new(GivenReason(name.Agreement), name.Agreement == NameAgreement.Differ ? MatchWeights.GivenNamesDiffer : name.Points);

    private static MatchClue Surname(NameFinding name) =>
        new(SurnameReason(name.Agreement), name.Agreement == NameAgreement.Differ ? MatchWeights.SurnamesDiffer : name.Points);

    private static PreparedName[] One(PreparedName? name) => name is null ? [] : [name];

    private static NameFinding? Best(
        PreparedName[] a, PreparedName[] b, Func<string, string, double> points, Func<string, string, bool> areBothNames)
    {
        NameFinding? best = null;
        foreach (var x in a)
        {
            foreach (var y in b)
            {
                var agreement = NameComparison.Compare(x, y);
                if (agreement is NameAgreement.OneLetter or NameAgreement.SoundAlike && areBothNames(x.Whole, y.Whole)) agreement = NameAgreement.LookAlike;
                var earned = NameComparison.Share(agreement) * points(x.Whole, y.Whole);
                var finding = new NameFinding(agreement, earned, x.Whole, y.Whole);
                if (best is null || IsCloser(finding, best.Value)) best = finding;
            }
        }

        return best;
    }

    private static MatchReason GivenReason(NameAgreement agreement) => agreement switch
    {
        NameAgreement.Same => MatchReason.SameGivenName,
        NameAgreement.OneLetter => MatchReason.GivenNameOneLetter,
        NameAgreement.ShortForm => MatchReason.GivenNameShortForm,
        NameAgreement.OtherScript => MatchReason.GivenNameOtherScript,
        NameAgreement.SoundAlike => MatchReason.GivenNamesSoundAlike,
        NameAgreement.Part => MatchReason.GivenNamePart,
        NameAgreement.LookAlike => MatchReason.GivenNamesAlike,
        _ => MatchReason.GivenNamesDiffer,
    };

    private static MatchReason SurnameReason(NameAgreement agreement) => agreement switch
    {
        NameAgreement.Same => MatchReason.SameSurname,
        NameAgreement.OneLetter => MatchReason.SurnameOneLetter,
        NameAgreement.ShortForm or NameAgreement.LookAlike => MatchReason.SurnamesAlike,
        NameAgreement.OtherScript => MatchReason.SurnameOtherScript,
        NameAgreement.SoundAlike => MatchReason.SurnamesSoundAlike,
        NameAgreement.Part => MatchReason.SurnamePart,
        _ => MatchReason.SurnamesDiffer,
    };

    /// <summary>How two words agree, and the points for it.</summary>
    private readonly record struct NameFinding(NameAgreement Agreement, double Points, string A, string B);
}
