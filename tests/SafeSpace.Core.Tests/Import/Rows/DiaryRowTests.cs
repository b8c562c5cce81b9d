using SafeSpace.Core.Diary;
using SafeSpace.Core.Import.Rows;
using SafeSpace.Core.Import.Values;

namespace SafeSpace.Core.Tests.Import.Rows;

public sealed class DiaryRowTests
{
    private const string Sam = Importing.Register + "SS1,1/2/2021,Sam,Hill,,,,\n";

    private static List<RowOutcome> Read(string rows) => [.. Importing.Read(Sam, Importing.Diary + rows).Where(o => o.Place.File == "book2.csv")];

    [Theory]
    [InlineData("00/13/2020,12:00,Call in,SS1,,Kelly,5,", Refusals.NoSuchDate)]
    [InlineData(",12:00,Call in,SS1,,Kelly,5,", Refusals.NoDate)]
    [InlineData("2/6/2021,12:00,Call in,SS1,,Kelly,5,", Refusals.ContactInTheFuture)]
    [InlineData("1/3/2021,25:00,Call in,SS1,,Kelly,5,", Refusals.NoSuchTime)]
    [InlineData("1/3/2021,12:00,Telepathy,SS1,,Kelly,5,", Refusals.UnknownContactKind)]
    [InlineData("1/3/2021,12:00,,SS1,,Kelly,5,", Refusals.UnknownContactKind)]
    [InlineData("1/3/2021,12:00,Call in,SS1,,Kelly,-5,", Refusals.NegativeMinutes)]
    [InlineData("1/3/2021,12:00,Call in,SS1,,Kelly,ages,", Refusals.MinutesNotANumber)]
    [InlineData("1/3/2021,12:00,Call in,SS1,,Kelly,2000,", Refusals.MoreThanADay)]
    [InlineData("1/3/2021,12:00,Call in,SS9,,Kelly,5,", Refusals.UnknownReference)]
    [InlineData("1/3/2021,12:00,Call in,,,Kelly,5,", Refusals.NoReferenceAndNoName)]
    [InlineData("1/3/2021,12:00,Call in,,Ann Other,Kelly,5,", Refusals.NobodyOfThatName)]
    public void WhatCannotBe_IsRefused_WithItsReason(string row, string why) => Assert.Equal([$"2: {why}"], Importing.Refused(Read(row)));

    [Fact]
    public void Contact_IsUnderstood()
    {
        var row = Assert.Single(Importing.Records<DiaryRow>(Read("1/3/2021,3.39pm,T/C in,ss 1,,Stuart  M,1h 5,\"a\nb\"")));

        Assert.Equal((new DateOnly(2021, 3, 1), new TimeOnly(15, 39), ContactKind.CallIn, 65), (row.On, row.At!.Value, row.Kind, row.Minutes!.Value));
        Assert.Equal(("SS0001", "Stuart M", "a\nb"), (row.Reference, row.Peer, row.Notes));
    }

    [Fact]
    public void MinutesNobodyWrote_AreUnknown() => Assert.Null(Importing.Records<DiaryRow>(Read("1/3/2021,,Call in,SS1,,,,")).Single().Minutes);

    [Fact]
    public void RowBeforeAgain_SameInEveryCell_CountsOnce()
    {
        const string Row = "1/3/2021,12:00,Call in,SS1,,Kelly,5,x\n";
        var outcomes = Read(Row + Row + Row);

        Assert.Equal([(3, 2), (4, 2)], outcomes.OfType<RowEnteredTwice>().Select(t => (t.Place.Row, t.SameAsRow)));
        Assert.Single(Importing.Records<DiaryRow>(outcomes));
    }

    [Fact]
    public void BlockOfRowsPastedTwice_CountsOnce()
    {
        const string Block = "1/3/2021,12:00,Call in,SS1,,Kelly,5,x\n1/3/2021,13:00,Call in,SS1,,Kelly,5,x\n";
        Assert.Equal([(4, 2), (5, 3)], Read(Block + Block).OfType<RowEnteredTwice>().Select(t => (t.Place.Row, t.SameAsRow)));
    }

    [Theory]
    [InlineData("1/3/2021,12:00,Call in,SS1,,Kelly,6,x")]
    [InlineData("1/3/2021,12:00,Call in,SS1,,Kelly,5,y")]
    [InlineData("1/3/2021,12:00,Call in,SS1,,Molly,5,x")]
    [InlineData("1/3/2021,12:00,Call in,SS0001,,Kelly,5,x")]
    public void SamePersonAndMinute_AnythingElseDifferent_IsTwoContacts(string other) =>
        Assert.Equal(2, Importing.Records<DiaryRow>(Read("1/3/2021,12:00,Call in,SS1,,Kelly,5,x\n" + other)).Count);

    [Fact]
    public void RowsAlike_ButWithoutATime_AndApart_AreTwoContacts_EachWithItsOwnFingerprint()
    {
        var rows = Importing.Records<DiaryRow>(Read("1/3/2021,,Visit,SS1,,Kelly,,\n1/3/2021,,Text,SS1,,Kelly,,\n1/3/2021,,Visit,SS1,,Kelly,,\n"));
        Assert.Equal(3, rows.Select(row => row.Fingerprint).Distinct().Count());
    }

    [Fact]
    public void Fingerprints_AreTheSame_WhenTheBookIsReadAgain()
    {
        const string Rows = "1/3/2021,,Visit,SS1,,Kelly,,\n1/3/2021,,Text,SS1,,Kelly,,\n1/3/2021,,Visit,SS1,,Kelly,,\n";
        Assert.Equal(Importing.Records<DiaryRow>(Read(Rows)).Select(r => r.Fingerprint), Importing.Records<DiaryRow>(Read(Rows)).Select(r => r.Fingerprint));
    }
}
