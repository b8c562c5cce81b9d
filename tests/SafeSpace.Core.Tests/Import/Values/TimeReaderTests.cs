using SafeSpace.Core.Import.Reading;
using SafeSpace.Core.Import.Values;

namespace SafeSpace.Core.Tests.Import.Values;

public sealed class TimeReaderTests
{
    [Theory]
    [InlineData("20:50", 20, 50)]
    [InlineData("15.28", 15, 28)]
    [InlineData("12:56pm", 12, 56)]
    [InlineData("12:05am", 0, 5)]
    [InlineData("3:39pm", 15, 39)]
    [InlineData("3.39 p.m.", 15, 39)]
    [InlineData("1545", 15, 45)]
    [InlineData("0905", 9, 5)]
    [InlineData("905", 9, 5)]
    [InlineData("9.05", 9, 5)]
    [InlineData("3pm", 15, 0)]
    [InlineData("3 PM", 15, 0)]
    [InlineData("15:30pm", 15, 30)]
    [InlineData("20:50:59", 20, 50)]
    [InlineData("15h30", 15, 30)]
    [InlineData("1545hrs", 15, 45)]
    [InlineData("noon", 12, 0)]
    [InlineData("Midnight", 0, 0)]
    [InlineData("0.5", 12, 0)]
    public void ClockWrittenInManyWays_IsThatTime(string text, int hour, int minute) =>
        Assert.Equal(new TimeOnly(hour, minute), TimeReader.Read(Cell.OfText(text)).Value);

    [Theory]
    [InlineData("25:00")]
    [InlineData("12:60")]
    [InlineData("2460")]
    [InlineData("teatime")]
    [InlineData("13:00am")]
    public void TimeNoClockShows_IsRefused(string text)
    {
        var read = TimeReader.Read(Cell.OfText(text));
        Assert.Equal(Refusals.NoSuchTime, read.Why);
        Assert.Contains(text, read.Detail);
    }

    [Theory]
    [InlineData(0.5, 12, 0)]
    [InlineData(0.868055555555556, 20, 50)]
    [InlineData(1545, 15, 45)]
    [InlineData(905, 9, 5)]
    [InlineData(15.28, 15, 28)]
    [InlineData(15.3, 15, 30)]
    [InlineData(9, 9, 0)]
    [InlineData(43818.5, 12, 0)]
    public void NumberOfASpreadsheet_IsThatTime(double number, int hour, int minute) =>
        Assert.Equal(new TimeOnly(hour, minute), TimeReader.Read(Cell.OfNumber(number)).Value);

    [Fact]
    public void TimeCell_IsThatTime_AndBlankIsUnknown()
    {
        Assert.Equal(new TimeOnly(16, 40), TimeReader.Read(Cell.OfMoment(new DateTime(1899, 12, 31, 16, 40, 0))).Value);
        Assert.Equal(new TimeOnly(1, 30), TimeReader.Read(Cell.OfDuration(TimeSpan.FromMinutes(90))).Value);
        Assert.True(TimeReader.Read(Cell.OfText("?")).IsBlank);
        Assert.True(TimeReader.Read(Cell.Blank).IsBlank);
    }
}
