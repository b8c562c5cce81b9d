using System.Text;
using ExcelDataReader;
using ExcelDataReader.Exceptions;

namespace SafeSpace.Core.Import.Reading;

/// <summary>An XLSX or XLS workbook, read by ExcelDataReader. A formula's cell holds what the formula last showed.</summary>
internal sealed class Workbook : Book
{
    private readonly BookSource source;
    private readonly ReadLimits limits;
    private readonly List<string> sheets = [];

    static Workbook() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public Workbook(BookSource source, IReadOnlyList<string> notes, ReadLimits limits)
        : base(source.FileName)
    {
        this.source = source;
        this.limits = limits;
        Notes = notes;
        Guarded(() =>
        {
            using var reader = OpenReader();
            do sheets.Add(reader.Name);
            while (reader.NextResult());
            return true;
        });
    }

    public override IReadOnlyList<string> Sheets => sheets;

    public override IReadOnlyList<string> Notes { get; }

    public override IEnumerable<BookRow> Rows(string sheet)
    {
        using var reader = Guarded(OpenReader);
        while (reader.Name != sheet)
            if (!Guarded(reader.NextResult))
                throw new ImportRefusedException(FileName, $"There is no sheet “{sheet}” in this workbook.");

        for (var number = 1; Guarded(reader.Read); number++)
        {
            var cells = new Cell[Math.Min(reader.FieldCount, limits.MaxColumns)];
            for (var i = 0; i < cells.Length; i++) cells[i] = ReadCell(reader, i);
            yield return new BookRow(number, cells);
        }
    }

    public override int CheckWhole() => sheets.Sum(sheet => Rows(sheet).Count());

    private static Cell ReadCell(IExcelDataReader reader, int i) => reader.GetValue(i) switch
    {
        null => Cell.Blank,
        string text => Cell.OfText(text),
        double number => Cell.OfNumber(number),
        int number => Cell.OfNumber(number),
        DateTime moment => Cell.OfMoment(moment),
        TimeSpan duration => Cell.OfDuration(duration),
        bool yes => Cell.OfText(yes ? "TRUE" : "FALSE"),
        var other => Cell.OfText(other.ToString()),
    };

    private IExcelDataReader OpenReader() =>
        ExcelReaderFactory.CreateReader(source.Open(), new ExcelReaderConfiguration { FallbackEncoding = Encoding.GetEncoding(1252) });

    /// <summary>The library meets damage with exceptions of many kinds; people need one sentence.</summary>
    private T Guarded<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (InvalidPasswordException e)
        {
            throw new ImportRefusedException(FileName, CompoundFileGuard.Encrypted, e);
        }
        catch (Exception e) when (e is not (ImportRefusedException or OutOfMemoryException))
        {
            throw new ImportRefusedException(FileName, WorkbookGuard.CutShort, e);
        }
    }
}
