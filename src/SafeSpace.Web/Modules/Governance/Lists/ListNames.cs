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
        _ => list.ToString(),
    };
}
