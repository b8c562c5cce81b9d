using SafeSpace.Core.Register.Matching.Details;

namespace SafeSpace.Core.Register.Matching.Scoring;

/// <summary>Points for the dates of birth, by how a slip may have made one of the other.</summary>
internal static class BirthScoring
{
    public static MatchClue? Score(BirthDate? a, BirthDate? b) => a is { } x && b is { } y ? Compare(x, y) : null;

    private static MatchClue Compare(BirthDate a, BirthDate b)
    {
        if (a == b) return new(MatchReason.SameBirthDate, MatchWeights.SameBirthDate);
        if (a.Swapped() == b) return new(MatchReason.BirthDayAndMonthSwapped, MatchWeights.BirthDayAndMonthSwapped);
        var different = Different(a.Digits, b.Digits);
        if (different == 1) return new(MatchReason.BirthDateOneDigit, MatchWeights.BirthDateOneDigit);
        if (different == 2 && NeighboursSwapped(a.Digits, b.Digits)) return new(MatchReason.BirthDateDigitsSwapped, MatchWeights.BirthDateDigitsSwapped);
        if (a.Digits.AsSpan(4).SequenceEqual(b.Digits.AsSpan(4))) return new(MatchReason.SameBirthday, MatchWeights.SameBirthday);
        if (different == 2) return new(MatchReason.BirthDateTwoDigits, MatchWeights.BirthDateTwoDigits);
        return a.Year == b.Year
            ? new(MatchReason.SameBirthYear, MatchWeights.SameBirthYear)
            : new(MatchReason.BirthDatesDiffer, MatchWeights.BirthDatesDiffer);
    }

    private static int Different(string a, string b)
    {
        var count = 0;
        for (var i = 0; i < a.Length; i++) count += a[i] == b[i] ? 0 : 1;
        return count;
    }

    private static bool NeighboursSwapped(string a, string b)
    {
        var first = 0;
        while (a[first] == b[first]) first++;
        return first + 1 < a.Length && a[first] == b[first + 1] && a[first + 1] == b[first];
    }
}
