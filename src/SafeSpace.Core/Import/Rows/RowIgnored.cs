namespace SafeSpace.Core.Import.Rows;

/// <summary>The row holds no record: blank, a title, a header, a subtotal, or part of a sheet we leave alone.</summary>
public sealed record RowIgnored(RowPlace Place, string Why) : RowOutcome(Place);
