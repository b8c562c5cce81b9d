using SafeSpace.Core.Register.Matching.Details;
using SafeSpace.Core.Register.Matching.Scoring;

namespace SafeSpace.Core.Register.Matching.Lists;

/// <summary>Finds the people who stand in one list more than once.</summary>
public static class ListMatcher
{
    /// <summary>All pairs that are probably, or as far as can be seen surely, one person; the highest score first.</summary>
    public static IReadOnlyList<ListPair> Match(IEnumerable<ComparedPerson> list, CancellationToken cancellation = default)
    {
        var people = list.Select(person => new PreparedPerson(person)).ToList();
        var frequencies = new ValueFrequencies();
        foreach (var person in people) frequencies.Add(person);
        var matcher = new PersonMatcher(frequencies);
        var pairs = new List<ListPair>();
        foreach (var (first, second) in CandidatePairs.Of(people))
        {
            cancellation.ThrowIfCancellationRequested();
            var match = matcher.Compare(people[first], people[second]);
            if (match.Band != MatchBand.Not) pairs.Add(new ListPair(first, second, match));
        }

        pairs.AddRange([.. ThirdRecords.PairsBeside(pairs, people, matcher)]);
        return [.. pairs.OrderByDescending(pair => pair.Match.Score).ThenBy(pair => pair.First).ThenBy(pair => pair.Second)];
    }
}
