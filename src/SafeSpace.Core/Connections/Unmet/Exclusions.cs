using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.Referrals;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Connections.Unmet;

/// <summary>One line of a month's table.</summary>
/// <param name="Where">A partner by name; null for us.</param>
/// <param name="Why">A code of one of the group's lists; null where nobody said.</param>
public sealed record Excluded(string? Where, GroupList List, string? Why, int Count);

/// <summary>Who was refused in a month, by whom and why, our own declines among them; and what nobody could give.</summary>
/// <param name="Beyond">Of the needs not met, how many were more than the contract asks.</param>
public sealed record ExclusionMonth(Month Month, IReadOnlyList<Excluded> Partners, IReadOnlyList<Excluded> Ours, IReadOnlyList<Excluded> Unmet, int Beyond)
{
    /// <param name="whole">The whole store: figures count everybody.</param>
    public static async Task<ExclusionMonth> ReadAsync(GroupDb whole, GroupClock clock, Month month)
    {
        var (first, last) = (month.FirstDay, month.LastDay);
        var refused = await Refused(whole, month).GroupBy(c => new { c.PartnerName, c.RefusedWhy }).Select(g => new { g.Key.PartnerName, g.Key.RefusedWhy, Count = g.Count() }).ToListAsync();
        var ours = await Declined(whole, clock, month).GroupBy(r => new { r.Outcome, r.OutcomeReason }).Select(g => new { g.Key.Outcome, g.Key.OutcomeReason, Count = g.Count() }).ToListAsync();
        var unmet = await whole.UnmetNeeds.Where(u => u.Day >= first && u.Day <= last && u.TakenBackAt == null).GroupBy(u => u.Need).Select(g => new { g.Key, Count = g.Count() }).ToListAsync();
        return new ExclusionMonth(
            month,
            [.. refused.Select(r => new Excluded(r.PartnerName, GroupList.RefusedWhy, r.RefusedWhy, r.Count)).OrderBy(e => e.Where, StringComparer.CurrentCultureIgnoreCase).ThenByDescending(e => e.Count)],
            [.. ours.Select(r => new Excluded(null, r.Outcome == ReferralOutcome.NotNow ? GroupList.NotNow : GroupList.PointedElsewhere, r.OutcomeReason, r.Count)).OrderByDescending(e => e.Count)],
            [.. unmet.Select(u => new Excluded(null, GroupList.UnmetNeed, u.Key, u.Count)).OrderByDescending(e => e.Count)],
            await whole.UnmetNeeds.CountAsync(u => u.Day >= first && u.Day <= last && u.TakenBackAt == null && u.Beyond));
    }

    public static IQueryable<Connection> Refused(GroupDb db, Month month)
    {
        var (first, last) = (month.FirstDay, month.LastDay);
        return db.Connections.AsNoTracking().Where(c => c.State == ConnectionState.Refused && c.AnsweredOn >= first && c.AnsweredOn <= last);
    }

    /// <summary>Referrals that we declined or pointed elsewhere, by the day of our word.</summary>
    public static IQueryable<Referral> Declined(GroupDb db, GroupClock clock, Month month)
    {
        var (from, to) = (clock.StartOf(month.FirstDay), clock.StartOf(month.LastDay.AddDays(1)));
        return db.Referrals.AsNoTracking().Where(r => (r.Outcome == ReferralOutcome.NotNow || r.Outcome == ReferralOutcome.PointedElsewhere) && r.DecidedAt >= from && r.DecidedAt < to);
    }
}
