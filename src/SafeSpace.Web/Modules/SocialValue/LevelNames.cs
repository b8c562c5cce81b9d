using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.Shared;
using SafeSpace.Web.TagHelpers;

namespace SafeSpace.Web.Modules.SocialValue;

/// <summary>The group's words for levels.</summary>
public static class LevelNames
{
    private static readonly GroupList[] Lists = [GroupList.LeaderLevel, GroupList.SupportLevel, GroupList.CentreSession, GroupList.MemberNetwork, GroupList.CrisisKind];

    /// <summary>Codes and labels of all five lists; no two lists share a code with another meaning.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> ReadAsync(GroupDb db) =>
        (await db.ListEntries.AsNoTracking().Where(e => Lists.Contains(e.List)).OrderBy(e => e.Position).Select(e => new { e.Code, e.Label }).ToListAsync())
            .GroupBy(e => e.Code).ToDictionary(g => g.Key, g => g.First().Label);

    public static async Task<IReadOnlyList<Choice>> OfferedAsync(GroupDb db, GroupList list) =>
        [.. (await db.ListEntries.AsNoTracking().Where(e => e.List == list && e.RetiredAt == null).OrderBy(e => e.Position).ToListAsync()).Select(e => new Choice(e.Code, e.Label))];
}
