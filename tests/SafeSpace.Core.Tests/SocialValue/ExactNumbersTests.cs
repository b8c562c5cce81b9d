using SafeSpace.Core.SocialValue;

namespace SafeSpace.Core.Tests.SocialValue;

/// <summary>Exact numbers, and the one place where they are rounded.</summary>
public sealed class ExactNumbersTests
{
    [Theory]
    [InlineData(1, 2, "1")]
    [InlineData(-1, 2, "-1")]
    [InlineData(49, 100, "0")]
    [InlineData(5, 2, "3")]
    [InlineData(7, 2, "4")]
    [InlineData(0, 7, "0")]
    public void HalfUp_RoundsHalvesAwayFromNothing(int over, int under, string rounded) =>
        Assert.Equal(rounded, Rounding.HalfUp(new Fraction(over, under)).ToString(System.Globalization.CultureInfo.InvariantCulture));

    [Fact]
    public void ThreeThirds_AreOne_Exactly()
    {
        var third = (Fraction)1 / 3;

        Assert.Equal((Fraction)1, third + third + third);
        Assert.Equal("1/3", third.ToString());
        Assert.Equal(third, Fraction.Parse("-2/-6"));
        Assert.Equal(Fraction.Zero, default);
        Assert.True(third < 1 && third > Fraction.Zero);
        Assert.Throws<DivideByZeroException>(() => third / Fraction.Zero);
    }

    [Theory]
    [InlineData("3888", 388800)]
    [InlineData(" £3888.00 ", 388800)]
    [InlineData("0.5", 50)]
    [InlineData("12.68", 1268)]
    public void Money_IsWholePence(string text, long pence)
    {
        Assert.Equal(pence, MoneyText.Read(text, out var why));
        Assert.Null(why);
    }

    [Theory]
    [InlineData("3,888.00", MoneyText.Comma)]
    [InlineData("12,68", MoneyText.Comma)]
    [InlineData("12.685", MoneyText.Decimals)]
    [InlineData("-5", MoneyText.Negative)]
    [InlineData("lots", MoneyText.NotMoney)]
    [InlineData("", MoneyText.NotMoney)]
    [InlineData("99999999999999", MoneyText.TooMuch)]
    public void Money_ThatCannotBe_IsRefusedWithASentence(string text, string sentence)
    {
        Assert.Null(MoneyText.Read(text, out var why));
        Assert.Equal(sentence, why);
    }

    [Theory]
    [InlineData("18.25", 65700)]
    [InlineData("7½", 27000)]
    [InlineData("7:20", 26400)]
    [InlineData("7h 30", 27000)]
    [InlineData(".5", 1800)]
    [InlineData("168", 604800)]
    public void Hours_AreWholeSeconds(string text, int seconds)
    {
        Assert.Equal(seconds, HoursText.Read(text, out var why));
        Assert.Null(why);
    }

    [Theory]
    [InlineData("-3", HoursText.Negative)]
    [InlineData("200", HoursText.TooMany)]
    [InlineData("7.123", HoursText.TooFine)]
    [InlineData("many", HoursText.NotHours)]
    [InlineData("", HoursText.NotHours)]
    public void Hours_ThatCannotBe_AreRefusedWithASentence(string text, string sentence)
    {
        Assert.Null(HoursText.Read(text, out var why));
        Assert.Equal(sentence, why);
    }
}
