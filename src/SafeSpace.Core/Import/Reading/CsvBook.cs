using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace SafeSpace.Core.Import.Reading;

/// <summary>A CSV file, read by CsvHelper. Every cell is text: one that begins with = + - or @ is never worked out.</summary>
internal sealed class CsvBook : Book
{
    private const string CutShort = "This file ends in the middle of a row: it was cut short. Save it again, and choose the new file.";

    private readonly BookSource source;
    private readonly ReadLimits limits;
    private readonly Encoding encoding;
    private readonly char delimiter;
    private readonly bool namesDelimiter;

    public CsvBook(BookSource source, ReadLimits limits, CsvChoices choices)
        : base(source.FileName)
    {
        this.source = source;
        this.limits = limits;
        using (var stream = source.Open())
            encoding = choices.Encoding is { } name ? TextEncodings.ByName(FileName, name) : TextEncodings.Find(stream);

        var start = FirstText();
        // Excel's own hint, which it hides from people: so it is no row.
        namesDelimiter = start.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) && start.Length > 4;
        delimiter = choices.Delimiter is { Length: > 0 } given ? given[0] : namesDelimiter ? start[4] : Delimiters.Find(start);
        if (encoding.CodePage == 1252) Notes = ["This file was read as Windows-1252. If accents look wrong, name its encoding in the mapping."];
    }

    public override IReadOnlyList<string> Sheets { get; } = [""];

    public override IReadOnlyList<string> Notes { get; } = [];

    public override IEnumerable<BookRow> Rows(string sheet)
    {
        using var reader = OpenText();
        if (namesDelimiter) reader.ReadLine();
        using var watch = new QuoteWatch(reader, delimiter);
        using var parser = new CsvParser(watch, Configuration());
        for (var number = 1; Next(parser, number); number++)
        {
            var cells = new Cell[Math.Min(parser.Count, limits.MaxColumns)];
            for (var i = 0; i < cells.Length; i++) cells[i] = Cell.OfText(parser[i]);
            yield return new BookRow(number, cells);
        }

        if (watch.EndsInsideQuotes) throw new ImportRefusedException(FileName, CutShort);
    }

    /// <summary>Goes through the characters alone: a quote still open at the end is the one sign that a text was cut short.</summary>
    public override int CheckWhole()
    {
        using var reader = OpenText();
        if (namesDelimiter) reader.ReadLine();
        using var watch = new QuoteWatch(reader, delimiter);
        var buffer = new char[1 << 15];
        while (watch.Read(buffer, 0, buffer.Length) > 0) { }
        if (watch.EndsInsideQuotes) throw new ImportRefusedException(FileName, CutShort);
        return watch.Lines;
    }

    private bool Next(CsvParser parser, int number)
    {
        try
        {
            return parser.Read();
        }
        catch (Exception e) when (e is MaxFieldSizeException or BadDataException)
        {
            throw new ImportRefusedException(FileName,
                $"Row {number} holds a cell longer than {limits.MaxCellLetters} letters. Often a quote mark was opened there and never closed.", e);
        }
    }

    private CsvConfiguration Configuration() => new(CultureInfo.InvariantCulture)
    {
        Delimiter = delimiter.ToString(),
        HasHeaderRecord = false,
        IgnoreBlankLines = false,
        BadDataFound = null,
        MaxFieldSize = limits.MaxCellLetters,
        BufferSize = 1 << 15,
        ProcessFieldBufferSize = 1 << 12,
    };

    private StreamReader OpenText() => new(source.Open(), encoding, detectEncodingFromByteOrderMarks: true, 1 << 15);

    private string FirstText()
    {
        using var reader = OpenText();
        var buffer = new char[1 << 16];
        return new string(buffer, 0, reader.ReadBlock(buffer));
    }
}
