using SafeSpace.Core.Desk;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Reports.Monitoring;

/// <summary>Waits as they come, one after the other; of each only what the figures need is held.</summary>
internal sealed class WaitSums(GroupClock clock, OpeningCalendar opening)
{
    public const string HoursSet = "set";
    public const string NoHours = "not set";

    private readonly List<long> answered = [];
    private readonly List<long> tried = [];
    private readonly List<long> open = [];
    private int all, timed, reached, spokenWith, sameDay, nextDay, inAWeek, later;
    private double closedHours;

    public void Add(Wait wait)
    {
        all++;
        if (wait.TriedAt is not null)
            reached++;
        if (wait.AnsweredAt is { } at)
            Day(clock.DayOf(at).DayNumber - (wait.TakenOnAt is { } taken ? clock.DayOf(taken) : wait.Day).DayNumber);
        if (wait.TakenOnAt is not { } from)
            return;
        timed++;
        if (wait.TriedAt is { } first)
            tried.Add((first - from).Ticks);
        if (wait.AnsweredAt is not { } to)
            return;
        answered.Add((to - from).Ticks);
        if (opening.OpenBetween(from, to) is not { } whileOpen)
            return;
        open.Add(whileOpen.Ticks);
        closedHours += (to - from - whileOpen).TotalHours;
    }

    public WaitingTimes Sum() => new(
        all,
        timed,
        spokenWith,
        all - spokenWith,
        reached,
        all == 0 ? null : Math.Round(100m * spokenWith / all, 1, MidpointRounding.AwayFromZero),
        sameDay,
        nextDay,
        inAWeek,
        later,
        MedianMinutes(answered),
        MedianMinutes(tried),
        opening.IsSet ? HoursSet : NoHours,
        open.Count,
        MedianMinutes(open),
        open.Count == 0 ? null : (long)closedHours);

    private void Day(int days)
    {
        spokenWith++;
        (sameDay, nextDay, inAWeek, later) = days switch
        {
            <= 0 => (sameDay + 1, nextDay, inAWeek, later),
            1 => (sameDay, nextDay + 1, inAWeek, later),
            <= 7 => (sameDay, nextDay, inAWeek + 1, later),
            _ => (sameDay, nextDay, inAWeek, later + 1),
        };
    }

    private static long? MedianMinutes(List<long> waits)
    {
        waits.Sort();
        return waits.Count == 0 ? null : (long)Math.Round((TimeSpan.FromTicks(waits[(waits.Count - 1) / 2]) + TimeSpan.FromTicks(waits[waits.Count / 2])).TotalMinutes / 2, MidpointRounding.AwayFromZero);
    }
}
