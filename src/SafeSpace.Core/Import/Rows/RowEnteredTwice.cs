namespace SafeSpace.Core.Import.Rows;

/// <summary>A copy of an earlier row, the same in every cell: it counts once.</summary>
public sealed record RowEnteredTwice(RowPlace Place, int SameAsRow) : RowOutcome(Place);
