using SafeSpace.Core.Import.Rows;
using SafeSpace.Core.Import.Whose;

namespace SafeSpace.Core.Import.Bringing;

/// <summary>How a row stands to what was brought in before.</summary>
internal enum Standing
{
    New,

    /// <summary>Every cell is as it was.</summary>
    Known,

    /// <summary>It was brought in, and a cell of it was edited since.</summary>
    Edited,
}

/// <summary>A row of the files with what tells it from others, and the row of before that it is, or was.</summary>
internal sealed class StandingRow
{
    public StandingRow(RowImported outcome)
        : this(outcome.Place, outcome.Row) => Person = outcome.Person;

    public StandingRow(RowRefused refused)
        : this(refused.Place, refused.Row!) => Refused = refused;

    private StandingRow(RowPlace place, BookRecord row)
    {
        Place = place;
        Row = row;
        Key = RowKeys.Of(row);
        Hash = RowKeys.HashOf(row);
    }

    public RowPlace Place { get; }

    public BookRecord Row { get; }

    /// <summary>Null when nobody can say whose it is.</summary>
    public KnownPerson? Person { get; }

    public RowRefused? Refused { get; }

    public byte[] Key { get; }

    public byte[] Hash { get; }

    /// <summary>The row's place among all rows of registers in these files, from 1; 0 in a diary.</summary>
    public int Order { get; init; }

    public Standing Standing { get; set; }

    /// <summary>Set unless the row is new.</summary>
    public BroughtInRow? Before { get; set; }

    public BroughtInRow Mark(Guid run, Guid target) => new()
    {
        KeyHash = Key,
        RowHash = Hash,
        RunId = run,
        TargetId = target,
        Source = RowKeys.SourceOf(Place),
        Row = Place.Row,
    };
}
