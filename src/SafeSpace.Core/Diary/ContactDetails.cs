using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Diary;

/// <summary>What somebody says about a contact. Almost everything may be left out.</summary>
public sealed record ContactDetails
{
    /// <summary>The id the form gave, so that a form sent twice makes one contact.</summary>
    public ContactId Id { get; init; } = ContactId.New();

    /// <summary>Null for a caller nobody knows.</summary>
    public PersonId? PersonId { get; init; }

    public ContactKind Kind { get; init; }

    /// <summary>UTC; null is now.</summary>
    public DateTime? At { get; init; }

    /// <summary>0 to 1440; null is unknown, never 0.</summary>
    public int? Minutes { get; init; }

    public UserId? PeerId { get; init; }

    /// <summary>The peer's name where there is no account.</summary>
    public string? PeerName { get; init; }

    public Guid? FamilyMemberId { get; init; }

    public string? Words { get; init; }

    /// <summary>What was agreed with the person.</summary>
    public string? Agreed { get; init; }

    /// <summary>1 to 5, or null: not asked, or not wanted.</summary>
    public int? MoodBefore { get; init; }

    public int? MoodAfter { get; init; }
}
