using SafeSpace.Core.Shared;

namespace SafeSpace.Web.Modules.Governance.Lists;

/// <summary>What people call each list.</summary>
internal static class ListNames
{
    public static string Of(GroupList list) => list switch
    {
        GroupList.ReferringTeam => "Who refers to us",
        GroupList.HowSoon => "How soon",
        GroupList.Factor => "What is going on",
        GroupList.PointedElsewhere => "Where we point people to",
        GroupList.NotNow => "Why not now",
        GroupList.CloseReason => "How a time with us ends",
        GroupList.LeaderLevel => "Levels of leaders",
        GroupList.SupportLevel => "Levels of peer supporters",
        GroupList.CentreSession => "How long at the centre",
        GroupList.MemberNetwork => "Ways of being a member",
        GroupList.CrisisKind => "Kinds of crisis",
        GroupList.SupportKind => "Kinds of support given",
        GroupList.Objective => "What our contract asks of us",
        GroupList.WouldHaveTurned => "Where people would have turned",
        GroupList.FileQuestion => "What we look for in case files",
        GroupList.PlanHeading => "Headings of a plan",
        GroupList.PartnerKind => "Kinds of other services",
        GroupList.RefusedWhy => "Why other services refuse",
        GroupList.ConnectionOutcome => "What comes of a connection",
        GroupList.LateWhy => "Why a slot is offered too late",
        GroupList.UnmetNeed => "What nobody could give",
        GroupList.CauseKind => "What we fight for",
        GroupList.CauseOutcome => "How a fight ends",
        _ => list.ToString(),
    };
}
