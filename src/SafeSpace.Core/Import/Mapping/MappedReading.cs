using System.Globalization;
using SafeSpace.Core.Import.Reading;
using SafeSpace.Core.Import.Recognising;

namespace SafeSpace.Core.Import.Mapping;

/// <summary>Lays a mapping over what was recognised.</summary>
public static class MappedReading
{
    /// <exception cref="ImportRefusedException">The mapping names a header that is not in the sheet, or leaves out a column the book needs.</exception>
    public static IReadOnlyList<SheetReading> Read(Book book, BookMapping mapping) =>
        [.. book.Sheets.Select(sheet => Read(book, sheet, mapping.For(book.FileName, sheet)))];

    /// <inheritdoc cref="Read(Book, BookMapping)"/>
    public static SheetReading Read(Book book, string sheet, SheetMapping? mapping)
    {
        if (mapping is null) return BookRecogniser.Recognise(book, sheet);
        if (mapping.Ignore) return new(sheet, null, 0, [], [], "The mapping says to leave this sheet alone.");
        if (mapping.HeaderRow is null && mapping.Columns.Count == 0) return BookRecogniser.Recognise(book, sheet, mapping.Kind);

        var start = book.Rows(sheet).Take(Math.Max(60, (mapping.HeaderRow ?? 0) + 20)).ToList();
        var recognised = BookRecogniser.Recognise(book, sheet, mapping.Kind);
        var headerRow = mapping.HeaderRow ?? HeaderRow(start, mapping, recognised);
        var header = start.FirstOrDefault(row => row.Number == headerRow);
        if (header is null && headerRow > 0)
            throw new ImportRefusedException(book.FileName, $"The mapping says the header is in row {headerRow}{In(sheet)}, and there is no such row.");

        var kind = mapping.Kind ?? recognised.Kind
            ?? throw new ImportRefusedException(book.FileName, $"Say in the mapping which kind of book this is{In(sheet)}: for instance “kind: register”.");
        var columns = Columns(book, sheet, mapping, kind, header, start);
        RefuseWhatIsMissing(book, sheet, kind, columns);
        return new(sheet, kind, headerRow, columns, [.. BookRecogniser.Preview(start, headerRow)]);
    }

    /// <summary>Where the mapping names columns and no row: the first row that holds all those headers.</summary>
    private static int HeaderRow(List<BookRow> start, SheetMapping mapping, SheetReading recognised)
    {
        var named = mapping.Columns.Values.SelectMany(headers => headers).Select(HeaderText.Fold).ToHashSet();
        var row = start.FirstOrDefault(row => named.IsSubsetOf(row.Cells.Select(cell => HeaderText.Fold(cell.Trimmed))));
        return row?.Number ?? (recognised.HeaderRow > 0 ? recognised.HeaderRow : 1);
    }

    private static List<ColumnReading> Columns(
        Book book, string sheet, SheetMapping mapping, BookKind kind, BookRow? header, List<BookRow> start)
    {
        var width = header?.Cells.Count ?? start.Select(row => row.Cells.Count).DefaultIfEmpty(0).Max();
        var fields = new string?[width];
        foreach (var (field, headers) in mapping.Columns)
            foreach (var name in headers)
                fields[Find(book, sheet, header, name, width)] = field;

        var vocabulary = BookVocabulary.Of(kind);
        var columns = new List<ColumnReading>();
        for (var i = 0; i < width; i++)
        {
            var text = header?[i].Trimmed ?? Letter(i);
            var recognised = mapping.OnlyThese || header is null ? null : vocabulary.FieldOf(text);
            if (recognised is not null && (mapping.Columns.ContainsKey(recognised) || columns.Any(column => column.Field == recognised))) recognised = null;
            if (text.Length > 0) columns.Add(new(i, text, fields[i] ?? recognised));
        }

        return columns;
    }

    private static int Find(Book book, string sheet, BookRow? header, string name, int width)
    {
        for (var i = 0; i < width; i++)
            if (header is null ? Letter(i).Equals(name.Trim(), StringComparison.OrdinalIgnoreCase) : HeaderText.Fold(header[i].Trimmed) == HeaderText.Fold(name))
                return i;
        throw new ImportRefusedException(book.FileName, $"The mapping names a column “{name}”, and there is none{In(sheet)}. Check its header.");
    }

    private static void RefuseWhatIsMissing(Book book, string sheet, BookKind kind, List<ColumnReading> columns)
    {
        foreach (var group in BookVocabulary.Of(kind).Needed.Take(2))
            if (!group.Any(field => columns.Any(column => column.Field == field)))
                throw new ImportRefusedException(book.FileName, $"We found no column for {string.Join(" or ", group)}{In(sheet)}. Name it in the mapping.");
    }

    private static string In(string sheet) => sheet.Length == 0 ? "" : $" in the sheet “{sheet}”";

    /// <summary>A, B, … Z, AA, as a spreadsheet names its columns.</summary>
    internal static string Letter(int index) =>
        index < 26 ? ((char)('A' + index)).ToString(CultureInfo.InvariantCulture) : Letter(index / 26 - 1) + Letter(index % 26);
}
