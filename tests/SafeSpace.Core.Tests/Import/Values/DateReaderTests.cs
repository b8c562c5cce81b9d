using FsCheck.Xunit;
using SafeSpace.Core.Import.Reading;
using SafeSpace.Core.Import.Values;

namespace SafeSpace.Core.Tests.Import.Values;

public sealed class DateReaderTests
{
    private static readonly DateOnly Latest = new(2021, 6, 1);

    private static CellValue<DateOnly> Read(string text, DateOrder order = DateOrder.DayFirst) => DateReader.Read(Cell.OfText(text), Latest, order);

    [Theory]
    [InlineData("19/12/2019")]
    [InlineData("19.12.19")]
    [InlineData("19-12-2019")]
    [InlineData("19 12 2019")]
    [InlineData(" 19/12/2019 ")]
    [InlineData("19th Dec 2019")]
    [InlineData("19 December 2019")]
    [InlineData("19-Dec-19")]
    [InlineData("19dec2019")]
    [InlineData("Thu 19th Dec 2019")]
    [InlineData("Thursday, 19th December 2019")]
    [InlineData("19th of December 2019")]
    [InlineData("Dec 19th, 2019")]
    [InlineData("December 19 2019")]
    [InlineData("2019-12-19")]
    [InlineData("2019/12/19")]
    [InlineData("20191219")]
    [InlineData("19122019")]
    [InlineData("43818")]
    [InlineData("19/12/'19", true)]
    public void OneDay_WrittenInManyWays_IsThatDay(string text, bool refused = false)
    {
        var read = Read(text);
        if (refused) Assert.Equal(Refusals.NoSuchDate, read.Why);
        else Assert.Equal(new DateOnly(2019, 12, 19), read.Value);
    }

    [Theory]
    [InlineData("31/02/2021")]
    [InlineData("00/13/2020")]
    [InlineData("29/02/2021")]
    [InlineData("12/25/2020")]
    [InlineData("32nd Jan 2021")]
    [InlineData("3rd Smarch 2021")]
    [InlineData("last Tuesday")]
    [InlineData("1980")]
    [InlineData("19/12/201")]
    [InlineData("0000-00-00")]
    public void DayNoCalendarHas_IsRefused_WithASentence(string text)
    {
        var read = Read(text);
        Assert.Equal(Refusals.NoSuchDate, read.Why);
        Assert.Contains(text, read.Detail);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("-")]
    [InlineData("n/k")]
    [InlineData("Not known")]
    public void Nothing_IsBlank(string text) => Assert.True(Read(text).IsBlank);

    [Fact]
    public void MonthFirst_IsReadWhereTheMappingSaysSo()
    {
        Assert.Equal(new DateOnly(2019, 12, 19), Read("12/19/2019", DateOrder.MonthFirst).Value);
        Assert.Equal(Refusals.NoSuchDate, Read("19/12/2019", DateOrder.MonthFirst).Why);
        Assert.Equal(new DateOnly(2021, 4, 3), Read("04/03/21", DateOrder.MonthFirst).Value);
    }

    [Theory]
    [InlineData("02.09.60", 1960)]
    [InlineData("01.06.21", 2021)]
    [InlineData("02.06.21", 1921)]
    [InlineData("13.12.49", 1949)]
    [InlineData("29.02.00", 2000)]
    public void TwoDigitYear_IsNeverAfterTheReferral(string text, int year) => Assert.Equal(year, Read(text).Value.Year);

    [Fact]
    public void RealDateCell_AndItsBareNumber_AreThatDay()
    {
        Assert.Equal(new DateOnly(2019, 12, 19), DateReader.Read(Cell.OfMoment(new DateTime(2019, 12, 19)), Latest).Value);
        Assert.Equal(new DateOnly(2019, 12, 19), DateReader.Read(Cell.OfNumber(43818), Latest).Value);
        Assert.Equal(new DateOnly(2201, 1, 1), DateReader.Read(Cell.OfNumber(109940), Latest).Value);
        Assert.Equal(new DateOnly(2019, 2, 1), DateReader.Read(Cell.OfNumber(1022019), Latest).Value);
        Assert.Equal(Refusals.NoSuchDate, DateReader.Read(Cell.OfNumber(-3), Latest).Why);
        Assert.Equal(Refusals.NoSuchDate, DateReader.Read(Cell.OfNumber(9e12), Latest).Why);
        Assert.Equal(Refusals.NoSuchDate, DateReader.Read(Cell.OfDuration(TimeSpan.FromHours(2)), Latest).Why);
    }

    [Property]
    public void EveryDay_ReadsBack_FromEveryWayOfWriting(ushort offset)
    {
        var day = new DateOnly(1950, 1, 1).AddDays(offset % 26_000);
        foreach (var format in (string[])["dd/MM/yyyy", "d.M.yyyy", "yyyy-MM-dd", "d MMM yyyy", "dddd d MMMM yyyy", "MMM d, yyyy", "ddMMyyyy"])
            Assert.Equal(day, Read(day.ToString(format, System.Globalization.CultureInfo.InvariantCulture)).Value);
        Assert.Equal(day, DateReader.Read(Cell.OfNumber(day.ToDateTime(default).ToOADate()), Latest).Value);
    }
}
