using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Desk;

/// <summary>When a group was, is and will be open: its plans, each from its day on, less the days it is shut.</summary>
public sealed class OpeningCalendar(IEnumerable<(DateOnly From, OpeningWeek Week)> plans, IEnumerable<DateOnly> closed, GroupClock clock)
{
    private readonly (DateOnly From, OpeningWeek Week)[] plans = [.. plans.OrderBy(p => p.From)];
    private readonly HashSet<DateOnly> closed = [.. closed];

    /// <summary>Somebody said when the group is open.</summary>
    public bool IsSet => plans.Length > 0;

    public static async Task<OpeningCalendar> ReadAsync(GroupDb db, GroupClock clock)
    {
        var plans = await db.OpeningPlans.AsNoTracking().Where(p => p.TakenBackAt == null).ToListAsync();
        var closed = await db.ClosedDays.AsNoTracking().Where(d => d.TakenBackAt == null).Select(d => d.Day).ToListAsync();
        return new OpeningCalendar(plans.Select(p => (p.From, OpeningWeek.Parse(p.Week))), closed, clock);
    }

    /// <summary>The spans that begin on a day; null where no plan says anything of it.</summary>
    public IReadOnlyList<OpeningSpan>? Of(DateOnly day) =>
        plans.LastOrDefault(p => p.From <= day).Week is not { } week ? null : closed.Contains(day) ? [] : week.Of(day.DayOfWeek);

    /// <summary>How long the group was open between two moments (UTC); null where no plan says anything of the first day.</summary>
    public TimeSpan? OpenBetween(DateTime from, DateTime to)
    {
        var first = clock.DayOf(from);
        if (Of(first) is null)
            return null;
        var open = TimeSpan.Zero;
        var counted = from;
        for (var day = first.AddDays(-1); day <= clock.DayOf(to); day = day.AddDays(1)) // a night that began the day before
        {
            foreach (var span in Of(day) ?? [])
            {
                var opens = Later(clock.ToUtc(new LocalMoment(day, span.Opens)), counted);
                var closes = clock.ToUtc(new LocalMoment(span.OverMidnight ? day.AddDays(1) : day, span.Closes));
                if (closes > to)
                    closes = to;
                if (closes <= opens)
                    continue;
                open += closes - opens;
                counted = closes; // what two plans both call open counts once
            }
        }

        return open;
    }

    private static DateTime Later(DateTime a, DateTime b) => a > b ? a : b;
}
