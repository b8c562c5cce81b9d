using System.Globalization;
using SafeSpace.Web.Infrastructure.Binding;

namespace SafeSpace.Web.Tests.Binding;

public sealed class DayTextTests
{
    private static readonly DateOnly Today = new(2026, 1, 14);

    [Theory]
    [InlineData("14 3 1984", "1984-03-14")]
    [InlineData("14/3/84", "1984-03-14")]
    [InlineData("14.3.1984", "1984-03-14")]
    [InlineData("14-03-1984", "1984-03-14")]
    [InlineData(" 14 Mar 1984 ", "1984-03-14")]
    [InlineData("14 march 84", "1984-03-14")]
    [InlineData("14th of March, 1984", "1984-03-14")]
    [InlineData("1st Sept 2001", "2001-09-01")]
    [InlineData("Wed 14 Jan 2026", "2026-01-14")]
    [InlineData("14031984", "1984-03-14")]
    [InlineData("2026-03-14", "2026-03-14")]
    [InlineData("29/2/2024", "2024-02-29")]
    [InlineData("3 2", "2026-02-03")]
    [InlineData("3 Feb", "2026-02-03")]
    [InlineData("Yesterday", "2026-01-13")]
    [InlineData("today", "2026-01-14")]
    [InlineData("tomorrow", "2026-01-15")]
    public void A_day_is_read_as_people_write_it(string text, string day)
    {
        Assert.True(DayText.TryParse(text, Today, out var read));
        Assert.Equal(DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture), read);
    }

    [Theory]
    [InlineData("1/1/27", 2027)]
    [InlineData("1/1/28", 1928)]
    [InlineData("1/1/00", 2000)]
    [InlineData("1/1/99", 1999)]
    public void Two_digits_of_a_year_reach_to_the_end_of_next_year(string text, int year)
    {
        Assert.True(DayText.TryParse(text, Today, out var read));
        Assert.Equal(year, read.Year);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("3/14/84")]
    [InlineData("29 2 2023")]
    [InlineData("31 April 2020")]
    [InlineData("0 1 2020")]
    [InlineData("14 3 984")]
    [InlineData("14 3 0000")]
    [InlineData("31.12.9999")]
    [InlineData("0001-01-01")]
    [InlineData("99999999999999999999")]
    [InlineData("soon")]
    [InlineData("14 Mumble 1984")]
    [InlineData("١٤ 3 1984")]
    [InlineData("14 3 1984\0")]
    public void What_is_no_day_is_not_guessed(string? text) => Assert.False(DayText.TryParse(text, Today, out _));

    [Fact]
    public void Months_are_known_in_the_language_of_the_page()
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("pl-PL");
        try
        {
            Assert.True(DayText.TryParse("3 lutego 2024", Today, out var polish));
            Assert.True(DayText.TryParse("3 Feb 2024", Today, out var english));
            Assert.Equal(new DateOnly(2024, 2, 3), polish);
            Assert.Equal(polish, english);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
