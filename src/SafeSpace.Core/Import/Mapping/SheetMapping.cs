using SafeSpace.Core.Import.Recognising;

namespace SafeSpace.Core.Import.Mapping;

/// <summary>What a person says about one sheet; what is left out is recognised.</summary>
public sealed record SheetMapping
{
    /// <summary>The file's name; null for any.</summary>
    public string? File { get; init; }

    /// <summary>The sheet's name; null for any.</summary>
    public string? Sheet { get; init; }

    public BookKind? Kind { get; init; }

    /// <summary>The sheet holds no records: leave it alone.</summary>
    public bool Ignore { get; init; }

    /// <summary>0: there is no header, and columns are named by letter.</summary>
    public int? HeaderRow { get; init; }

    /// <summary>Field to headers. Fields that are not named are recognised, unless <see cref="OnlyThese"/>.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Columns { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>Columns that are not named are left aside.</summary>
    public bool OnlyThese { get; init; }

    public bool IsFor(string file, string sheet) =>
        (File is null || File.Equals(file, StringComparison.OrdinalIgnoreCase))
        && (Sheet is null || Sheet.Trim().Equals(sheet.Trim(), StringComparison.OrdinalIgnoreCase));
}
