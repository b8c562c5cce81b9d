namespace SafeSpace.Core.Import.Values;

/// <summary>Makes the three kinds of <see cref="CellValue{T}"/>.</summary>
public static class CellValue
{
    public static CellValue<T> Of<T>(T value) => new(value, true);

    public static CellValue<T> Blank<T>() => default;

    public static CellValue<T> Refused<T>(string why, string detail) => new(default, false, why, detail);
}
