using System.Collections.Frozen;

namespace SafeSpace.Core.Register.Matching.Names;

/// <summary>Which given names one person may go by: Kate, Katie, Katarzyna, Katherine. Each group of names has a number; a name may be in several.</summary>
public static class ShortForms
{
    private static readonly string[][] Lines = [.. NameTable.Lines("short-forms.txt")];

    private static readonly FrozenDictionary<string, int[]> Table = Lines
        .SelectMany((line, group) => line.Distinct().Select(name => (name, group)))
        .GroupBy(pair => pair.name, pair => pair.group, StringComparer.Ordinal)
        .ToFrozenDictionary(names => names.Key, names => names.Distinct().ToArray(), StringComparer.Ordinal);

    /// <summary>The numbers of the groups a folded given name stands in; none for a name that has no other form.</summary>
    public static IReadOnlyList<int> GroupsOf(string foldedWord) => Table.TryGetValue(foldedWord, out var groups) ? groups : [];

    /// <summary>Two different names that one person may go by.</summary>
    public static bool AreForms(string foldedWord, string otherFoldedWord) =>
        Table.TryGetValue(foldedWord, out var groups) && Table.TryGetValue(otherFoldedWord, out var others) && groups.AsSpan().IndexOfAny(others) >= 0;

    /// <summary>A given name known well enough that a near spelling is more likely another name than a slip.</summary>
    public static bool IsKnownName(string foldedWord) => Table.ContainsKey(foldedWord);

    /// <summary>The stable text of a group, for hashing: its first name, so that adding a line changes no other group's key.</summary>
    internal static string NameOf(int group) => Lines[group][0];
}
