namespace SafeSpace.Core.Shared;

/// <summary>Time as one group lives it: stored in UTC, thought of in days of the group's time zone.</summary>
public sealed class GroupClock(TimeProvider time, TimeZoneInfo zone)
{
    public TimeProvider Time { get; } = time;

    public TimeZoneInfo Zone { get; } = zone;

    /// <summary>Now in UTC, to the microsecond: what both engines can keep.</summary>
    public DateTime Now => ToMicrosecond(Time.GetUtcNow().UtcDateTime);

    public DateTime LocalNow => ToLocal(Now);

    public DateOnly Today => DayOf(Now);

    public DateTime ToLocal(DateTime utc) =>
        TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), Zone);

    public DateOnly DayOf(DateTime utc) => DateOnly.FromDateTime(ToLocal(utc));

    /// <summary>
    /// The UTC moment of a local one. A time that the spring night leaves out is taken as the first one after the gap;
    /// a time that the autumn night has twice is taken as the first of the two.
    /// </summary>
    public DateTime ToUtc(LocalMoment local)
    {
        var wall = local.AsDateTime;
        if (Zone.IsInvalidTime(wall))
        {
            var before = Zone.GetUtcOffset(wall.AddHours(-3));
            var after = Zone.GetUtcOffset(wall.AddHours(3));
            wall += after - before;
        }

        var offset = Zone.IsAmbiguousTime(wall) ? Zone.GetAmbiguousTimeOffsets(wall).Max() : Zone.GetUtcOffset(wall);
        return ToMicrosecond(DateTime.SpecifyKind(wall - offset, DateTimeKind.Utc));
    }

    public DateTime StartOf(DateOnly day) => ToUtc(new LocalMoment(day, TimeOnly.MinValue));

    internal static DateTime ToMicrosecond(DateTime moment) => moment.AddTicks(-(moment.Ticks % 10));
}
