using Microsoft.Extensions.Time.Testing;
using SafeSpace.Core.Reports.Monitoring;
using SafeSpace.Core.Shared;
using SafeSpace.Testing;

namespace SafeSpace.Core.Tests.Reports;

public sealed class ReportPeriodTests
{
    private static readonly GroupClock Clock = new(new FakeTimeProvider(TestStores.Start), TimeZoneInfo.FindSystemTimeZoneById("Europe/London"));

    [Theory]
    [InlineData("2021-01", "2021-03", null, "2021-01", "2021-03", "2021-03-31")]
    [InlineData(" Jan 2021 ", "3/2021", "2021-02-28", "2021-01", "2021-03", "2021-02-28")]
    [InlineData("2026-01", "2026-12", null, "2026-01", "2026-12", "2026-03-10")]
    [InlineData("2024-02", "", "", "2024-02", "2024-02", "2024-02-29")]
    public void WhatIsSaid_IsUnderstood(string from, string to, string? on, string first, string last, string day)
    {
        var period = ReportPeriod.Read(from, to, on, Clock, out var mistakes);
        Assert.Empty(mistakes);
        Assert.Equal((first, last, DateOnly.Parse(day)), (period!.From.ToString(), period.To.ToString(), period.On));
    }

    [Theory]
    [InlineData(null, null, null, "from", ReportPeriod.MonthSentence)]
    [InlineData("2021-13", "2021-12", null, "from", ReportPeriod.MonthSentence)]
    [InlineData("2021-01", "soon", null, "to", ReportPeriod.MonthSentence)]
    [InlineData("0001-01", "0001-01", null, "from", ReportPeriod.MonthSentence)]
    [InlineData("2021-02", "2021-01", null, "to", ReportPeriod.OrderSentence)]
    [InlineData("1900-01", "2199-01", null, "to", ReportPeriod.LongSentence)]
    [InlineData("2021-01", "2021-01", "2021-02-30", "on", ReportPeriod.DaySentence)]
    [InlineData("2021-01", "2021-01", "15/01/2021", "on", ReportPeriod.DaySentence)]
    public void WhatCannotBe_IsSaidInASentence(string? from, string? to, string? on, string field, string sentence)
    {
        Assert.Null(ReportPeriod.Read(from, to, on, Clock, out var mistakes));
        Assert.Equal(sentence, mistakes[field]);
    }

    [Fact]
    public void ThePeriodBefore_HasAsManyMonths_AcrossTheYear()
    {
        Assert.Equal((new Month(2020, 10), new Month(2020, 12)), new ReportPeriod(new(2021, 1), new(2021, 3), default).Before);
        Assert.Equal((new Month(2020, 12), new Month(2020, 12)), new ReportPeriod(new(2021, 1), new(2021, 1), default).Before);
    }

    [Fact]
    public void UsuallyItIsTheLastWholeMonth_OrThisOneInANewGroup()
    {
        Assert.Equal(new Month(2026, 2), ReportPeriod.Usual(Clock, new DateOnly(2025, 1, 20)).From);
        Assert.Equal(new Month(2026, 3), ReportPeriod.Usual(Clock, new DateOnly(2026, 3, 2)).From);
        Assert.Equal(new Month(2026, 3), ReportPeriod.Usual(Clock, null).From);
    }
}
