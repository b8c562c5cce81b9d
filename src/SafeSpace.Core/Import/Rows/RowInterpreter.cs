using SafeSpace.Core.Import.Reading;
using SafeSpace.Core.Import.Recognising;
using SafeSpace.Core.Import.Values;

namespace SafeSpace.Core.Import.Rows;

/// <summary>Understands the rows of one kind of book.</summary>
internal abstract class RowInterpreter
{
    /// <summary>True where the row says the time of day: two rows the same in every cell are then one, wherever they stand.</summary>
    public abstract bool SaysTime(BookRow row);

    /// <summary>The row as a record; what is wrong with it is said to <paramref name="problem"/>.</summary>
    public abstract BookRecord Read(BookRow row, UInt128 fingerprint, RowProblem problem);

    /// <returns>Null for books whose import is not built.</returns>
    public static RowInterpreter? For(SheetReading sheet, RowCells cells, ReadingRules rules) => sheet.Kind switch
    {
        BookKind.Register => new RegisterInterpreter(cells, rules),
        BookKind.Diary => new DiaryInterpreter(cells, rules),
        { } book => new RecordBookInterpreter(book, cells, rules),
        _ => null,
    };

    /// <summary>The day and time, out of one column or two. A two-digit year is of this century: one after today is then refused as such.</summary>
    protected static (DateOnly? On, TimeOnly? At) ReadMoment(RowCells cells, ReadingRules rules, BookRow row, RowProblem problem)
    {
        var latest = new DateOnly(rules.Today.Year / 100 * 100 + 99, 12, 31);
        if (cells.Has(Fields.When) && !cells.Cell(row, Fields.When).IsBlank)
        {
            var moment = problem.Take(MomentReader.Read(cells.Cell(row, Fields.When), latest, rules.Dates));
            return (moment?.Date, moment?.Time);
        }

        return (problem.Take(DateReader.Read(cells.Cell(row, Fields.Date), latest, rules.Dates)),
            problem.Take(TimeReader.Read(cells.Cell(row, Fields.Time))));
    }
}
