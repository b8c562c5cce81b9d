using SafeSpace.Core.Import.Rows;

namespace SafeSpace.Core.Import.Bringing;

/// <summary>Counts what becomes of rows while they stream by.</summary>
internal sealed class Counted
{
    private readonly List<(int At, RefusedRow Row)> refused = [];
    private readonly List<SkippedRow> skipped = [];

    public int Read { get; private set; }

    public int Known { get; set; }

    public int Ignored { get; private set; }

    public int Referrals { get; set; }

    public int Contacts { get; set; }

    public int BookRows { get; set; }

    public int People { get; set; }

    /// <summary>Counts the row, and what is its last word already. Rows that are records are looked at further.</summary>
    public void Add(RowOutcome outcome)
    {
        Read++;
        if (outcome is RowIgnored)
            Ignored++;
        else if (outcome is RowEnteredTwice twice)
            skipped.Add(new SkippedRow(twice.Place.File, twice.Place.Row, twice.SameAsRow));
        else if (outcome is RowRefused { Row: null } no)
            refused.Add((Read, RefusedRow.Of(no)));
    }

    /// <param name="at">How many rows had been read when it was met: the list is in the order of the files.</param>
    public void Refuse(int at, RowRefused row) => refused.Add((at, RefusedRow.Of(row)));

    public void Refuse(int at, RefusedRow row) => refused.Add((at, row));

    public ImportResult Result() => new()
    {
        PeopleNew = People,
        Referrals = Referrals,
        Contacts = Contacts,
        RowsRead = Read,
        BookRows = BookRows,
        RowsImported = Referrals + Contacts + BookRows,
        RowsAlreadyKnown = Known,
        RowsIgnored = Ignored,
        Refused = [.. refused.OrderBy(r => r.At).Select(r => r.Row)],
        DuplicatesSkipped = skipped,
    };
}
