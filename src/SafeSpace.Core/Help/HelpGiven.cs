using SafeSpace.Core.Data;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Help;

public enum HelpState
{
    /// <summary>They were told that they get it; it is not with them yet.</summary>
    Promised,
    Given,

    /// <summary>Promised, and not needed any more.</summary>
    CalledOff,

    /// <summary>Written down by mistake: it counts for nothing.</summary>
    Mistake,
}

public enum HelpWay
{
    /// <summary>Handed over, or fetched by them.</summary>
    Fetched,
    Delivered,

    /// <summary>As a code or a link.</summary>
    Sent,
}

/// <summary>One thing somebody was given, or was promised.</summary>
public sealed class HelpGiven : IRecorded, IAboutPerson, IVersioned
{
    public Guid Id { get; set; }

    public PersonId PersonId { get; set; }

    /// <summary>Code of a <see cref="SupportItem"/>.</summary>
    public required string Item { get; set; }

    /// <summary>What it was worth, in pence.</summary>
    public long Pence { get; set; }

    /// <summary>Of that, what came back.</summary>
    public long CameBackPence { get; set; }

    public HelpState State { get; set; }

    public HelpWay Way { get; set; }

    /// <summary>When they got it; while it is only promised, when that was.</summary>
    public DateTime At { get; set; }

    /// <summary>The day of the group's time zone.</summary>
    public DateOnly Day { get; set; }

    /// <summary>Who gave it.</summary>
    public UserId? PeerId { get; set; }

    public required string PeerName { get; set; }

    /// <summary>The diary entry it came up in.</summary>
    public Guid? ContactId { get; set; }

    public Guid? PotId { get; set; }

    public Guid? StockId { get; set; }

    public Guid? VoucherId { get; set; }

    /// <summary>Paid from a peer's own purse.</summary>
    public Guid? ClaimId { get; set; }

    /// <summary>The number on the receipt.</summary>
    public string? Receipt { get; set; }

    /// <summary>What exactly; sealed.</summary>
    public Sealed? Words { get; set; }

    public DateTime MadeAt { get; set; }

    public UserId? MadeById { get; set; }

    public DateTime? EndedAt { get; set; }

    public Guid Version { get; set; }

    public Guid RowId => Id;

    public PersonId? About => PersonId;
}

/// <summary>A photo of a receipt, sealed with the key of whom it helped, or of nobody.</summary>
public sealed class ReceiptPhoto : IRecorded, IAboutPerson
{
    public Guid Id { get; set; }

    /// <summary>The help, or the claim, it belongs to.</summary>
    public Guid OfId { get; set; }

    public PersonId? PersonId { get; set; }

    /// <summary>image/jpeg, image/png, image/webp.</summary>
    public required string Type { get; set; }

    /// <summary>The picture's bytes, in base 64; sealed.</summary>
    public Sealed? Picture { get; set; }

    public DateTime AddedAt { get; set; }

    public UserId? AddedById { get; set; }

    /// <summary>It was another's, or showed too much.</summary>
    public DateTime? TakenBackAt { get; set; }

    public Guid RowId => Id;

    public PersonId? About => PersonId;
}
