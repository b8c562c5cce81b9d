namespace SafeSpace.Core.Import.Rows;

/// <summary>What became of one row. Every row of a file has exactly one outcome.</summary>
public abstract record RowOutcome(RowPlace Place);
