using SafeSpace.Core.Register.Matching.Details;

namespace SafeSpace.Core.Register.Matching.Scoring;

/// <summary>
/// Compares two people's records by a weighted sum whose every part has a reason in words. What is missing on either side counts
/// neither way. Give it the <see cref="ValueFrequencies"/> of the list the people come from.
/// </summary>
public sealed class PersonMatcher(ValueFrequencies frequencies)
{
    public PersonMatcher()
        : this(ValueFrequencies.Usual)
    {
    }

    /// <summary>The same whichever way round.</summary>
    public PersonMatch Compare(ComparedPerson a, ComparedPerson b) => Compare(new PreparedPerson(a), new PreparedPerson(b));

    internal PersonMatch Compare(PreparedPerson a, PreparedPerson b)
    {
        var clues = new List<MatchClue>(6);
        NameScoring.Score(a, b, frequencies, clues);
        if (BirthScoring.Score(a.Born, b.Born) is { } birth) clues.Add(birth);
        HouseholdScoring.Score(a, b, clues);
        if (a.IsWoman is { } woman && b.IsWoman is { } other)
            clues.Add(woman == other ? new(MatchReason.SameGender, MatchWeights.SameGender) : new(MatchReason.GendersDiffer, MatchWeights.GendersDiffer));

        var score = Math.Round(clues.Sum(clue => clue.Points), 1, MidpointRounding.AwayFromZero);
        var match = new PersonMatch(score, MatchBand.Not, clues);
        if (score >= MatchWeights.Same && SamePersonRule.Allows(match, a, b)) return match with { Band = MatchBand.Same };
        return score >= MatchWeights.Probably && MoreThanHousehold(match) ? match with { Band = MatchBand.Probably } : match;
    }

    /// <summary>Phone and address alone make a household, not one person.</summary>
    private static bool MoreThanHousehold(PersonMatch match) =>
        match.Clues.Any(clue => clue is { Reason: < MatchReason.SamePhone, Points: > 0 });
}
