using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.Referrals;
using SafeSpace.Core.Register.Counting;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Reports.Monitoring;

internal sealed record ReferralCount(Month Month, ReferralKind Kind, ReferralOutcome Outcome, string? Team, int Referrals);

/// <summary>Referrals from the kept days.</summary>
internal static class ReferralCounts
{
    public static async Task<IReadOnlyList<ReferralCount>> ReadAsync(GroupDb db, Month from, Month to)
    {
        var rows = await db.ReferralDays.AsNoTracking()
            .Where(d => d.Day >= from.FirstDay && d.Day <= to.LastDay)
            .GroupBy(d => new { d.Day.Year, d.Day.Month, d.Kind, d.Outcome, d.Team })
            .Select(g => new { g.Key, Referrals = g.Sum(d => d.Referrals) })
            .ToListAsync();
        return [.. rows.Where(r => r.Referrals != 0).Select(r => new ReferralCount(new Month(r.Key.Year, r.Key.Month), r.Key.Kind, r.Key.Outcome, r.Key.Team, r.Referrals))];
    }

    /// <summary>Everybody first referred up to a day: each has one first referral.</summary>
    public static Task<int> PeopleToAsync(GroupDb db, DateOnly day) =>
        db.ReferralDays.Where(d => d.Day <= day && d.Kind == ReferralKind.First).SumAsync(d => d.Referrals);
}

/// <summary>Referrals by who referred, most first, under the group's present words.</summary>
internal static class TeamCounts
{
    public const string NotSaid = "not said";

    public static async Task<IReadOnlyList<TeamFigures>> ReadAsync(GroupDb db, IReadOnlyList<ReferralCount> referrals)
    {
        var names = await db.ListEntries.AsNoTracking().Where(e => e.List == GroupList.ReferringTeam).ToDictionaryAsync(e => e.Code, e => e.Label);
        return [.. referrals.GroupBy(r => r.Team)
            .Select(g => new TeamFigures(
                g.Key,
                g.Key is { } code ? names.GetValueOrDefault(code, code) : NotSaid,
                g.Sum(r => r.Referrals),
                Sum(g, ReferralKind.First),
                Sum(g, ReferralKind.Repeat),
                Sum(g, ReferralKind.Double),
                g.Where(r => r.Outcome == ReferralOutcome.TakenOn).Sum(r => r.Referrals)))
            .OrderByDescending(t => t.Referrals).ThenBy(t => t.Name, StringComparer.Ordinal)];
    }

    private static int Sum(IEnumerable<ReferralCount> rows, ReferralKind kind) => rows.Where(r => r.Kind == kind).Sum(r => r.Referrals);
}
