using SafeSpace.Core.Desk;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Tests.Desk;

public sealed class OpeningCalendarTests
{
    private static readonly GroupClock Clock = new(TimeProvider.System, TimeZoneInfo.FindSystemTimeZoneById("Europe/London"));
    private static readonly DateOnly Monday = new(2026, 3, 2);

    [Theory]
    // Monday 2 March 2026, open 16:30–21:00 every day.
    [InlineData("16:30-21:00", "2026-03-02T16:00", "2026-03-02T17:00", 30)]
    [InlineData("16:30-21:00", "2026-03-02T20:00", "2026-03-03T17:00", 90)]
    [InlineData("16:30-21:00", "2026-03-02T21:00", "2026-03-03T16:30", 0)]
    [InlineData("16:30-21:00", "2026-03-02T16:30", "2026-03-09T16:30", 7 * 270)]
    // A gap in the afternoon; over midnight; round the clock.
    [InlineData("10:00-12:00,16:00-18:00", "2026-03-02T11:00", "2026-03-02T17:00", 120)]
    [InlineData("18:00-02:00", "2026-03-02T01:00", "2026-03-02T19:00", 120)]
    [InlineData("00:00-00:00", "2026-03-02T03:00", "2026-03-04T03:00", 48 * 60)]
    // The night of 29 March 2026 has no 01:00 to 02:00; that of 25 October has it twice.
    [InlineData("00:00-00:00", "2026-03-28T12:00", "2026-03-29T12:00", 23 * 60)]
    [InlineData("00:00-00:00", "2026-10-24T12:00", "2026-10-25T12:00", 25 * 60)]
    [InlineData("22:00-04:00", "2026-03-28T12:00", "2026-03-29T12:00", 5 * 60)]
    [InlineData("", "2026-03-02T12:00", "2026-03-05T12:00", 0)]
    public void OpenBetween_CountsOpenMinutesAlone(string day, string from, string to, int minutes)
    {
        var calendar = new OpeningCalendar([(Monday.AddYears(-1), Week(day))], [], Clock);

        Assert.Equal(TimeSpan.FromMinutes(minutes), calendar.OpenBetween(Utc(from), Utc(to)));
    }

    [Fact]
    public void OpenBetween_HoursThatChanged_EachDayHasItsOwn()
    {
        var calendar = new OpeningCalendar([(Monday, Week("16:30-21:00")), (Monday.AddDays(2), Week("12:00-21:30"))], [Monday.AddDays(1)], Clock);

        Assert.Equal(TimeSpan.FromMinutes(270 + 0 + 570), calendar.OpenBetween(Utc("2026-03-02T00:00"), Utc("2026-03-05T00:00")));
        Assert.Null(calendar.OpenBetween(Utc("2026-03-01T23:00"), Utc("2026-03-05T00:00")));
        Assert.Empty(calendar.Of(Monday.AddDays(1))!);
        Assert.Equal("12:00–21:30", calendar.Of(Monday.AddDays(2))!.Single().ToString());
    }

    [Fact]
    public void OpenBetween_TwoPlansCallTheSameHoursOpen_CountOnce()
    {
        var calendar = new OpeningCalendar([(Monday, Week("20:00-10:00")), (Monday.AddDays(1), Week("08:00-12:00"))], [], Clock);

        Assert.Equal(TimeSpan.FromHours(16), calendar.OpenBetween(Utc("2026-03-02T12:00"), Utc("2026-03-03T23:00")));
    }

    [Theory]
    [InlineData("10:00-12:00,11:00-13:00")]
    [InlineData("18:00-02:00,20:00-21:00")]
    public void From_SpansThatOverlap_IsNoWeek(string day) => Assert.Throws<FormatException>(() => Week(day));

    [Fact]
    public void ToText_AndBack_IsTheSame()
    {
        const string text = "16:30-21:00,22:00-23:00||10:00-12:00||||00:00-00:00";
        Assert.Equal(text, OpeningWeek.Parse(text).ToText());
        Assert.Equal(2, OpeningWeek.Parse(text).Of(DayOfWeek.Monday).Count);
        Assert.Single(OpeningWeek.Parse(text).Of(DayOfWeek.Sunday));
    }

    private static OpeningWeek Week(string day) => OpeningWeek.Parse(string.Join('|', Enumerable.Repeat(day, OpeningWeek.Days)));

    private static DateTime Utc(string local) => Clock.ToUtc(LocalMoment.From(DateTime.Parse(local, System.Globalization.CultureInfo.InvariantCulture)));
}
