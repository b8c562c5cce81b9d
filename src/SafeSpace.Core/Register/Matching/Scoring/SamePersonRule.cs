namespace SafeSpace.Core.Register.Matching.Scoring;

/// <summary>
/// What must hold, beside the score, for "same": nothing that twins (other given name), a parent and child of one name (other year of birth),
/// or couples on one phone could share. Wrong merges are worse than missed ones.
/// </summary>
internal static class SamePersonRule
{
    public static bool Allows(PersonMatch match, PreparedPerson a, PreparedPerson b) =>
        match.Has(MatchReason.SameGivenName) && !match.Has(MatchReason.GendersDiffer) && BirthAgrees(match, a, b)
        && (SurnameAgrees(match) || IsMarriedName(match));

    private static bool SurnameAgrees(PersonMatch match) => match.Has(MatchReason.SameSurname)
        || match.Has(MatchReason.SurnameOneLetter) || match.Has(MatchReason.SurnamesSoundAlike) || match.Has(MatchReason.SurnameOtherScript)
        || match.Has(MatchReason.SurnamesAlike) || match.Has(MatchReason.SurnamePart);

    /// <summary>Another surname, or none on one side, but the same given name, born the same day, in the same home: nobody else can be all that.</summary>
    private static bool IsMarriedName(PersonMatch match) => !match.Has(MatchReason.NamesSwapped) && match.Has(MatchReason.SameBirthDate)
        && match.Clues.Any(clue => clue.Reason is MatchReason.SameAddress or MatchReason.SameStreet && clue.Points >= MatchWeights.SureHome);

    private static bool BirthAgrees(PersonMatch match, PreparedPerson a, PreparedPerson b)
    {
        if (match.Has(MatchReason.SameBirthDate)) return true;
        if (a.Born is not { } x || b.Born is not { } y || Math.Abs(x.Year - y.Year) >= MatchWeights.YearsOfAGeneration) return false;
        return match.Has(MatchReason.BirthDateOneDigit) || match.Has(MatchReason.BirthDateDigitsSwapped) || match.Has(MatchReason.BirthDayAndMonthSwapped);
    }
}
