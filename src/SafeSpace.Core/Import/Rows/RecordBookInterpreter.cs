using SafeSpace.Core.Import.Reading;
using SafeSpace.Core.Import.Recognising;
using SafeSpace.Core.Import.Values;
using SafeSpace.Core.Shared;
using SafeSpace.Core.SocialValue;

namespace SafeSpace.Core.Import.Rows;

/// <summary>Understands rows of the record books behind the value statement.</summary>
internal sealed class RecordBookInterpreter(BookKind kind, RowCells cells, ReadingRules rules) : RowInterpreter
{
    private const int LongestWord = 60;

    private DateOnly Latest => new(rules.Today.Year / 100 * 100 + 99, 12, 31);

    public override bool SaysTime(BookRow row) => kind == BookKind.SignIn && !cells.Cell(row, Fields.Time).IsBlank;

    public override BookRecord Read(BookRow row, UInt128 fingerprint, RowProblem problem)
    {
        var (given, surname) = WholeName.Of(null, null, cells.Text(row, Fields.Name), rules.Names);
        (given, surname) = (problem.Name(given), problem.Name(surname));
        if (kind is not (BookKind.Income or BookKind.Rates) && given.Length == 0 && surname.Length == 0)
            problem.Say(Refusals.NoName, "The row has no name. Write it in.");
        return kind switch
        {
            BookKind.SignIn => new SignInRow(given, surname, fingerprint, Past(row, Fields.Date, problem), problem.Take(TimeReader.Read(cells.Cell(row, Fields.Time))), Session(row, problem)),
            BookKind.Members => Member(row, given, surname, fingerprint, problem),
            BookKind.Hours => new HoursRow(given, surname, fingerprint, Monday(row, problem), Word(row, Fields.Level, "level", problem), Hours(row, problem)),
            BookKind.Levels => new LevelRow(given, surname, fingerprint, MonthOf(row, problem), Word(row, Fields.Level, "level", problem)),
            BookKind.CrisisLog => new CrisisRow(given, surname, fingerprint, Past(row, Fields.Date, problem), Word(row, Fields.Kind, "kind of crisis", problem)),
            BookKind.Income => Income(row, fingerprint, problem),
            _ => Rate(row, fingerprint, problem),
        };
    }

    /// <summary>A day or half a day, where the sheet says; the coordinator says it later where it does not.</summary>
    private string? Session(BookRow row, RowProblem problem) =>
        cells.Text(row, Fields.Session) is { } text && !NothingWords.Say(text) ? Word(row, Fields.Session, "session", problem) : null;

    private MemberRow Member(BookRow row, string given, string surname, UInt128 fingerprint, RowProblem problem)
    {
        var number = Word(row, Fields.MemberNumber, "member number", problem);
        var joined = Past(row, Fields.Joined, problem);
        var left = problem.Take(DateReader.Read(cells.Cell(row, Fields.Left), Latest, rules.Dates));
        if (left > rules.Today)
            problem.Say(Refusals.ContactInTheFuture, $"The day they left, {left:yyyy-MM-dd}, is still to come.");
        if (left < joined)
            problem.Say(Refusals.LeftBeforeJoining, $"They left on {left:yyyy-MM-dd}, before they joined on {joined:yyyy-MM-dd}.");
        var network = cells.Has(Fields.Network) ? Word(row, Fields.Network, "network", problem) : "Registered";
        return new MemberRow(given, surname, fingerprint, number, network, joined, left);
    }

    private IncomeRow Income(BookRow row, UInt128 fingerprint, RowProblem problem)
    {
        var source = Word(row, Fields.Source, "source", problem);
        if (!source.Equals("statutory", StringComparison.OrdinalIgnoreCase) && !source.Equals("other", StringComparison.OrdinalIgnoreCase))
            problem.Say(Refusals.IncomeKind, $"“{source}”: is this Statutory or Other? Write one of the two.");
        return new IncomeRow(fingerprint, MonthOf(row, problem), source.Equals("statutory", StringComparison.OrdinalIgnoreCase), source, Money(row, Fields.Amount, problem));
    }

    private RateRow Rate(BookRow row, UInt128 fingerprint, RowProblem problem)
    {
        var component = Word(row, Fields.Component, "component", problem);
        var from = Day(row, Fields.From, problem);
        var until = cells.Has(Fields.Until) ? problem.Take(DateReader.Read(cells.Cell(row, Fields.Until), Latest, rules.Dates)) : null;
        if (until < from)
            problem.Say(Refusals.EndsBeforeItBegins, $"The rate ends on {until:yyyy-MM-dd}, before it begins on {from:yyyy-MM-dd}.");
        return new RateRow(fingerprint, WordList.Fold(component).Replace(' ', '_'), Word(row, Fields.Level, "level", problem), cells.Text(row, Fields.Unit) ?? "", Money(row, Fields.Rate, problem), from)
        {
            Until = until,
            AgreedBy = problem.ShortText(cells.Text(row, Fields.AgreedBy), "body that agreed it"),
            Source = problem.ShortText(cells.Text(row, Fields.Source), "source"),
            PriceYear = problem.ShortText(cells.Text(row, Fields.PriceYear), "price year"),
        };
    }

    private DateOnly Monday(BookRow row, RowProblem problem)
    {
        var day = Past(row, Fields.Week, problem);
        if (problem.Why is null && day.DayOfWeek != DayOfWeek.Monday)
            problem.Say(Refusals.NotAMonday, $"{day:yyyy-MM-dd} is no Monday. Write the Monday the week begins with.");
        return day;
    }

    private int Hours(BookRow row, RowProblem problem)
    {
        var cell = cells.Cell(row, Fields.Hours);
        if (cell.Kind == CellKind.Duration)
            return Within((int)Math.Round(cell.Number * 60, MidpointRounding.AwayFromZero), problem);
        var seconds = HoursText.Read(SafeText.WesternDigits(cell.Trimmed), out var why);
        if (why is not null)
            problem.Say(why == HoursText.TooMany ? Refusals.MoreThanAWeek : why == HoursText.Negative ? Refusals.NegativeHours : Refusals.HoursNotANumber, $"“{Shown(cell)}”: {why}");
        return seconds ?? 0;
    }

    private static int Within(int seconds, RowProblem problem)
    {
        if (seconds > HoursText.SecondsInAWeek)
            problem.Say(Refusals.MoreThanAWeek, HoursText.TooMany);
        return seconds;
    }

    private long Money(BookRow row, string field, RowProblem problem)
    {
        var cell = cells.Cell(row, field);
        var pence = MoneyText.Read(SafeText.WesternDigits(cell.Trimmed), out var why);
        if (why is not null)
            problem.Say(Refusals.NotMoney, $"“{Shown(cell)}”: {why}");
        return pence ?? 0;
    }

    private Month MonthOf(BookRow row, RowProblem problem)
    {
        var month = problem.Take(MonthReader.Read(cells.Cell(row, Fields.Month), Latest, rules.Dates));
        if (month is null)
            problem.Say(Refusals.NoSuchMonth, "The row has no month. Write it in.");
        else if (month.Value.FirstDay > rules.Today)
            problem.Say(Refusals.ContactInTheFuture, $"{month} is still to come.");
        return month ?? new Month(1, 1);
    }

    private DateOnly Past(BookRow row, string field, RowProblem problem)
    {
        var day = Day(row, field, problem);
        if (day > rules.Today)
            problem.Say(Refusals.ContactInTheFuture, $"{day:yyyy-MM-dd} is still to come.");
        return day;
    }

    private DateOnly Day(BookRow row, string field, RowProblem problem)
    {
        var day = problem.Take(DateReader.Read(cells.Cell(row, field), Latest, rules.Dates));
        if (day is null)
            problem.Say(Refusals.NoDate, "The row has no date. Write it in.");
        return day ?? DateOnly.MinValue;
    }

    private string Word(BookRow row, string field, string what, RowProblem problem)
    {
        var text = cells.Text(row, field);
        if (text is null || NothingWords.Say(text))
            problem.Say(Refusals.SomethingMissing, $"The row has no {what}. Write it in.");
        else if (text.Length > LongestWord)
            problem.Say(Refusals.TooLong, $"The {what} has more than {LongestWord} letters.");
        return text ?? "";
    }

    private static string Shown(Cell cell) => cell.Trimmed is { Length: > 40 } text ? text[..40] + "…" : cell.Trimmed;
}
