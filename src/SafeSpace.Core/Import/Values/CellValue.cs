namespace SafeSpace.Core.Import.Values;

/// <summary>What a cell says: a value, nothing, or something nobody can understand (then <see cref="Why"/> and <see cref="Detail"/> say so).</summary>
/// <param name="Why">A short phrase of <see cref="Refusals"/>; null where the cell was understood or blank.</param>
public readonly record struct CellValue<T>(T? Value, bool HasValue, string? Why = null, string? Detail = null)
{
    public bool IsRefused => Why is not null;

    public bool IsBlank => !HasValue && Why is null;
}
