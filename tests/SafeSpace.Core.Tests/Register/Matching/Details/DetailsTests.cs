using SafeSpace.Core.Register.Matching.Details;

namespace SafeSpace.Core.Tests.Register.Matching.Details;

public sealed class DetailsTests
{
    [Theory]
    [InlineData("07700 900123")]
    [InlineData("7700900123")]
    [InlineData("+44 7700 900123")]
    [InlineData("+44 (0)7700 900123")]
    [InlineData("0044 7700 900123")]
    [InlineData("07700-900-123 (mum)")]
    [InlineData("٠٧٧٠٠٩٠٠١٢٣")]
    public void OnePhone_WrittenManyWays_IsOne(string written) => Assert.Equal("447700900123", PhoneKeys.Normalise(written));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("none")]
    [InlineData("12")]
    [InlineData("123456789012345678901234567890")]
    public void NoPhone_IsNone(string? written) => Assert.Null(PhoneKeys.Normalise(written));

    [Theory]
    [InlineData("900123")]
    [InlineData("07700900123")]
    [InlineData("7700 900 123")]
    public void PartOfAPhone_FindsTheReversedNumber(string typed)
    {
        var stored = PhoneKeys.Reversed("+447700900123")!;

        Assert.Contains(PhoneKeys.ToLookUp(typed), beginning => stored.StartsWith(beginning, StringComparison.Ordinal));
    }

    [Fact]
    public void TooShortAPart_FindsNobody() => Assert.Empty(PhoneKeys.ToLookUp("123"));

    [Theory]
    [InlineData("dn1 1aa", "DN11AA")]
    [InlineData("DN11AA", "DN11AA")]
    [InlineData("DN1 OAA", "DN10AA")]
    [InlineData("2602", "2602")]
    [InlineData(" - ", null)]
    public void Postcode_IsNormalised(string written, string? normal) => Assert.Equal(normal, PostcodeKeys.Normalise(written));

    [Theory]
    [InlineData("19840131")]
    [InlineData("1984-01-31")]
    [InlineData("31/01/1984")]
    [InlineData("31.1.84")]
    [InlineData("31 Jan 1984")]
    [InlineData("31st January 1984")]
    [InlineData("1984-01-31T00:00:00")]
    public void BirthDate_IsReadAsPeopleWriteIt(string written) => Assert.Equal("19840131", BirthDateText.Parse(written, 2021)?.Digits);

    [Theory]
    [InlineData("1.2.21", "20210201")]
    [InlineData("1.2.22", "19220201")]
    public void TwoFigureYear_IsNeverAfterTheLast(string written, string digits) => Assert.Equal(digits, BirthDateText.Parse(written, 2021)?.Digits);

    [Theory]
    [InlineData("")]
    [InlineData("n/k")]
    [InlineData("31 Smarch 1984")]
    [InlineData("1234567890123")]
    public void NoBirthDate_IsNone(string written) => Assert.Null(BirthDateText.Parse(written, 2021));
}
