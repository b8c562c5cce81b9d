using SafeSpace.Core.Import.Reading;
using SafeSpace.Core.Import.Values;

namespace SafeSpace.Core.Tests.Import.Values;

public sealed class PhoneAndReferenceTests
{
    private static IReadOnlyList<string> Phones(Cell cell) => PhoneReader.Read(cell, PhoneCountry.UnitedKingdom);

    [Theory]
    [InlineData("07138557167")]
    [InlineData("07138 557167")]
    [InlineData("+44 7138557167")]
    [InlineData("+44 (0)7138 557 167")]
    [InlineData("0044 7138 557167")]
    [InlineData("447138557167")]
    [InlineData("7138557167")]
    [InlineData("mum's: 07138-557167")]
    public void OneNumber_HoweverWritten_IsOneText(string text) => Assert.Equal(["07138557167"], Phones(Cell.OfText(text)));

    [Fact]
    public void LeadingZeroTheSpreadsheetAte_ComesBack()
    {
        Assert.Equal(["07138557167"], Phones(Cell.OfNumber(7138557167)));
        Assert.Equal(["01302555111"], Phones(Cell.OfNumber(1302555111)));
    }

    [Theory]
    [InlineData("07138 557167 / 01302 555111")]
    [InlineData("07138557167, 01302555111")]
    [InlineData("07138557167 or 01302 555 111")]
    [InlineData("07138557167\n01302555111")]
    public void TwoNumbersInOneCell_AreTwo(string text) => Assert.Equal(["07138557167", "01302555111"], Phones(Cell.OfText(text)));

    [Fact]
    public void ForeignNumbers_KeepTheirCountry() => Assert.Equal(["+48601234567"], Phones(Cell.OfText("+48 601 234 567")));

    [Theory]
    [InlineData("")]
    [InlineData("none")]
    [InlineData("ask his sister")]
    [InlineData("12")]
    public void NoNumber_IsNone(string text) => Assert.Empty(Phones(Cell.OfText(text)));

    [Theory]
    [InlineData("SS0001")]
    [InlineData("ss0001")]
    [InlineData("ss 1")]
    [InlineData("SS-0001")]
    [InlineData("SS 0001")]
    [InlineData("ss1")]
    [InlineData("0001")]
    [InlineData("1")]
    [InlineData("#1")]
    [InlineData("Ref: SS0001")]
    public void OneReference_HoweverTyped_IsOne(string text) => Assert.Equal("SS0001", ReferenceReader.Read(Cell.OfText(text), "SS").Value);

    [Fact]
    public void NumbersAlone_TakeTheGroupsLetters_OtherLettersStay()
    {
        Assert.Equal("HX0042", ReferenceReader.Read(Cell.OfNumber(42), "HX").Value);
        Assert.Equal("DN0042", ReferenceReader.Read(Cell.OfText("dn42"), "SS").Value);
        Assert.Equal("SS12345", ReferenceReader.Read(Cell.OfText("SS 12345"), "SS").Value);
    }

    [Theory]
    [InlineData("")]
    [InlineData("new")]
    [InlineData("TBC")]
    [InlineData("n/k")]
    public void NoReference_IsBlank(string text) => Assert.True(ReferenceReader.Read(Cell.OfText(text), "SS").IsBlank);

    [Theory]
    [InlineData("see above")]
    [InlineData("SS0000")]
    [InlineData("1234567890123")]
    [InlineData("SS12A")]
    public void WhatIsNoReference_IsRefused(string text) =>
        Assert.Equal(Refusals.ReferenceNotUnderstood, ReferenceReader.Read(Cell.OfText(text), "SS").Why);
}
