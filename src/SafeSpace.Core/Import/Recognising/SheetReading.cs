using SafeSpace.Core.Import.Reading;

namespace SafeSpace.Core.Import.Recognising;

/// <summary>One sheet as understood: shown to people before anything is imported, and changeable by a mapping.</summary>
/// <param name="Sheet">Empty for a CSV file.</param>
/// <param name="Kind">Null where the sheet holds no records we know.</param>
/// <param name="HeaderRow">The header's row number; 0 where there is none.</param>
/// <param name="FirstRows">The first rows below the header, blank ones left out.</param>
/// <param name="Why">Where Kind is null: a sentence.</param>
public sealed record SheetReading(
    string Sheet, BookKind? Kind, int HeaderRow, IReadOnlyList<ColumnReading> Columns, IReadOnlyList<BookRow> FirstRows, string? Why = null)
{
    /// <summary>The columns that hold a field, in the sheet's order.</summary>
    public IEnumerable<int> ColumnsOf(string field) => Columns.Where(column => column.Field == field).Select(column => column.Index);

    public bool Has(string field) => Columns.Any(column => column.Field == field);
}
