namespace SafeSpace.Core.Register.Matching.Names;

/// <summary>How far apart two spellings are.</summary>
public static class EditDistance
{
    /// <summary>Damerau–Levenshtein (optimal string alignment): letters dropped, added, replaced, or two neighbours swapped, each counting one.</summary>
    public static int DamerauLevenshtein(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        if (a.Length == 0) return b.Length;
        if (b.Length == 0) return a.Length;
        var width = b.Length + 1;
        Span<int> rows = width * 3 <= 384 ? stackalloc int[width * 3] : new int[width * 3];
        Span<int> before = rows[..width], above = rows[width..(2 * width)], current = rows[(2 * width)..];
        for (var j = 0; j < width; j++) above[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            current[0] = i;
            for (var j = 1; j < width; j++)
            {
                var cost = a[i - 1] == b[j - 1] ? 0 : 1;
                var best = Math.Min(Math.Min(above[j] + 1, current[j - 1] + 1), above[j - 1] + cost);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) best = Math.Min(best, before[j - 2] + 1);
                current[j] = best;
            }

            var spare = before;
            before = above;
            above = current;
            current = spare;
        }

        return above[b.Length];
    }

    /// <summary>At most one letter dropped, added, replaced, or two neighbours swapped. Much cheaper than the distance itself.</summary>
    public static bool AtMostOne(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        if (a.Length > b.Length) return AtMostOne(b, a);
        if (b.Length - a.Length > 1) return false;
        var start = a.CommonPrefixLength(b);
        a = a[start..];
        b = b[start..];
        while (a.Length > 0 && b.Length > 0 && a[^1] == b[^1])
        {
            a = a[..^1];
            b = b[..^1];
        }

        return b.Length <= 1 || (a.Length == 2 && b.Length == 2 && a[0] == b[1] && a[1] == b[0]);
    }

    /// <summary>Jaro–Winkler likeness, 0 to 1: many shared letters in nearly the same order, a shared beginning counting more. The same whichever way round.</summary>
    public static double JaroWinkler(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        if (a.SequenceEqual(b)) return 1;
        // Jaro's greedy pairing of letters may differ by direction; one direction is taken always.
        if (a.SequenceCompareTo(b) > 0) return JaroWinkler(b, a);
        if (a.Length == 0 || b.Length == 0) return 0;
        var reach = Math.Max(0, (Math.Max(a.Length, b.Length) / 2) - 1);
        Span<bool> used = b.Length <= 128 ? stackalloc bool[b.Length] : new bool[b.Length];
        Span<char> shared = a.Length <= 128 ? stackalloc char[a.Length] : new char[a.Length];
        used.Clear();
        var matches = 0;
        for (var i = 0; i < a.Length; i++)
        {
            var last = Math.Min(b.Length - 1, i + reach);
            for (var j = Math.Max(0, i - reach); j <= last; j++)
            {
                if (used[j] || a[i] != b[j]) continue;
                used[j] = true;
                shared[matches++] = a[i];
                break;
            }
        }

        if (matches == 0) return 0;
        var outOfOrder = 0;
        for (int j = 0, k = 0; j < b.Length; j++)
        {
            if (used[j] && b[j] != shared[k++]) outOfOrder++;
        }

        double m = matches;
        var jaro = ((m / a.Length) + (m / b.Length) + ((m - (outOfOrder / 2)) / m)) / 3;
        var prefix = Math.Min(4, a.CommonPrefixLength(b));
        return jaro + (prefix * 0.1 * (1 - jaro));
    }
}
