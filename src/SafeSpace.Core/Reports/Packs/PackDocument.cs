using System.Text.Json;
using System.Text.Json.Serialization;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Reports.Packs;

public enum CellState
{
    Shown,

    /// <summary>Fewer than five, or something that would give away one that is.</summary>
    Withheld,

    /// <summary>Nobody knows. Never a nought.</summary>
    Missing,
}

public enum CellKind
{
    Count,
    Minutes,
    Money,
    Percent,
    Number,
    Words,
}

/// <summary>One cell of a pack as published. A value stands in it only when it is shown.</summary>
/// <param name="Key">What it is a number of; null where it is none that disclosure control watches.</param>
public sealed record PackCell(string? Key, CellState State, decimal? Value = null, string? Words = null)
{
    public static readonly PackCell Missing = new(null, CellState.Missing);

    public static readonly PackCell Withheld = new(null, CellState.Withheld);
}

/// <param name="Own">The group's own word: never translated.</param>
public sealed record PackRow(string Name, bool Own, CellKind Kind, IReadOnlyList<PackCell> Cells, bool Total = false);

/// <param name="Code">Short name; the anchor on the page.</param>
/// <param name="Title">English, as all words of it but those marked as the group's own: translated where it is shown.</param>
/// <param name="Columns">Month columns are 2026-01.</param>
/// <param name="Chart">Column drawn as bars; -1 for none.</param>
public sealed record PackTable(string Code, string Title, string RowName, IReadOnlyList<string> Columns, IReadOnlyList<PackRow> Rows, IReadOnlyList<string> Notes, int Chart = -1);

/// <summary>An objective of the contract, and what shows that it was met.</summary>
public sealed record PackObjective(int Number, string Words, string? Evidence);

/// <summary>A figure that this restatement changes.</summary>
public sealed record PackChange(string Table, string Row, bool Own, string Column, CellKind Kind, decimal? Before, decimal? Now)
{
    public decimal? Difference => Now - Before;
}

/// <summary>A pack as it was published: what everybody who may see it sees, for ever. Exact figures that are not shown are not in it.</summary>
public sealed record PackDocument(
    string Group, string Currency, Month From, Month To, IReadOnlyList<Month> PartMonths, IReadOnlyList<PackTable> Tables, IReadOnlyList<PackObjective> Objectives,
    IReadOnlyList<Guid> Stories, IReadOnlyList<PackChange> Changes)
{
    /// <summary>Months whose value statement was not closed when this was published. Packs of before do not say it.</summary>
    public IReadOnlyList<Month> NotClosed { get; init; } = [];

    private static readonly JsonSerializerOptions Options = Make();

    public string Write() => JsonSerializer.Serialize(this, Options);

    public static PackDocument Read(string json) => JsonSerializer.Deserialize<PackDocument>(json, Options)!;

    private static JsonSerializerOptions Make()
    {
        var options = new JsonSerializerOptions(Monitoring.MonitoringJson.Options) { WriteIndented = false, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };
        options.Converters.Add(new JsonStringEnumConverter());
        return options;
    }
}
