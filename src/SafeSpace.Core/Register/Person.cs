using SafeSpace.Core.Data;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Register;

/// <summary>Somebody the group supports or once supported. Counted once, ever. People see the reference, never the id.</summary>
public sealed class Person : IRecorded, IAboutPerson, IVersioned
{
    /// <summary>What the reference of an erased record begins with, and of one whose names were taken out.</summary>
    public const string ErasedReference = "erased-", NamelessReference = "nameless-";

    public PersonId Id { get; set; }

    /// <summary>SS0042: the group's prefix and a number that is never used again.</summary>
    public required string Reference { get; set; }

    public int ReferenceNumber { get; set; }

    public string GivenName { get; set; } = "";

    public string Surname { get; set; } = "";

    /// <summary>What they like to be called.</summary>
    public string? KnownAs { get; set; }

    public DateOnly? DateOfBirth { get; set; }

    /// <summary>In their own words, if they wish to say; so are the next two.</summary>
    public string? Gender { get; set; }

    public string? Ethnicity { get; set; }

    public string? Language { get; set; }

    public string? Address { get; set; }

    public string? Postcode { get; set; }

    /// <summary>The postcode as it is found by: capital letters and digits alone.</summary>
    public string? PostcodeKey { get; set; }

    public string? Email { get; set; }

    /// <summary>When it is safe to ring, and when not.</summary>
    public Sealed? SafeTimes { get; set; }

    public Voicemail Voicemail { get; set; }

    /// <summary>Who else may answer, and what they may be told.</summary>
    public Sealed? WhoMayAnswer { get; set; }

    public Sealed? CommunicationNeeds { get; set; }

    /// <summary>What the next of us should know before ringing.</summary>
    public Sealed? BeforeRinging { get; set; }

    public DateTime AddedAt { get; set; }

    /// <summary>Somebody told us that they have died: nothing is promised, sent or offered any more; figures stand. Cleared when it was a mistake.</summary>
    public DateTime? DiedAt { get; set; }

    /// <summary>Who they are was taken out: names, numbers, addresses. What was done stands, and is counted.</summary>
    public DateTime? NamelessAt { get; set; }

    /// <summary>Erased: nameless, and every word about them is gone with their key. Nobody opens the record any more.</summary>
    public DateTime? ErasedAt { get; set; }

    /// <summary>Set while this record stands merged into another; undoing the merge clears it.</summary>
    public PersonId? MergedIntoId { get; set; }

    public Guid Version { get; set; }

    public Guid RowId => Id.Value;

    public PersonId? About => Id;

    public string FullName => string.Join(' ', new[] { GivenName, Surname }.Where(n => n.Length > 0));
}

public enum Voicemail
{
    NotAsked,
    Yes,
    No,
}

/// <summary>A number somebody can be reached at. Two people may share one.</summary>
public sealed class PersonPhone : IRecorded, IAboutPerson
{
    public Guid Id { get; set; }

    public PersonId PersonId { get; set; }

    /// <summary>As it was typed.</summary>
    public required string Number { get; set; }

    /// <summary>National digits from the last to the first: what "any part of the end" is found by.</summary>
    public required string Reversed { get; set; }

    /// <summary>Whose it is, or what to mind: "mum's", "not after nine".</summary>
    public string? Note { get; set; }

    public Guid RowId => Id;

    public PersonId? About => PersonId;
}

/// <summary>A husband, mother, carer or friend who may ring too, as themselves; the person says what they may hear.</summary>
public sealed class FamilyMember : IRecorded, IAboutPerson, IVersioned
{
    public Guid Id { get; set; }

    public PersonId PersonId { get; set; }

    public required string Name { get; set; }

    /// <summary>What they are to the person: husband, mother, carer.</summary>
    public string? Tie { get; set; }

    public string? Phone { get; set; }

    /// <summary>What the person lets them hear, in the person's words; empty means nothing was agreed yet, so nothing is told.</summary>
    public Sealed? MayHear { get; set; }

    public DateTime? EndedAt { get; set; }

    public Guid Version { get; set; }

    public Guid RowId => Id;

    public PersonId? About => PersonId;
}
