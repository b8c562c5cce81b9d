using SafeSpace.Core.Register.Matching.Scoring;

namespace SafeSpace.Core.Register.Matching.Lists;

/// <summary>Pairs of a list worth comparing: those that share a block. Never all pairs.</summary>
internal static class CandidatePairs
{
    /// <summary>A block this large says too little (a date that stands for "unknown", a hospital's phone); its pairs meet in others.</summary>
    private const int LargestBlock = 200;

    /// <summary>Each pair once, as two places in the list, the first the lower.</summary>
    public static IEnumerable<(int First, int Second)> Of(IReadOnlyList<PreparedPerson> people)
    {
        var seen = new HashSet<long>();
        foreach (var kind in BlockKeys.Kinds)
        {
            foreach (var pair in OfKind(people, kind))
            {
                if (seen.Add(((long)pair.First << 32) | (uint)pair.Second)) yield return pair;
            }
        }
    }

    private static IEnumerable<(int First, int Second)> OfKind(IReadOnlyList<PreparedPerson> people, Action<PreparedPerson, List<long>> kind)
    {
        var entries = new List<(long Key, int Place)>(people.Count * 2);
        var keys = new List<long>();
        for (var place = 0; place < people.Count; place++)
        {
            keys.Clear();
            kind(people[place], keys);
            foreach (var key in keys) entries.Add((key, place));
        }

        entries.Sort();
        for (int from = 0, to; from < entries.Count; from = to)
        {
            to = from + 1;
            while (to < entries.Count && entries[to].Key == entries[from].Key) to++;
            if (to - from > LargestBlock) continue;
            for (var i = from; i < to; i++)
            {
                for (var j = i + 1; j < to; j++)
                {
                    if (entries[i].Place != entries[j].Place) yield return (entries[i].Place, entries[j].Place);
                }
            }
        }
    }
}
