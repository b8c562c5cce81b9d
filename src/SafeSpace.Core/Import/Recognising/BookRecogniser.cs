using SafeSpace.Core.Import.Reading;

namespace SafeSpace.Core.Import.Recognising;

/// <summary>Finds which sheets of a book hold records, of which kind, where the header is, and what each column holds.</summary>
public static class BookRecogniser
{
    private const int HeaderWithin = 40;
    private const int PreviewRows = 10;

    public static IReadOnlyList<SheetReading> Recognise(Book book) => [.. book.Sheets.Select(sheet => Recognise(book, sheet))];

    /// <param name="only">Look for this kind alone, as a mapping may ask.</param>
    public static SheetReading Recognise(Book book, string sheet, BookKind? only = null)
    {
        var start = book.Rows(sheet).Take(HeaderWithin + PreviewRows * 2).ToList();
        var best = start.Take(HeaderWithin)
            .SelectMany(row => BookVocabulary.All.Where(book => only is null || book.Kind == only).Select(words => Match(row, words)))
            .Where(match => match is not null)
            .MaxBy(match => (match!.Fields, -match.Row.Number));

        return best is null
            ? new(sheet, null, 0, [], [.. Preview(start, 0)], "We found no row of headers that we know. Name the columns in a mapping.")
            : new(sheet, best.Kind, best.Row.Number, best.Columns, [.. Preview(start, best.Row.Number)]);
    }

    internal static IEnumerable<BookRow> Preview(IEnumerable<BookRow> rows, int headerRow) =>
        rows.Where(row => row.Number > headerRow && !row.IsBlank).Take(PreviewRows);

    private static HeaderMatch? Match(BookRow row, BookVocabulary words)
    {
        var columns = new List<ColumnReading>();
        var taken = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < row.Cells.Count; i++)
        {
            var header = row[i].Trimmed;
            if (header.Length == 0) continue;
            var field = words.FieldOf(header);
            // Two phone columns are one list of phones; of any other field the first column counts.
            if (field is not null && !taken.Add(field) && field != Fields.Phone) field = null;
            columns.Add(new(i, header, field));
        }

        return words.Needed.All(group => group.Any(taken.Contains)) ? new(row, words.Kind, columns, taken.Count) : null;
    }

    private sealed record HeaderMatch(BookRow Row, BookKind Kind, IReadOnlyList<ColumnReading> Columns, int Fields);
}
