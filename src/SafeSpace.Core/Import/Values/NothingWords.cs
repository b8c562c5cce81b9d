using System.Collections.Frozen;

namespace SafeSpace.Core.Import.Values;

/// <summary>What people write in a cell when there is nothing to write.</summary>
public static class NothingWords
{
    private static readonly FrozenSet<string> Words = new[]
    {
        "", "-", "--", "---", "–", "—", ".", "?", "??", "n/k", "nk", "n/a", "na", "none", "nil", "not known", "unknown", "tbc", "tba", "blank", "#n/a",
        "not given", "not stated", "not said", "dk", "d/k",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <param name="text">Trimmed.</param>
    public static bool Say(string text) => Words.Contains(text);
}
