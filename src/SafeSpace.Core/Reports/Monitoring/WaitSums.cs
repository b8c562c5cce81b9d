using SafeSpace.Core.Desk;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Reports.Monitoring;

/// <summary>Waits as they come, one after the other or a month at a time; of each only what the figures need is held.</summary>
internal sealed class WaitSums(GroupClock clock, OpeningCalendar opening)
{
    public const string HoursSet = "set";
    public const string NoHours = "not set";

    private const long MicrosecondsPerHour = TimeSpan.TicksPerHour / TimeSpan.TicksPerMicrosecond;
    private readonly List<long> answered = [];
    private readonly List<long> tried = [];
    private readonly List<long> open = [];
    private int all, timed, reached, spokenWith, sameDay, nextDay, inAWeek, later;
    private long closedMicroseconds;

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
        closedMicroseconds += (to - from - whileOpen).Ticks / TimeSpan.TicksPerMicrosecond;
    }

    /// <summary>What others packed with the same opening hours.</summary>
    public void Add(byte[] packed)
    {
        using var reader = new BinaryReader(new MemoryStream(packed));
        all += reader.Read7BitEncodedInt();
        timed += reader.Read7BitEncodedInt();
        reached += reader.Read7BitEncodedInt();
        spokenWith += reader.Read7BitEncodedInt();
        sameDay += reader.Read7BitEncodedInt();
        nextDay += reader.Read7BitEncodedInt();
        inAWeek += reader.Read7BitEncodedInt();
        later += reader.Read7BitEncodedInt();
        closedMicroseconds += reader.Read7BitEncodedInt64();
        foreach (var waits in new[] { answered, tried, open })
        {
            var (count, wait) = (reader.Read7BitEncodedInt(), 0L);
            waits.EnsureCapacity(waits.Count + count);
            for (var i = 0; i < count; i++)
                waits.Add(wait += reader.Read7BitEncodedInt64());
        }
    }

    /// <summary>All that was added: the same bytes whatever the order in which it came. Waits are sorted, each as what it is longer than the one before.</summary>
    public byte[] Pack()
    {
        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes);
        foreach (var number in new[] { all, timed, reached, spokenWith, sameDay, nextDay, inAWeek, later })
            writer.Write7BitEncodedInt(number);
        writer.Write7BitEncodedInt64(closedMicroseconds);
        foreach (var waits in new[] { answered, tried, open })
        {
            waits.Sort();
            writer.Write7BitEncodedInt(waits.Count);
            var before = 0L;
            foreach (var wait in waits)
            {
                writer.Write7BitEncodedInt64(wait - before);
                before = wait;
            }
        }

        writer.Flush();
        return bytes.ToArray();
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
        open.Count == 0 ? null : closedMicroseconds / MicrosecondsPerHour);

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
