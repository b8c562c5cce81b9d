using SafeSpace.Core.Import.Reading;
using SafeSpace.Core.Import.Values;

namespace SafeSpace.Core.Import.Mapping;

/// <summary>How a group's files are to be understood: read from YAML (<see cref="MappingReader"/>), or written from what was recognised.</summary>
public sealed record BookMapping
{
    public static readonly BookMapping Empty = new();

    public string? Encoding { get; init; }

    public string? Delimiter { get; init; }

    public DateOrder Dates { get; init; }

    public NameOrder Names { get; init; }

    /// <summary>The letters of the group's references; null takes the group's own.</summary>
    public string? ReferencePrefix { get; init; }

    public IReadOnlyList<SheetMapping> Sheets { get; init; } = [];

    public WordMapping Words { get; init; } = new();

    public CsvChoices Csv => new(Encoding, Delimiter);

    public SheetMapping? For(string file, string sheet) => Sheets.FirstOrDefault(mapping => mapping.IsFor(file, sheet));
}
