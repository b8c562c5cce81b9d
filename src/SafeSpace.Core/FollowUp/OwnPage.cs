using SafeSpace.Core.Data;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.FollowUp;

/// <summary>What a group decides about calls and people's own pages: one row, made when something is first changed. Everything is off until then.</summary>
public sealed class FollowUpRules : IRecorded, IVersioned
{
    public static readonly Guid OnlyId = new("00000000-0000-7000-8000-000000000002");

    public Guid Id { get; set; } = OnlyId;

    /// <summary>The log asks how the person felt before and after.</summary>
    public bool AsksMood { get; set; }

    /// <summary>Peers may invite people to a page of their own.</summary>
    public bool OwnPages { get; set; }

    /// <summary>On their own page people see the names of those who looked at their record; otherwise what each of them is here.</summary>
    public bool NamesWhoLooked { get; set; }

    public Guid Version { get; set; }

    public Guid RowId => Id;
}

/// <summary>Somebody was invited to a page of their own. The account and the person are tied by a <c>PersonAccount</c> while it lasts.</summary>
public sealed class OwnPageInvitation : IRecorded, IAboutPerson, IVersioned
{
    public Guid Id { get; set; }

    public PersonId PersonId { get; set; }

    public UserId UserId { get; set; }

    public DateTime At { get; set; }

    public UserId? ById { get; set; }

    /// <summary>How it is safe for them: whose phone, who else reads the e-mail.</summary>
    public Sealed? SafeWay { get; set; }

    public DateTime? EndedAt { get; set; }

    /// <summary>An account was made for it, and is closed with it.</summary>
    public bool MadeAccount { get; set; }

    public Guid Version { get; set; }

    public Guid RowId => Id;

    public PersonId? About => PersonId;
}

/// <summary>What somebody can give, in their own words.</summary>
public sealed class PersonOffer : IRecorded, IAboutPerson, IVersioned
{
    public const string Column = "person_offer.words";

    public Guid Id { get; set; }

    public PersonId PersonId { get; set; }

    public Sealed? Words { get; set; }

    public DateTime At { get; set; }

    public Guid Version { get; set; }

    public Guid RowId => Id;

    public PersonId? About => PersonId;
}
