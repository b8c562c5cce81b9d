namespace SafeSpace.Core.Import.Reading;

/// <summary>Which mark stands between the cells of a CSV file: the one that cuts its first records into the most equal pieces.</summary>
internal static class Delimiters
{
    private static readonly char[] Candidates = [',', ';', '\t', '|'];
    private const int Records = 30;

    public static char Find(ReadOnlySpan<char> start)
    {
        var best = ',';
        var bestScore = 0;
        foreach (var candidate in Candidates)
        {
            var counts = FieldCounts(start, candidate).Where(count => count > 1).ToList();
            if (counts.Count == 0) continue;
            var usual = counts.GroupBy(count => count).OrderByDescending(group => group.Count()).ThenByDescending(group => group.Key).First();
            var score = usual.Count() * 100 + Math.Min(usual.Key, 99);
            if (score <= bestScore) continue;
            best = candidate;
            bestScore = score;
        }

        return best;
    }

    private static List<int> FieldCounts(ReadOnlySpan<char> text, char delimiter)
    {
        var counts = new List<int>();
        var fields = 1;
        var quoted = false;
        var atStart = true;
        foreach (var c in text)
        {
            if (c == '"' && (quoted || atStart)) quoted = !quoted;
            else if (!quoted && c == '\n')
            {
                counts.Add(fields);
                if (counts.Count == Records) return counts;
                fields = 1;
                atStart = true;
                continue;
            }
            else if (!quoted && c == delimiter)
            {
                fields++;
                atStart = true;
                continue;
            }

            // A doubled quote closes and opens again: still the same cell.
            atStart = quoted ? false : c == '"';
        }

        if (fields > 1 && !quoted) counts.Add(fields);
        return counts;
    }
}
