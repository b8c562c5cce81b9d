using Microsoft.Extensions.Time.Testing;
using SafeSpace.Core.Shared;
using SafeSpace.Web.TagHelpers;
using SafeSpace.Web.Tests.Words;

namespace SafeSpace.Web.Tests.TagHelpers;

public sealed class SpokenTests : IDisposable
{
    private static readonly DateTime Now = Rendering.Clock.Now;

    private readonly InCulture culture = new("en-GB");
    private readonly Rendering page = new();

    public void Dispose() => culture.Dispose();

    [Theory]
    [InlineData(0, "just now")]
    [InlineData(-1, "1 minute ago")]
    [InlineData(-12, "12 minutes ago")]
    [InlineData(-60, "1 hour ago")]
    [InlineData(-60 * 5, "5 hours ago")]
    [InlineData(-60 * 19, "yesterday")]
    [InlineData(-60 * 24 * 3, "3 days ago")]
    [InlineData(30, "in 30 minutes")]
    [InlineData(60 * 2, "in 2 hours")]
    [InlineData(60 * 10, "tomorrow")]
    [InlineData(60 * 24 * 3, "in 3 days")]
    public void How_long_ago_counts_days_of_the_group(int minutes, string said) =>
        Assert.Equal(said, Spoken.Ago(Now.AddMinutes(minutes), Rendering.Clock, Rendering.Texts));

    [Fact]
    public void Shortly_after_midnight_a_call_before_it_was_minutes_ago_not_yesterday()
    {
        var clock = new GroupClock(new FakeTimeProvider(new DateTimeOffset(2026, 1, 15, 0, 10, 0, TimeSpan.Zero)), TimeZoneInfo.Utc);

        Assert.Equal("20 minutes ago", Spoken.Ago(clock.Now.AddMinutes(-20), clock, Rendering.Texts));
    }

    [Fact]
    public void Over_the_night_the_clocks_change_yesterday_stays_yesterday()
    {
        var london = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");
        var clock = new GroupClock(new FakeTimeProvider(new DateTimeOffset(2026, 3, 29, 22, 30, 0, TimeSpan.Zero)), london);

        Assert.Equal("yesterday", Spoken.Ago(new DateTime(2026, 3, 28, 23, 30, 0, DateTimeKind.Utc), clock, Rendering.Texts));
        Assert.Equal("Sun 29 Mar, 23:30", Spoken.Moment(clock.LocalNow, clock.Today));
    }

    [Theory]
    [InlineData(null, "not noted")]
    [InlineData(0, "0 min")]
    [InlineData(45, "45 min")]
    [InlineData(60, "1 h")]
    [InlineData(80, "1 h 20 min")]
    public void Unknown_minutes_are_said_and_are_not_nought(int? minutes, string said) => Assert.Equal(said, Spoken.Minutes(minutes, Rendering.Texts));

    [Fact]
    public async Task A_moment_is_said_as_people_say_it_with_the_date_behind()
    {
        var at = new DateTime(2025, 7, 1, 13, 3, 0, DateTimeKind.Utc);

        Assert.Equal("<time datetime=\"2025-07-01T13:03:00Z\">Tue 1 Jul 2025, 14:03</time>", await page.Html(new WhenTagHelper(Rendering.Texts, Rendering.Clock) { At = at }, "when"));
        Assert.Equal("<time datetime=\"2026-01-11T18:04:00Z\" title=\"Sun 11 Jan, 18:04\">3 days ago</time>",
            await page.Html(new WhenTagHelper(Rendering.Texts, Rendering.Clock) { At = Now.AddDays(-3), Ago = true }, "when"));
        Assert.Equal("<span>nothing promised</span>", await page.Html(new WhenTagHelper(Rendering.Texts, Rendering.Clock) { None = "nothing promised" }, "when"));
    }

    [Fact]
    public async Task A_day_is_said_with_its_year_or_its_weekday()
    {
        Assert.Equal("<time datetime=\"1984-03-14\">14 Mar 1984</time>", await page.Html(new DayTagHelper(Rendering.Texts, Rendering.Clock) { Value = new(1984, 3, 14) }, "day"));
        Assert.Equal("<time datetime=\"2026-01-13\">Tue 13 Jan</time>", await page.Html(new DayTagHelper(Rendering.Texts, Rendering.Clock) { Value = new(2026, 1, 13), Weekday = true }, "day"));
        Assert.Equal("<span>not noted</span>", await page.Html(new DayTagHelper(Rendering.Texts, Rendering.Clock), "day"));
        Assert.Equal("<span class=\"unknown\">not noted</span>", await page.Html(new MinutesTagHelper(Rendering.Texts), "minutes"));
    }
}
