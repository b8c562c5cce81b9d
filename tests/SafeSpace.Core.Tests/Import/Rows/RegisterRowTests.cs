using SafeSpace.Core.Import.Rows;
using SafeSpace.Core.Import.Values;

namespace SafeSpace.Core.Tests.Import.Rows;

public sealed class RegisterRowTests
{
    private static List<string> Refused(string rows) => Importing.Refused(Importing.Read(Importing.Register + rows));

    private static RegisterRow One(string rows) => Assert.Single(Importing.Records<RegisterRow>(Importing.Read(Importing.Register + rows)));

    [Theory]
    [InlineData("SS1,31/02/2021,Sam,Hill,,,,", Refusals.NoSuchDate)]
    [InlineData("SS1,1/2/2021,Sam,Hill,30/02/1980,,,", Refusals.NoSuchDate)]
    [InlineData("SS1,1/2/2021,Sam,Hill,,,,31/04/2021", Refusals.NoSuchDate)]
    [InlineData("SS1,,Sam,Hill,,,,", Refusals.NoDateOfReferral)]
    [InlineData("SS1,n/k,Sam,Hill,,,,", Refusals.NoDateOfReferral)]
    [InlineData("SS1,2/6/2021,Sam,Hill,,,,", Refusals.ReferralInTheFuture)]
    [InlineData("SS1,1/2/2021,Sam,Hill,2/2/2021,,,", Refusals.BornAfterReferral)]
    [InlineData("SS1,1/2/2021,Sam,Hill,,,,31/1/2021", Refusals.ClosedBeforeReferral)]
    [InlineData(",1/2/2021,,,,,,", Refusals.NoNameAndNoKnownReference)]
    [InlineData("SS9,1/2/2021,,,,,,", Refusals.NoNameAndNoKnownReference)]
    [InlineData("what?,1/2/2021,Sam,Hill,,,,", Refusals.ReferenceNotUnderstood)]
    [InlineData("SS1,1/2/2021,Sam\0,Hill,,,,", Refusals.LetterWeCannotKeep)]
    public void WhatCannotBe_IsRefused_WithItsReason(string row, string why) => Assert.Equal([$"2: {why}"], Refused(row));

    [Fact]
    public void NameOrNotesOfAbsurdLength_AreRefused_NeverCut()
    {
        var rows = $"SS1,1/2/2021,{new string('a', 201)},Hill,,,,\nSS2,1/2/2021,Sam,Hill,,,{new string('b', 20_001)},\n";
        Assert.Equal([$"2: {Refusals.TooLong}", $"3: {Refusals.TooLong}"], Refused(rows));
    }

    [Fact]
    public void TodayIsNotTheFuture_AndTheDayOfReferralMayBeTheDayOfClosing() =>
        Assert.Equal(Importing.Today, One("SS1,1/6/2021,Sam,Hill,1/6/2021,,,1/6/2021").ClosedOn);

    [Fact]
    public void AlmostNothing_IsEnough()
    {
        var row = One(",1/2/2021,,Hill,,,,");
        Assert.Null(row.Reference);
        Assert.Null(row.BornOn);
        Assert.Empty(row.Phones);
        Assert.Empty(row.Factors);
    }

    [Fact]
    public void UnknownWords_StayAsTyped()
    {
        var row = One("SS1,1/2/2021,Sam,Hill,,ask his mum,\"drugs, noise\",");
        Assert.Equal("ask his mum", row.PhoneAsTyped);
        Assert.Equal(["Drugs"], row.Factors);
        Assert.Equal(["noise"], row.UnknownFactors);
    }

    [Fact]
    public void Names_KeepTheirCapitalsAndAccents_AndLoseSpareSpaces()
    {
        var row = One("SS1,1/2/2021, Siobhán ,  O’NEILL  SMITH,,,,");
        Assert.Equal(("Siobhán", "O’NEILL SMITH"), (row.Given, row.Surname));
    }

    [Fact]
    public void RowsThatHoldNoRecord_AreIgnored_AndSaidToBeSo()
    {
        var outcomes = Importing.Read("MY REGISTER\n\n" + Importing.Register
            + "SS1,1/2/2021,Sam,Hill,,,,\n,,,,,,,\nTotal Feb,,,,,,,1\n,,Subtotal,,,,,1\nMarch 2021,,,,,,,\n----,,,,,,,\n" + Importing.Register + "SS2,1/3/2021,Ann,Ash,,,,\n");

        Assert.Equal(["a title", "blank", "the header", "blank", "a total", "a total", "a heading", "a line", "the header again"],
            outcomes.OfType<RowIgnored>().Select(i => i.Why));
        Assert.Equal(2, outcomes.OfType<RowImported>().Count());
        Assert.Equal(Enumerable.Range(1, 11), outcomes.Select(o => o.Place.Row));
    }

    [Fact]
    public void SomebodyCalledTotal_IsAPerson() => Assert.Equal("Total", One("SS1,1/2/2021,Ann,Total,,,,").Surname);
}
