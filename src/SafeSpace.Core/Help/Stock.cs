using SafeSpace.Core.Data;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Help;

/// <summary>Things we have here, counted in and out.</summary>
public sealed class StockItem : IRecorded, IVersioned
{
    public Guid Id { get; set; }

    public required string Name { get; set; }

    /// <summary>Code of the item it is given as.</summary>
    public required string Item { get; set; }

    /// <summary>How many are here, as the movements add up.</summary>
    public int Count { get; set; }

    /// <summary>So many or fewer is low; empty when nobody minds.</summary>
    public int? LowAt { get; set; }

    public DateTime? RetiredAt { get; set; }

    public Guid Version { get; set; }

    public Guid RowId => Id;

    public bool IsLow => LowAt is { } low && Count <= low;
}

public enum StockMoveKind
{
    CameIn,

    /// <summary>Given to somebody.</summary>
    Given,

    /// <summary>Came back of what was given.</summary>
    CameBack,

    /// <summary>Out of date, broken, lent away.</summary>
    WentOut,

    /// <summary>Counted again: so many more or fewer than we thought.</summary>
    CountedAgain,
}

/// <summary>One movement of stock; <see cref="Count"/> is what it adds.</summary>
public sealed class StockMove : IRecorded, IAboutPerson
{
    public Guid Id { get; set; }

    public Guid StockId { get; set; }

    public PersonId? PersonId { get; set; }

    public StockMoveKind Kind { get; set; }

    public int Count { get; set; }

    public DateOnly Day { get; set; }

    public DateTime At { get; set; }

    public UserId? ById { get; set; }

    public required string ByName { get; set; }

    public Guid? HelpId { get; set; }

    /// <summary>From whom it came, or why the count was another; sealed.</summary>
    public Sealed? Words { get; set; }

    public Guid RowId => Id;

    public PersonId? About => PersonId;
}
