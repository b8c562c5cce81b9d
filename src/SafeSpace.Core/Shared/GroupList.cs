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
    LeaderLevel,
    SupportLevel,
    CentreSession,
    MemberNetwork,
    CrisisKind,
    SupportKind,

    /// <summary>Headings of a plan in somebody's own words.</summary>
    PlanHeading,
}
