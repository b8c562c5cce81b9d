using System.Globalization;
using SafeSpace.Web.Infrastructure.Binding;

namespace SafeSpace.Web.Tests.Binding;

public sealed class TimeAndMinutesTextTests
{
    [Theory]
    [InlineData("18:04", "18:04")]
    [InlineData("18.04", "18:04")]
    [InlineData("1804", "18:04")]
    [InlineData("904", "09:04")]
    [InlineData("9", "09:00")]
    [InlineData("6pm", "18:00")]
    [InlineData("6:04 PM", "18:04")]
    [InlineData("6.30 p.m.", "18:30")]
    [InlineData("12am", "00:00")]
    [InlineData("12pm", "12:00")]
    [InlineData("00:00", "00:00")]
    [InlineData("18:04:59", "18:04")]
    public void A_time_is_read_as_people_write_it(string text, string time)
    {
        Assert.True(TimeText.TryParse(text, out var read));
        Assert.Equal(TimeOnly.ParseExact(time, "HH:mm", CultureInfo.InvariantCulture), read);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("24:00")]
    [InlineData("18:60")]
    [InlineData("13pm")]
    [InlineData("0am")]
    [InlineData("-1:00")]
    [InlineData("evening")]
    [InlineData("123456789")]
    public void What_is_no_time_is_not_guessed(string? text) => Assert.False(TimeText.TryParse(text, out _));

    [Theory]
    [InlineData("45", 45)]
    [InlineData("45 min", 45)]
    [InlineData("45 minutes", 45)]
    [InlineData("0", 0)]
    [InlineData("-5", -5)]
    [InlineData("1h", 60)]
    [InlineData("1 h 20", 80)]
    [InlineData("1 hour and 20 minutes", 80)]
    [InlineData("1:20", 80)]
    [InlineData("1.5 h", 90)]
    [InlineData("1,5 h", 90)]
    [InlineData("999999999", 999999999)]
    public void Minutes_are_read_as_people_write_them(string text, int minutes)
    {
        Assert.True(MinutesText.TryParse(text, out var read));
        Assert.Equal(minutes, read);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("a while")]
    [InlineData("1:75")]
    [InlineData("9999999999")]
    [InlineData("5-10")]
    [InlineData("12 h 5 s")]
    public void What_is_no_length_of_time_is_not_guessed(string? text) => Assert.False(MinutesText.TryParse(text, out _));
}
