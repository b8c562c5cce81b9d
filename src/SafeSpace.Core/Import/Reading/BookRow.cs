namespace SafeSpace.Core.Import.Reading;

/// <summary>One row of a sheet.</summary>
/// <param name="Number">As people see it: the workbook's row; in CSV the record's number, the first record being 1.</param>
public sealed record BookRow(int Number, IReadOnlyList<Cell> Cells)
{
    public bool IsBlank => Cells.All(cell => cell.IsBlank);

    /// <summary>The cell in a column, counted from 0; blank where the row is shorter.</summary>
    public Cell this[int column] => column >= 0 && column < Cells.Count ? Cells[column] : Cell.Blank;
}
