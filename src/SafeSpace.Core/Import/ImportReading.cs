using SafeSpace.Core.Import.Mapping;
using SafeSpace.Core.Import.Reading;
using SafeSpace.Core.Import.Recognising;
using SafeSpace.Core.Import.Rows;
using SafeSpace.Core.Import.Whose;

namespace SafeSpace.Core.Import;

/// <summary>
/// Files opened, recognised and read, from the first sheet to the last row: registers before diaries, so that a diary finds its people.
/// Nothing is written; a dry run and an import read the same outcomes.
/// </summary>
public sealed class ImportReading
{
    /// <summary>Rates first: they say which levels there are.</summary>
    private static readonly BookKind[] RecordBooks = [BookKind.Rates, BookKind.Income, BookKind.Members, BookKind.Levels, BookKind.Hours, BookKind.SignIn, BookKind.CrisisLog];

    private readonly List<(Book Book, SheetReading Sheet)> sheets = [];
    private readonly ReadingRules rules;

    private ImportReading(IEnumerable<BookSource> files, ImportOptions options, BookMapping mapping)
    {
        rules = ReadingRules.For(options, mapping);
        var books = files.Select(file => Book.Open(file, options.Limits, mapping.Csv)).ToList();
        foreach (var book in books)
        {
            var found = MappedReading.Read(book, mapping);
            if (found.All(sheet => sheet.Kind is null))
                throw new ImportRefusedException(book.FileName, "We found no book that we know in this file. Name its columns in a mapping.");
            sheets.AddRange(found.Select(sheet => (book, sheet)));
            Notes.AddRange(book.Notes.Select(note => $"{book.FileName}: {note}"));
            Notes.AddRange(found.Where(sheet => sheet.Kind is null).Select(sheet => LeftAlone(book, sheet)));
        }

        foreach (var book in books) RowCount += book.CheckWhole();
    }

    /// <summary>Things people should know, in sentences.</summary>
    public List<string> Notes { get; } = [];

    /// <summary>How many rows all files have, or nearly: what progress is measured by.</summary>
    public int RowCount { get; }

    /// <summary>Every sheet as understood, in the files' order.</summary>
    public IReadOnlyList<(Book Book, SheetReading Sheet)> Sheets => sheets;

    /// <summary>Opens, recognises, and checks every file to its end.</summary>
    /// <exception cref="ImportRefusedException">One of the files, or the mapping, cannot be taken: then none is.</exception>
    public static ImportReading Open(IEnumerable<BookSource> files, ImportOptions options, BookMapping? mapping = null) =>
        new(files, options, mapping ?? BookMapping.Empty);

    /// <summary>One outcome for every row of every file. Streams; holds the people it met and a hash of each row.</summary>
    public IEnumerable<RowOutcome> Rows(PeopleLookup store)
    {
        var people = new KnownPeople(store);
        var whose = new WhoseRow(people);
        foreach (var row in Of(BookKind.Register).SelectMany(Understood))
            if (row is RowUnderstood { Row: RegisterRow register }) whose.Meet(register);

        foreach (var outcome in Of(BookKind.Register).Concat(Of(BookKind.Diary)).Concat(RecordBooks.SelectMany(Of)).Concat(sheets.Where(from => from.Sheet.Kind is null)).SelectMany(Understood))
        {
            yield return outcome switch
            {
                RowUnderstood { Row: BookEntryRow entry } => new BookRowRead(outcome.Place, entry),
                RowUnderstood understood => whose.Resolve(understood.Place, understood.Row),
                _ => outcome,
            };
        }
    }

    private static string LeftAlone(Book book, SheetReading sheet) =>
        $"{book.FileName}: {(sheet.Sheet.Length == 0 ? "this file" : $"the sheet “{sheet.Sheet}”")} is left alone. "
        + sheet.Why;

    private IEnumerable<RowOutcome> Understood((Book Book, SheetReading Sheet) from) => SheetRows.Read(from.Book, from.Sheet, rules);

    private IEnumerable<(Book Book, SheetReading Sheet)> Of(BookKind kind) => sheets.Where(from => from.Sheet.Kind == kind);
}
