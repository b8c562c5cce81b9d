using SafeSpace.Core.Register.Matching.Names;

namespace SafeSpace.Core.Register.Matching.Scoring;

/// <summary>One name field ready to compare: folded parts, and them as one word.</summary>
internal sealed record PreparedName(IReadOnlyList<string> Parts, string Whole)
{
    public static PreparedName? Of(string? name)
    {
        var parts = NameFolding.Parts(name);
        return parts.Count == 0 ? null : new PreparedName(parts, parts.Count == 1 ? parts[0] : string.Concat(parts));
    }
}
