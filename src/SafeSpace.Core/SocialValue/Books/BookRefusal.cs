namespace SafeSpace.Core.SocialValue;

/// <summary>Why a change of a record book was not made; none when it was.</summary>
public enum BookRefusal
{
    None,
    NotThere,

    /// <summary>The month is closed: its figures stand until it is opened again.</summary>
    MonthClosed,

    /// <summary>It would be in the book twice.</summary>
    Twice,

    /// <summary>More hours than a week has.</summary>
    TooManyHours,

    /// <summary>The record is somebody else's.</summary>
    NotYours,
}
