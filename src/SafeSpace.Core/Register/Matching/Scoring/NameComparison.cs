using SafeSpace.Core.Register.Matching.Names;

namespace SafeSpace.Core.Register.Matching.Scoring;

/// <summary>How two name fields agree.</summary>
internal enum NameAgreement
{
    Same,
    OneLetter,
    ShortForm,
    OtherScript,
    SoundAlike,
    Part,
    LookAlike,
    Differ,
}

/// <summary>Compares two names of one kind, parts and all.</summary>
internal static class NameComparison
{
    private const double LookAlike = 0.88;
    private const int ShortestBeginning = 3, LongerPart = 4, LongName = 7;

    public static NameAgreement Compare(PreparedName a, PreparedName b)
    {
        if (a.Whole == b.Whole) return NameAgreement.Same;
        switch (WordMatch.OfFolded(a.Whole, b.Whole))
        {
            case WordMatchKind.ShortForm: return NameAgreement.ShortForm;
            case WordMatchKind.OneTypo: return NameAgreement.OneLetter;
            case WordMatchKind.SoundsAlike: return NameAgreement.SoundAlike;
            case WordMatchKind.Romanised: return NameAgreement.OtherScript;
            default: break;
        }

        if (SharePart(a, b)) return NameAgreement.Part;
        return LooksAlike(a.Whole, b.Whole) ? NameAgreement.LookAlike : NameAgreement.Differ;
    }

    /// <summary>The part of an exact agreement's points that this one earns; below zero is a fixed number of points instead.</summary>
    public static double Share(NameAgreement agreement) => agreement switch
    {
        NameAgreement.Same => 1,
        NameAgreement.OneLetter => MatchWeights.OneLetterPart,
        NameAgreement.ShortForm => MatchWeights.ShortFormPart,
        NameAgreement.OtherScript => MatchWeights.OtherScriptPart,
        NameAgreement.SoundAlike => MatchWeights.SoundPart,
        NameAgreement.Part => MatchWeights.NamePartPart,
        NameAgreement.LookAlike => MatchWeights.LookPart,
        _ => 0,
    };

    /// <summary>Anne and Anne-Marie, Silva and Silva Santos: a whole part of one is a part of the other, particles (de, van) apart.</summary>
    private static bool SharePart(PreparedName a, PreparedName b)
    {
        if (a.Parts.Count + b.Parts.Count < 3) return false;
        foreach (var part in a.Parts)
        {
            foreach (var other in b.Parts)
            {
                if (part.Length >= ShortestBeginning && (part == other || (part.Length > LongerPart && EditDistance.AtMostOne(part, other)))) return true;
            }
        }

        return false;
    }

    private static bool LooksAlike(string a, string b)
    {
        if (Math.Min(a.Length, b.Length) < ShortestBeginning) return a[0] == b[0] && Math.Min(a.Length, b.Length) == 1;
        return EditDistance.JaroWinkler(a, b) >= LookAlike
            || a.StartsWith(b, StringComparison.Ordinal) || b.StartsWith(a, StringComparison.Ordinal)
            || (Math.Min(a.Length, b.Length) >= LongName && EditDistance.DamerauLevenshtein(a, b) <= 2);
    }
}
