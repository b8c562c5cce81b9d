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

    /// <summary>What the contract asks of us.</summary>
    Objective,

    /// <summary>"Where would you have turned without us?"</summary>
    WouldHaveTurned,

    /// <summary>What readers of case files look for.</summary>
    FileQuestion,
    /// <summary>Headings of a plan in somebody's own words.</summary>
    PlanHeading,
}
