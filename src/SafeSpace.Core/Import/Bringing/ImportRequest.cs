using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Import.Bringing;

/// <summary>Who brings files in, and how.</summary>
/// <param name="RunId">Of this import; the page gives its own, so that a form sent twice is one import.</param>
/// <param name="Files">Their names, for the list of imports.</param>
public sealed record ImportRequest(Guid RunId, IReadOnlyList<string> Files, Actor By)
{
    /// <summary>Of an import that stopped and goes on, each try marks its rows as its own: what the one before brought in is known then.</summary>
    public Guid Attempt { get; } = Ids.New();

    /// <summary>Says what would become of every row, and writes nothing at all.</summary>
    public bool DryRun { get; init; }

    /// <summary>Rows edited since they were brought in are set right; without it they are listed only.</summary>
    public bool ApplyChanges { get; init; }
}

/// <summary>How far an import has come, in rows.</summary>
public readonly record struct ImportProgress(int Done, int All);
