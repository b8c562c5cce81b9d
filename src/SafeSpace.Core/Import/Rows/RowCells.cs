using SafeSpace.Core.Import.Reading;
using SafeSpace.Core.Import.Recognising;

namespace SafeSpace.Core.Import.Rows;

/// <summary>The columns of a sheet by field, looked up once and used for every row.</summary>
internal sealed class RowCells
{
    private readonly Dictionary<string, int[]> columns;

    public RowCells(SheetReading sheet) =>
        columns = sheet.Columns.Where(column => column.Field is not null)
            .GroupBy(column => column.Field!)
            .ToDictionary(group => group.Key, group => group.Select(column => column.Index).ToArray());

    public bool Has(string field) => columns.ContainsKey(field);

    public Cell Cell(BookRow row, string field) => columns.TryGetValue(field, out var indexes) ? row[indexes[0]] : default(Cell) with { Text = "" };

    public IEnumerable<Cell> All(BookRow row, string field) => columns.TryGetValue(field, out var indexes) ? indexes.Select(i => row[i]) : [];

    /// <summary>Null where nothing stands. The spaces around it go; those inside stay.</summary>
    public string? Text(BookRow row, string field) => Cell(row, field).Trimmed is { Length: > 0 } text ? text : null;
}
