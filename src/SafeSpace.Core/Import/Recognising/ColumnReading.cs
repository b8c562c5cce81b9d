namespace SafeSpace.Core.Import.Recognising;

/// <summary>One column as understood.</summary>
/// <param name="Index">From 0.</param>
/// <param name="Header">As written in the header row.</param>
/// <param name="Field">One of <see cref="Fields"/>; null where the column is left aside.</param>
public sealed record ColumnReading(int Index, string Header, string? Field);
