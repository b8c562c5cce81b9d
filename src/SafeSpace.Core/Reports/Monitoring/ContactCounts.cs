using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.Diary;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Reports.Monitoring;

internal sealed record ContactCount(Month Month, ContactKind Kind, int Contacts, long Minutes, int MinutesUnknown);

/// <summary>Contacts from the kept months; entries that were corrected are not in them.</summary>
internal static class ContactCounts
{
    public static async Task<IReadOnlyList<ContactCount>> ReadAsync(GroupDb db, Month from, Month to) =>
        await db.ContactMonths.AsNoTracking()
            .Where(m => m.Month >= from && m.Month <= to)
            .GroupBy(m => new { m.Month, m.Kind })
            .Select(g => new ContactCount(g.Key.Month, g.Key.Kind, g.Sum(m => m.Contacts), g.Sum(m => m.Minutes), g.Sum(m => m.MinutesUnknown)))
            .ToListAsync();
}

/// <param name="People">How many people had so many calls.</param>
internal sealed record CallsShared(int Calls, int People);

/// <summary>How many calls people had, from the kept months of each person.</summary>
internal static class CallsOfPeople
{
    public static readonly (int From, int? To)[] Bands = [(1, 1), (2, 4), (5, 9), (10, 19), (20, 49), (50, null)];

    public static async Task<IReadOnlyList<CallsShared>> ReadAsync(GroupDb db, Month from, Month to) =>
        await Calls(db, from, to, await IsAllAsync(db, from, to)).Where(calls => calls > 0)
            .GroupBy(calls => calls)
            .Select(g => new CallsShared(g.Key, g.Count()))
            .ToListAsync();

    private static IQueryable<int> Calls(GroupDb db, Month from, Month to, bool all)
    {
        var kept = db.PersonMonths.AsNoTracking();
        // Written out, not as a value: so the index of these rows alone is known to hold what is asked for.
        return all ? kept.Where(m => m.Month == EF.Constant(PersonMonth.All)).Select(m => m.Calls) : kept.Where(m => m.Month >= from && m.Month <= to).GroupBy(m => m.PersonId).Select(g => g.Sum(m => m.Calls));
    }

    /// <summary>Whether there is nothing outside the period.</summary>
    private static async Task<bool> IsAllAsync(GroupDb db, Month from, Month to)
    {
        var months = db.ContactMonths.AsNoTracking();
        return !await months.AnyAsync(m => m.Month < from) && !await months.AnyAsync(m => m.Month > to);
    }

    public static CallsPerPerson Summarise(IReadOnlyList<CallsShared> calls) => new(
        calls.Sum(c => c.People),
        MedianOf(calls),
        [.. Bands.Select(band => new CallBand(band.From, band.To, calls.Where(c => c.Calls >= band.From && c.Calls <= (band.To ?? int.MaxValue)).Sum(c => c.People)))]);

    private static decimal? MedianOf(IReadOnlyList<CallsShared> calls)
    {
        var people = calls.Sum(c => c.People);
        return people == 0 ? null : (At((people - 1) / 2) + At(people / 2)) / 2m;

        int At(int place)
        {
            foreach (var shared in calls.OrderBy(c => c.Calls))
            {
                if (place < shared.People)
                    return shared.Calls;
                place -= shared.People;
            }

            return 0;
        }
    }
}
