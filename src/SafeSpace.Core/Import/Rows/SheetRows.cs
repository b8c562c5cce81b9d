using SafeSpace.Core.Import.Reading;
using SafeSpace.Core.Import.Recognising;
using SafeSpace.Core.Import.Values;

namespace SafeSpace.Core.Import.Rows;

/// <summary>Turns a sheet's rows into outcomes, one for each, as they stream by.</summary>
public static class SheetRows
{
    /// <returns><see cref="RowUnderstood"/>, <see cref="RowRefused"/>, <see cref="RowEnteredTwice"/> or <see cref="RowIgnored"/>.</returns>
    public static IEnumerable<RowOutcome> Read(Book book, SheetReading sheet, ReadingRules rules)
    {
        var cells = new RowCells(sheet);
        var interpreter = RowInterpreter.For(sheet, cells, rules);
        var name = sheet.Sheet.Length == 0 ? null : sheet.Sheet;
        if (interpreter is null)
        {
            foreach (var row in book.Rows(sheet.Sheet)) yield return new RowIgnored(new(book.FileName, name, row.Number), "not a sheet we import");
            yield break;
        }

        var twice = new TwiceFinder();
        NoRecord? noRecord = null;
        BookRow? header = null;
        foreach (var row in book.Rows(sheet.Sheet))
        {
            var place = new RowPlace(book.FileName, name, row.Number);
            if (row.Number <= sheet.HeaderRow)
            {
                if (row.Number == sheet.HeaderRow) header = row;
                yield return new RowIgnored(place, row.Number == sheet.HeaderRow ? "the header" : row.IsBlank ? "blank" : "a title");
                continue;
            }

            noRecord ??= new NoRecord(cells, header);
            yield return noRecord.Why(row) is { } why ? new RowIgnored(place, why) : ReadRow(row, place, interpreter, twice);
        }
    }

    private static RowOutcome ReadRow(BookRow row, RowPlace place, RowInterpreter interpreter, TwiceFinder twice)
    {
        var fingerprint = Fingerprints.Of(row);
        if (twice.SameAs(row, interpreter.SaysTime(row), ref fingerprint) is > 0 and var sameAs) return new RowEnteredTwice(place, sameAs);

        var problem = new RowProblem();
        if (row.Cells.Any(cell => cell.Text.Contains('\0', StringComparison.Ordinal)))
            problem.Say(Refusals.LetterWeCannotKeep, "The row holds a letter no database can keep. Type its cells again.");
        var read = interpreter.Read(row, fingerprint, problem);
        return problem.Why is { } why ? new RowRefused(place, why, problem.Detail) : new RowUnderstood(place, read);
    }
}
