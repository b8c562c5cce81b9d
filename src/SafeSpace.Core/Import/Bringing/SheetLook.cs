using SafeSpace.Core.Import.Mapping;
using SafeSpace.Core.Import.Reading;
using SafeSpace.Core.Import.Recognising;
using SafeSpace.Core.Import.Rows;

namespace SafeSpace.Core.Import.Bringing;

/// <summary>One column as a person is asked about it.</summary>
/// <param name="Samples">The first things that stand in it.</param>
public sealed record ColumnLook(string Header, string? Field, IReadOnlyList<string> Samples);

/// <summary>
/// One sheet as it would be read, for somebody to look at before anything is brought in. What cannot be read yet can be looked at all
/// the same: the sentence says what is missing.
/// </summary>
public sealed record SheetLook(string File, string Sheet, BookKind? Kind, int HeaderRow, IReadOnlyList<ColumnLook> Columns, IReadOnlyList<RowOutcome> FirstRows, string? Sentence)
{
    private const int FirstRowsShown = 8;
    private const int RowsLookedAt = 60;
    private const int SamplesShown = 3;
    private const int LettersOfASample = 40;

    /// <summary>Every sheet of every file. Reads only the beginnings.</summary>
    /// <exception cref="ImportRefusedException">A file is no spreadsheet, or damaged at its beginning.</exception>
    public static IReadOnlyList<SheetLook> Of(IEnumerable<BookSource> files, ImportOptions options, BookMapping mapping)
    {
        var rules = ReadingRules.For(options, mapping);
        return [.. files.Select(file => Book.Open(file, options.Limits, mapping.Csv)).SelectMany(book => book.Sheets.Select(sheet => Of(book, sheet, mapping, rules)))];
    }

    private static SheetLook Of(Book book, string sheet, BookMapping mapping, ReadingRules rules)
    {
        var said = mapping.For(book.FileName, sheet);
        var start = book.Rows(sheet).Take(Math.Max(RowsLookedAt, (said?.HeaderRow ?? 0) + RowsLookedAt / 2)).ToList();
        try
        {
            var reading = MappedReading.Read(book, sheet, said);
            if (reading.Kind is null && said is not { Ignore: true })
                return Unread(book, sheet, said, start, reading.Why);
            var shown = reading.Kind is not null
                ? SheetRows.Read(book, reading, rules).Take(RowsLookedAt).Where(r => r is not RowIgnored).Take(FirstRowsShown).ToList()
                : [];
            var why = reading.Why;
            return new(book.FileName, sheet, reading.Kind, reading.HeaderRow, [.. reading.Columns.Select(c => Column(c, start, reading.HeaderRow))], shown, why);
        }
        catch (ImportRefusedException refused)
        {
            return Unread(book, sheet, said, start, refused.Refused.Sentence);
        }
    }

    /// <summary>The columns as they stand, so that somebody can say what they hold.</summary>
    private static SheetLook Unread(Book book, string sheet, SheetMapping? said, List<BookRow> start, string? sentence)
    {
        var headerRow = said?.HeaderRow ?? start.OrderByDescending(r => r.Cells.Count(c => !c.IsBlank)).ThenBy(r => r.Number).FirstOrDefault()?.Number ?? 1;
        var header = start.FirstOrDefault(r => r.Number == headerRow);
        var width = header?.Cells.Count ?? start.Select(r => r.Cells.Count).DefaultIfEmpty(0).Max();
        var columns = Enumerable.Range(0, width)
            .Select(i => (Index: i, Header: headerRow == 0 ? MappedReading.Letter(i) : header?[i].Trimmed ?? ""))
            .Where(c => c.Header.Length > 0)
            .Select(c => Column(new ColumnReading(c.Index, c.Header, said?.Columns.FirstOrDefault(f => f.Value.Contains(c.Header)).Key), start, headerRow));
        return new(book.FileName, sheet, said?.Kind, headerRow, [.. columns], [], sentence);
    }

    private static ColumnLook Column(ColumnReading column, List<BookRow> start, int headerRow) =>
        new(column.Header, column.Field,
        [
            .. start.Where(r => r.Number > headerRow).Select(r => r[column.Index].Trimmed).Where(t => t.Length > 0).Distinct().Take(SamplesShown)
                .Select(Shortened),
        ]);

    private static string Shortened(string text) =>
        text.Length <= LettersOfASample ? text : text[..(char.IsHighSurrogate(text[LettersOfASample - 1]) ? LettersOfASample - 1 : LettersOfASample)] + "…";
}
