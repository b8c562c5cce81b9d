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

    PartnerKind,

    /// <summary>Why a partner refused somebody.</summary>
    RefusedWhy,

    /// <summary>What came of a connection.</summary>
    ConnectionOutcome,

    /// <summary>Why a first slot was offered too late.</summary>
    LateWhy,

    /// <summary>What nobody could give.</summary>
    UnmetNeed,

    /// <summary>What we fight for.</summary>
    CauseKind,
    CauseOutcome,
}
