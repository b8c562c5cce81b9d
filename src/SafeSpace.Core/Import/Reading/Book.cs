namespace SafeSpace.Core.Import.Reading;

/// <summary>One file opened for reading: a workbook or a CSV file. Rows stream; nothing of them is held.</summary>
public abstract class Book(string fileName)
{
    public string FileName { get; } = fileName;

    /// <summary>The sheets in order. A CSV file has one, with an empty name.</summary>
    public abstract IReadOnlyList<string> Sheets { get; }

    /// <summary>Things people should know about how the file was read, in sentences.</summary>
    public abstract IReadOnlyList<string> Notes { get; }

    /// <summary>Every row of a sheet, blank ones too, from the first. May be asked for again.</summary>
    /// <exception cref="ImportRefusedException">The file is damaged or cut short further down.</exception>
    public abstract IEnumerable<BookRow> Rows(string sheet);

    /// <summary>Reads to the very end before anything is imported, so that a file that is cut short imports nothing.</summary>
    /// <returns>How many rows there are, or nearly.</returns>
    public abstract int CheckWhole();

    /// <summary>Finds out what the file is and opens it.</summary>
    /// <exception cref="ImportRefusedException">It is no spreadsheet, encrypted, too large, a zip bomb, or damaged.</exception>
    public static Book Open(BookSource source, ReadLimits? limits = null, CsvChoices? csv = null)
    {
        limits ??= ReadLimits.Default;
        return FileSniffer.Sniff(source, limits) switch
        {
            FileShape.ZipWorkbook => new Workbook(source, WorkbookGuard.Check(source, limits), limits),
            FileShape.OldWorkbook => new Workbook(source, [], limits),
            _ => new CsvBook(source, limits, csv ?? new CsvChoices()),
        };
    }
}
