using SafeSpace.Core.Import.Reading;
using SafeSpace.Core.Import.Values;

namespace SafeSpace.Core.Tests.Import.Values;

public sealed class MomentReaderTests
{
    private static CellValue<(DateOnly Date, TimeOnly? Time)> Read(Cell cell) => MomentReader.Read(cell, new DateOnly(2021, 6, 1), DateOrder.DayFirst);

    [Theory]
    [InlineData("25/03/2021 16:40")]
    [InlineData("25.03.21 1640")]
    [InlineData("25th Mar 2021 at 4.40pm")]
    [InlineData("25 March 2021, 4:40 pm")]
    [InlineData("2021-03-25T16:40:00")]
    [InlineData("2021-03-25T16:40:00Z")]
    public void DateAndTimeInOneCell_AreBoth(string text) =>
        Assert.Equal((new DateOnly(2021, 3, 25), new TimeOnly(16, 40)), Read(Cell.OfText(text)).Value);

    [Theory]
    [InlineData("25/03/2021")]
    [InlineData("25 03 2021")]
    [InlineData("25th Mar 2021")]
    [InlineData("25 Mar 21")]
    public void DateAlone_HasNoTime(string text) => Assert.Equal((new DateOnly(2021, 3, 25), null), Read(Cell.OfText(text)).Value);

    [Fact]
    public void RealCell_HasTheTimeItShows()
    {
        Assert.Equal((new DateOnly(2021, 3, 25), new TimeOnly(16, 40)), Read(Cell.OfMoment(new DateTime(2021, 3, 25, 16, 40, 0))).Value);
        Assert.Equal((new DateOnly(2021, 3, 25), null), Read(Cell.OfMoment(new DateTime(2021, 3, 25))).Value);
    }

    [Theory]
    [InlineData("31/02/2021 16:40", Refusals.NoSuchDate)]
    [InlineData("25/03/2021 25:40", Refusals.NoSuchTime)]
    public void EitherWrong_IsRefused(string text, string why) => Assert.Equal(why, Read(Cell.OfText(text)).Why);
}
