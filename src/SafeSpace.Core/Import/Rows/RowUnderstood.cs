namespace SafeSpace.Core.Import.Rows;

/// <summary>The row is a record whose every cell was understood; whose it is comes next.</summary>
public sealed record RowUnderstood(RowPlace Place, BookRecord Row) : RowOutcome(Place);
