using SafeSpace.Core.Data;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Help;

public enum ClaimState
{
    Asked,
    PaidBack,

    /// <summary>Could not be paid, and the peer was told why.</summary>
    Declined,

    /// <summary>Not asked for any more.</summary>
    TakenBack,
}

/// <summary>
/// What a peer paid from their own purse, and asks back. It says what it was for and never for whom: whoever pays it back need not know.
/// </summary>
public sealed class PurseClaim : IRecorded, IVersioned
{
    public Guid Id { get; set; }

    public UserId PeerId { get; set; }

    public required string PeerName { get; set; }

    public long Pence { get; set; }

    /// <summary>When it was paid.</summary>
    public DateOnly Day { get; set; }

    /// <summary>Code of the item, where it helped somebody.</summary>
    public string? Item { get; set; }

    /// <summary>What for; sealed.</summary>
    public Sealed? Words { get; set; }

    public string? Receipt { get; set; }

    public Guid? HelpId { get; set; }

    public ClaimState State { get; set; }

    public DateTime AskedAt { get; set; }

    /// <summary>The pot it was paid back from.</summary>
    public Guid? PotId { get; set; }

    public DateTime? EndedAt { get; set; }

    public string? EndedByName { get; set; }

    /// <summary>A kind word with the answer; sealed.</summary>
    public Sealed? Answer { get; set; }

    public Guid Version { get; set; }

    public Guid RowId => Id;
}
