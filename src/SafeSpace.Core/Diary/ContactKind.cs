namespace SafeSpace.Core.Diary;

/// <summary>How a contact happened: one entry of the diary.</summary>
public enum ContactKind
{
    /// <summary>They rang us and we spoke.</summary>
    CallIn,

    /// <summary>We rang them and we spoke.</summary>
    CallOut,

    /// <summary>We rang and nobody answered: a try, not a call.</summary>
    NoAnswer,

    Text,
    Message,
    Email,
    Video,

    /// <summary>They came to the building.</summary>
    VisitToBuilding,

    MeetingElsewhere,
    VisitAtHome,
}
