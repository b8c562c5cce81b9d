using SafeSpace.Core.Data;
using SafeSpace.Core.Import.Bringing;
using SafeSpace.Core.Import.Rows;
using SafeSpace.Core.Import.Values;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Import.Books;

/// <summary>What a row of a record book becomes.</summary>
/// <param name="Row">The new record.</param>
/// <param name="Left">A member who is there, and has left by now.</param>
/// <param name="Flag">It came in, and somebody should look at it.</param>
internal readonly record struct Taken(IRecorded? Row, string? Refused = null, string? Detail = null, MemberLeft? Left = null, string? Flag = null)
{
    public static Taken No(string why, string detail) => new(null, why, detail);
}

internal sealed record MemberLeft(Guid Member, DateOnly On);

/// <summary>Takes the rows of one kind of record book: knows what the book holds, and what contradicts it.</summary>
internal abstract class BookTaking(GroupWords words, IReadOnlySet<Month> closed)
{
    protected GroupWords Words => words;

    protected IReadOnlySet<Month> Closed => closed;

    public abstract bool Takes(BookEntryRow row);

    public abstract Taken Take(BookEntryRow row);

    public abstract Task WriteAsync(Unit unit, IReadOnlyList<IRecorded> rows, IReadOnlyList<MemberLeft> left);

    public static async Task<BookTaking> ForAsync(BookEntryRow row, GroupDb db, GroupWords words, IReadOnlySet<Month> closed) => row switch
    {
        RateRow => await RatesTaking.ReadAsync(db, words, closed),
        IncomeRow => await IncomeTaking.ReadAsync(db, words, closed),
        MemberRow => await MembersTaking.ReadAsync(db, words, closed),
        LevelRow => await LevelsTaking.ReadAsync(db, words, closed),
        HoursRow => await HoursTaking.ReadAsync(db, words, closed),
        SignInRow => new SignInTaking(words, closed),
        _ => await CrisesTaking.ReadAsync(db, words, closed),
    };

    protected Taken? IfClosed(Month month) =>
        closed.Contains(month) ? Taken.No(Refusals.MonthIsClosed, $"{month} is closed, and its figures stand. Open it again with a reason first.") : null;

    /// <summary>The code of a word of the group's lists; null where it is on none.</summary>
    protected string? Code(GroupList list, string word) =>
        words.Find(list, word) ?? words.Find(list, GroupLists.CodeOf(word));

    protected static Taken NotOnList(string word) =>
        Taken.No(Refusals.UnknownLevel, $"“{word}” is not on your list. Put it on the list first, or correct it.");
}
