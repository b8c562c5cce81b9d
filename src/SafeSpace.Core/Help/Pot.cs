using SafeSpace.Core.Data;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Help;

/// <summary>
/// Money from somewhere, for something, until some day. The three sums stand on the pot so that two who spend at once on two
/// nodes meet in its version; <c>verify</c> adds them up again from the rows. Whole pence.
/// </summary>
public sealed class Pot : IRecorded, IVersioned
{
    public Guid Id { get; set; }

    public required string Name { get; set; }

    /// <summary>Whose money it is.</summary>
    public string? From { get; set; }

    /// <summary>What it is for, in the funder's words.</summary>
    public string? For { get; set; }

    /// <summary>The one item it pays for; empty when it pays for anything.</summary>
    public string? Item { get; set; }

    /// <summary>The last day it may be spent on; empty when it does not end.</summary>
    public DateOnly? Until { get; set; }

    /// <summary>Put in, less what was taken out again.</summary>
    public long PutInPence { get; set; }

    public long PromisedPence { get; set; }

    /// <summary>Spent, less what came back.</summary>
    public long SpentPence { get; set; }

    public DateTime MadeAt { get; set; }

    public DateTime? ClosedAt { get; set; }

    public Guid Version { get; set; }

    public Guid RowId => Id;

    public long LeftPence => PutInPence - PromisedPence - SpentPence;

    public bool IsOpenOn(DateOnly day) => ClosedAt is null && (Until is not { } until || day <= until);

    public bool PaysFor(string item) => Item is null || Item == item;
}

public enum PotEntryKind
{
    PutIn,

    /// <summary>Went back to whose money it was.</summary>
    TakenOut,

    /// <summary>Held for somebody it was promised to.</summary>
    Promised,
    Spent,

    /// <summary>Was promised or spent, and is not: it counts for nothing any more.</summary>
    Released,

    /// <summary>Money that came back of what was spent.</summary>
    CameBack,
}

/// <summary>One movement of a pot's money.</summary>
public sealed class PotEntry : IRecorded, IAboutPerson
{
    public Guid Id { get; set; }

    public Guid PotId { get; set; }

    /// <summary>Whom it helped, where it helped somebody.</summary>
    public PersonId? PersonId { get; set; }

    public PotEntryKind Kind { get; set; }

    /// <summary>Never less than nothing: the kind says which way it goes.</summary>
    public long Pence { get; set; }

    public DateOnly Day { get; set; }

    public DateTime At { get; set; }

    public UserId? ById { get; set; }

    public required string ByName { get; set; }

    public Guid? HelpId { get; set; }

    public Guid? ClaimId { get; set; }

    /// <summary>It took the pot below nothing, and somebody who may said why.</summary>
    public bool Beyond { get; set; }

    /// <summary>A note, or why it went below nothing; sealed.</summary>
    public Sealed? Words { get; set; }

    public Guid RowId => Id;

    public PersonId? About => PersonId;
}
