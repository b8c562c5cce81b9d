namespace SafeSpace.Core.Network.Backup;

/// <summary>How the copies of one group stand.</summary>
/// <param name="Copies">The last tries at a copy, newest first; also those that failed, and those that were thrown away since.</param>
/// <param name="NewestCopy">The last that went well, however long ago.</param>
/// <param name="Kept">How many copies are there.</param>
/// <param name="Drills">The last restore drills, newest first.</param>
/// <param name="IsNightly">Copies are made here.</param>
/// <param name="Since">When the group came to this installation.</param>
/// <param name="Now">When this was read.</param>
public sealed record CareState(IReadOnlyList<CareRun> Copies, CareRun? NewestCopy, int Kept, IReadOnlyList<CareRun> Drills, bool IsNightly, DateTime Since, DateTime Now)
{
    /// <summary>A copy may be this late before anybody is told.</summary>
    private static readonly TimeSpan Late = TimeSpan.FromHours(36);

    public CareRun? NewestDrill => Drills is [var newest, ..] ? newest : null;

    /// <summary>What somebody must be told today; null when all is well.</summary>
    public string? Warning =>
        IsNightly && Now - (NewestCopy?.StartedAt ?? Since) > Late ? "The copies of our records are late. Tell whoever runs the machine today."
        : NewestDrill?.Problem is not null ? "The last restore drill did not succeed. Tell whoever runs the machine today."
        : null;
}
