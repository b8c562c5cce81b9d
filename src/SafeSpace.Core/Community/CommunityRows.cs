using SafeSpace.Core.Data;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Community;

/// <summary>Somebody on the membership list: joined, perhaps left, registered or in the online network.</summary>
public sealed class Member : IRecorded, IVersioned, IAboutPerson
{
    public Guid Id { get; set; }

    /// <summary>What counts a member once: two people may bear one name.</summary>
    public required string Number { get; set; }

    public required string Name { get; set; }

    /// <summary>The name as it is compared: <see cref="BookNames"/>.</summary>
    public required string NameKey { get; set; }

    /// <summary>An entry of the group's list of networks.</summary>
    public required string Network { get; set; }

    public DateOnly JoinedOn { get; set; }

    /// <summary>Who left on a day no longer counts on that day.</summary>
    public DateOnly? LeftOn { get; set; }

    /// <summary>Their record in the register, if the group has one and said so.</summary>
    public PersonId? PersonId { get; set; }

    /// <summary>The short number on their card: opens nothing but the sign-in at the door.</summary>
    public string? Card { get; set; }

    /// <summary>Of one person with this other membership, over the same time: only the other one is counted.</summary>
    public Guid? OneWithId { get; set; }

    public Guid Version { get; set; }

    public Guid RowId => Id;

    public PersonId? About => PersonId;
}

/// <summary>How a sign-in came into the book.</summary>
public enum SignInWay
{
    Door,
    Sheet,
    Import,
}

/// <summary>Somebody was at the centre. Each is one use.</summary>
public sealed class CentreSignIn : IRecorded, IVersioned, IAboutPerson
{
    public Guid Id { get; set; }

    public DateOnly Day { get; set; }

    /// <summary>On the wall's clock; empty where nobody wrote it down.</summary>
    public TimeOnly? At { get; set; }

    public Guid? MemberId { get; set; }

    public PersonId? PersonId { get; set; }

    /// <summary>As it stood on the sheet, or as a guest gave it; guests need give none.</summary>
    public string? Name { get; set; }

    public string? NameKey { get; set; }

    /// <summary>A day or half a day: an entry of the group's list; empty until the coordinator says.</summary>
    public string? Session { get; set; }

    public SignInWay Way { get; set; }

    public Guid? SiteId { get; set; }

    /// <summary>The door asked them to wait for one of the team; why is written nowhere here.</summary>
    public bool AskedToWait { get; set; }

    /// <summary>Somebody of the team went to them at the door.</summary>
    public DateTime? MetAt { get; set; }

    /// <summary>It was a mistake: it counts no more.</summary>
    public DateTime? TakenBackAt { get; set; }

    public Guid Version { get; set; }

    public Guid RowId => Id;

    public PersonId? About => PersonId;
}

/// <summary>A month has a list of levels of its own. A month without one goes by the newest list before it.</summary>
public sealed class SupportLevelMonth : IRecorded
{
    public Guid Id { get; set; }

    public Month Month { get; set; }

    public Guid RowId => Id;
}

/// <summary>One peer supporter's level in a month.</summary>
public sealed class SupportLevel : IRecorded, IVersioned
{
    public Guid Id { get; set; }

    public Month Month { get; set; }

    public required string Name { get; set; }

    public required string NameKey { get; set; }

    /// <summary>An entry of the group's list of levels.</summary>
    public required string Level { get; set; }

    /// <summary>Not active in this month after all.</summary>
    public DateTime? StoppedAt { get; set; }

    public Guid Version { get; set; }

    public Guid RowId => Id;
}

/// <summary>The secret address a tablet at the door shows. It signs nobody in to anything: whoever holds it can say "I'm here", no more.</summary>
public sealed class DoorAddress : IRecorded
{
    public Guid Id { get; set; }

    public required string Label { get; set; }

    public required byte[] SecretHash { get; set; }

    public Guid? SiteId { get; set; }

    public DateTime MadeAt { get; set; }

    public DateTime? EndedAt { get; set; }

    public Guid RowId => Id;
}
