using SafeSpace.Core.Data;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Diary;

public readonly record struct ContactId(Guid Value) : ITypedId<ContactId>
{
    public static ContactId From(Guid value) => new(value);

    public static ContactId New() => new(Ids.New());
}

/// <summary>One diary entry. A wrong one is corrected by a new one; the old stays readable behind it.</summary>
public sealed class Contact : IRecorded, IAboutPerson
{
    public ContactId Id { get; set; }

    /// <summary>Empty for a caller nobody knows; may be joined to a person later.</summary>
    public PersonId? PersonId { get; set; }

    public ContactKind Kind { get; set; }

    public DateTime At { get; set; }

    /// <summary>The day of the group's time zone.</summary>
    public DateOnly Day { get; set; }

    /// <summary>Unknown stays empty and is counted as missing, never as 0.</summary>
    public int? Minutes { get; set; }

    public UserId? PeerId { get; set; }

    /// <summary>The name of the peer where there is no account: from a spreadsheet, or somebody who wrote on paper.</summary>
    public string? PeerName { get; set; }

    /// <summary>With whom, when it was not the person themselves.</summary>
    public Guid? FamilyMemberId { get; set; }

    public Sealed? Words { get; set; }

    /// <summary>What was agreed with the person in this contact.</summary>
    public Sealed? Agreed { get; set; }

    /// <summary>How the person felt before and after, 1 to 5, in their own word; empty when it was not asked or not wanted. No figure about a peer is ever made of it.</summary>
    public int? MoodBefore { get; set; }

    public int? MoodAfter { get; set; }

    public DateTime LoggedAt { get; set; }

    public UserId? LoggedById { get; set; }

    /// <summary>The entry this one sets right.</summary>
    public ContactId? CorrectsId { get; set; }

    /// <summary>The entry that set this one right; such an entry is no longer counted.</summary>
    public ContactId? CorrectedById { get; set; }

    public Guid RowId => Id.Value;

    public PersonId? About => PersonId;
}

public static class ContactKinds
{
    /// <summary>An answered telephone call, in or out: what "calls" means in every figure.</summary>
    public static bool IsCall(this ContactKind kind) => kind is ContactKind.CallIn or ContactKind.CallOut;

    /// <summary>A visit or meeting in the flesh.</summary>
    public static bool IsVisit(this ContactKind kind) =>
        kind is ContactKind.VisitToBuilding or ContactKind.MeetingElsewhere or ContactKind.VisitAtHome;

    /// <summary>It takes time that somebody can note; a text or an unanswered try does not.</summary>
    public static bool HasLength(this ContactKind kind) => kind.IsAnswered();

    /// <summary>The person was really spoken with: ends the wait for a first contact.</summary>
    public static bool IsAnswered(this ContactKind kind) => kind.IsCall() || kind.IsVisit() || kind == ContactKind.Video;
}
