namespace SafeSpace.Core.Shared;

/// <summary>The lists a group keeps in its own words.</summary>
public enum GroupList
{
    ReferringTeam,
    HowSoon,
    Factor,
    PointedElsewhere,
    NotNow,
    CloseReason,
}
