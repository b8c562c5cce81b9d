namespace SafeSpace.Core.Import.Rows;

/// <summary>A record that cannot be taken as it is.</summary>
/// <param name="Why">One of <see cref="Values.Refusals"/>: the same words every time.</param>
/// <param name="Detail">A sentence: what stands there and what to do.</param>
public sealed record RowRefused(RowPlace Place, string Why, string Detail) : RowOutcome(Place)
{
    /// <summary>The row, where all that is missing is whose it is; it may have been brought in when that was known.</summary>
    public BookRecord? Row { get; init; }
}
