using SafeSpace.Core.Data;
using SafeSpace.Core.Diary;
using SafeSpace.Core.Register.Counting;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Reports.Monitoring;

/// <summary>One month's figures that add up over months; <paramref name="Active"/> is as at its last day, or today.</summary>
/// <param name="IsPart">Not whole: never compared with one that is.</param>
/// <param name="HasData">It lies between the first and the last day of which anything was written down.</param>
public sealed record TrendMonth(
    Month Month, bool IsPart, bool HasData, int Referrals, int NewPeople, int Repeats, int Doubles, int Calls, long CallMinutes, int CallsWithoutMinutes, int Visits, int NoAnswer, int Active);

/// <summary>Months side by side, from kept figures alone: for charts and for the period before.</summary>
public static class MonitoringTrend
{
    public static async Task<IReadOnlyList<TrendMonth>> ReadAsync(GroupDb db, GroupClock clock, Month from, Month to)
    {
        Month[] months = [.. Month.Range(from, to)];
        var days = await DataDays.ReadAsync(db, clock);
        var referrals = (await ReferralCounts.ReadAsync(db, from, to)).ToLookup(r => r.Month);
        var contacts = (await ContactCounts.ReadAsync(db, from, to)).ToLookup(c => c.Month);
        var active = await OpenSpells.AtMonthEndsAsync(db, months, clock.Today);
        return [.. months.Select(month => new TrendMonth(
            month,
            days.IsPart(month, clock.Today),
            month.LastDay >= days.First && month.FirstDay <= days.Last,
            referrals[month].Sum(r => r.Referrals),
            referrals[month].Where(r => r.Kind == ReferralKind.First).Sum(r => r.Referrals),
            referrals[month].Where(r => r.Kind == ReferralKind.Repeat).Sum(r => r.Referrals),
            referrals[month].Where(r => r.Kind == ReferralKind.Double).Sum(r => r.Referrals),
            contacts[month].Where(c => c.Kind.IsCall()).Sum(c => c.Contacts),
            contacts[month].Where(c => c.Kind.IsCall()).Sum(c => c.Minutes),
            contacts[month].Where(c => c.Kind.IsCall()).Sum(c => c.MinutesUnknown),
            contacts[month].Where(c => c.Kind.IsVisit()).Sum(c => c.Contacts),
            contacts[month].Where(c => c.Kind == ContactKind.NoAnswer).Sum(c => c.Contacts),
            active[month]))];
    }
}
