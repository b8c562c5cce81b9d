using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.Diary;
using SafeSpace.Core.Referrals;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Reports.Monitoring;

/// <summary>The first and the last day a group has referrals or contacts of, and so which months are whole.</summary>
public sealed record DataDays(DateOnly? First, DateOnly? Last)
{
    /// <summary>A month may begin with a holiday and end with a quiet weekend and still be whole.</summary>
    private const int QuietDays = 3;

    /// <summary>Not whole: the data begins within it, ends within it, or the month itself has not ended.</summary>
    public bool IsPart(Month month, DateOnly today) =>
        First is { } first && Last is { } last
        && month >= Month.Of(first) && month <= Month.Of(last > today ? last : today)
        && (month.LastDay >= today
            || (month == Month.Of(first) && first.Day > 1 + QuietDays)
            || (month == Month.Of(last) && last < month.LastDay.AddDays(-QuietDays)));

    public static async Task<DataDays> ReadAsync(GroupDb db, GroupClock clock)
    {
        var referrals = db.Referrals.AsNoTracking();
        var contacts = db.Contacts.AsNoTracking().Where(c => c.CorrectedById == null);
        DateOnly?[] first = [await referrals.MinAsync(r => (DateOnly?)r.Day), DayOf(await contacts.MinAsync(c => (DateTime?)c.At), clock)];
        DateOnly?[] last = [await referrals.MaxAsync(r => (DateOnly?)r.Day), DayOf(await contacts.MaxAsync(c => (DateTime?)c.At), clock)];
        return new(first.Min(), last.Max());
    }

    private static DateOnly? DayOf(DateTime? utc, GroupClock clock) => utc is { } moment ? clock.DayOf(moment) : null;
}
