using SafeSpace.Core.Register.Matching.Scoring;

namespace SafeSpace.Core.Register.Matching.Lists;

/// <summary>
/// Two records that each match a third are worth a look, though they do not match each other: a married name between two spellings of
/// the old one. The third must have a date of birth, or it would tie all people of one name together.
/// </summary>
internal static class ThirdRecords
{
    /// <summary>The pairs to offer beside those found, none of which is among them.</summary>
    public static IEnumerable<ListPair> PairsBeside(IReadOnlyList<ListPair> found, IReadOnlyList<PreparedPerson> people, PersonMatcher matcher)
    {
        var known = found.Select(pair => (pair.First, pair.Second)).ToHashSet();
        var neighbours = found.Where(pair => pair.Match.Score >= MatchWeights.Link)
            .SelectMany(pair => new[] { (Third: pair.First, Other: pair.Second), (Third: pair.Second, Other: pair.First) })
            .Where(link => people[link.Third].Born is not null)
            .GroupBy(link => link.Third, link => link.Other);
        foreach (var others in neighbours)
        {
            var places = others.Order().ToList();
            for (var i = 0; i < places.Count; i++)
            {
                for (var j = i + 1; j < places.Count; j++)
                {
                    if (known.Add((places[i], places[j]))) yield return new ListPair(places[i], places[j], Raised(matcher.Compare(people[places[i]], people[places[j]])));
                }
            }
        }
    }

    private static PersonMatch Raised(PersonMatch match)
    {
        var points = Math.Round(Math.Max(0, MatchWeights.Probably - match.Score), 1, MidpointRounding.AwayFromZero);
        return match with { Score = match.Score + points, Band = MatchBand.Probably, Clues = [.. match.Clues, new MatchClue(MatchReason.BothMatchAThird, points)] };
    }
}
