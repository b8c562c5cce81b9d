namespace SafeSpace.Core.Import.Reading;

/// <summary>How much one file may hold before we refuse it. A spreadsheet is a zip file: a small one can unpack to fill a disk.</summary>
public sealed record ReadLimits
{
    public static readonly ReadLimits Default = new();

    public long MaxFileBytes { get; init; } = 512L << 20;

    /// <summary>All parts of a workbook together, unpacked.</summary>
    public long MaxUnpackedBytes { get; init; } = 2L << 30;

    /// <summary>Unpacked against packed size. Repetitive sheets reach 40; a bomb reaches 1,000.</summary>
    public int MaxRatio { get; init; } = 250;

    /// <summary>Below this unpacked size the ratio says nothing.</summary>
    public long RatioFromBytes { get; init; } = 16L << 20;

    public int MaxZipParts { get; init; } = 2_000;

    public int MaxColumns { get; init; } = 1_000;

    /// <summary>Letters in one cell of a CSV file. A spreadsheet's own limit is 32,767.</summary>
    public int MaxCellLetters { get; init; } = 1 << 20;
}
