namespace SafeSpace.Core.Import.Rows;

/// <summary>Where a row stands, in the words a person finds it by.</summary>
/// <param name="Sheet">Null for a CSV file.</param>
public readonly record struct RowPlace(string File, string? Sheet, int Row);
