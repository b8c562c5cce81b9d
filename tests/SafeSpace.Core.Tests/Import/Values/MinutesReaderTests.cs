using SafeSpace.Core.Import.Reading;
using SafeSpace.Core.Import.Values;

namespace SafeSpace.Core.Tests.Import.Values;

public sealed class MinutesReaderTests
{
    [Theory]
    [InlineData("15", 15)]
    [InlineData("0", 0)]
    [InlineData("40min", 40)]
    [InlineData("35 mins", 35)]
    [InlineData("5'", 5)]
    [InlineData("10 minutes", 10)]
    [InlineData("~20", 20)]
    [InlineData("c. 20 mins", 20)]
    [InlineData("1h00", 60)]
    [InlineData("1h 5", 65)]
    [InlineData("1hr 5mins", 65)]
    [InlineData("1 hour and 5 minutes", 65)]
    [InlineData("2 hours", 120)]
    [InlineData("1.5h", 90)]
    [InlineData("1,5 h", 90)]
    [InlineData("1:05", 65)]
    [InlineData("half an hour", 30)]
    [InlineData("An hour", 60)]
    [InlineData("12.5", 13)]
    [InlineData("1440", 1440)]
    public void MinutesWrittenInManyWays(string text, int minutes) => Assert.Equal(minutes, MinutesReader.Read(Cell.OfText(text)).Value);

    [Theory]
    [InlineData("")]
    [InlineData("unknown")]
    [InlineData("?")]
    [InlineData("n/k")]
    public void Unknown_IsBlank_NeverZero(string text) => Assert.True(MinutesReader.Read(Cell.OfText(text)).IsBlank);

    [Theory]
    [InlineData("-30", Refusals.NegativeMinutes)]
    [InlineData("−30", Refusals.NegativeMinutes)]
    [InlineData("-1h 5", Refusals.NegativeMinutes)]
    [InlineData("ages", Refusals.MinutesNotANumber)]
    [InlineData("20-30", Refusals.MinutesNotANumber)]
    [InlineData("1e9", Refusals.MinutesNotANumber)]
    [InlineData("1441", Refusals.MoreThanADay)]
    [InlineData("25h", Refusals.MoreThanADay)]
    [InlineData("999999999", Refusals.MoreThanADay)]
    [InlineData("99999999999999999999", Refusals.MinutesNotANumber)]
    public void WhatIsNoLength_IsRefused(string text, string why)
    {
        var read = MinutesReader.Read(Cell.OfText(text));
        Assert.Equal(why, read.Why);
        Assert.Contains(text, read.Detail);
    }

    [Fact]
    public void CellsOfASpreadsheet()
    {
        Assert.Equal(45, MinutesReader.Read(Cell.OfNumber(45)).Value);
        Assert.Equal(45, MinutesReader.Read(Cell.OfNumber(45 / 1440d)).Value);
        Assert.Equal(90, MinutesReader.Read(Cell.OfDuration(TimeSpan.FromMinutes(90))).Value);
        Assert.Equal(40, MinutesReader.Read(Cell.OfMoment(new DateTime(1899, 12, 31, 0, 40, 0))).Value);
        Assert.Equal(Refusals.NegativeMinutes, MinutesReader.Read(Cell.OfNumber(-5)).Why);
        Assert.Equal(Refusals.MoreThanADay, MinutesReader.Read(Cell.OfNumber(1e30)).Why);
        Assert.Equal(Refusals.MinutesNotANumber, MinutesReader.Read(Cell.OfMoment(new DateTime(2021, 1, 1))).Why);
    }
}
