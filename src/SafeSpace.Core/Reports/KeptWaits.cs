using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.Desk;
using SafeSpace.Core.Reports.Monitoring;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Reports;

/// <summary>Works out the waits of the months that are over and have none, so that a report of many years need not read every referral.</summary>
public static class KeptWaits
{
    /// <summary>Answers how many months were worked out. A month that changes meanwhile is left to the next time.</summary>
    public static async Task<int> WorkOutAsync(GroupStore store)
    {
        var clock = store.Clock; // the group's time zone may be set anew meanwhile
        await using var db = await store.ReadAsync();
        var opening = await OpeningCalendar.ReadAsync(db, clock);
        var (now, mark) = (Month.Of(clock.Today), opening.Mark);
        var stale = await db.WaitMonths.AsNoTracking().Where(m => m.Month < now && (m.Hours == null || m.Hours != mark)).OrderBy(m => m.Month)
            .Select(m => new { m.Month, m.Changes }).ToListAsync();
        foreach (var month in stale)
        {
            // Its changes were counted before its rows are read: what is written if there were no more since is of these rows.
            var waits = (await Waits.WorkOutAsync(db, clock, opening, month.Month)).Pack();
            await store.Write("WaitsWorkedOut", Actor.System, unit => unit.Db.WaitMonths.Where(m => m.Month == month.Month && m.Changes == month.Changes)
                .ExecuteUpdateAsync(m => m.SetProperty(x => x.Hours, mark).SetProperty(x => x.Waits, waits)));
        }

        return stale.Count;
    }
}
