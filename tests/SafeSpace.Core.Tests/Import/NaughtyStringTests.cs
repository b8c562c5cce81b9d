using System.Text.Json;
using FsCheck.Xunit;
using SafeSpace.Core.Import.Reading;
using SafeSpace.Core.Import.Rows;
using SafeSpace.Core.Import.Values;
using SafeSpace.Core.Import.Whose;
using SafeSpace.Testing;

namespace SafeSpace.Core.Tests.Import;

/// <summary>Hard strings through every field: nothing throws, nothing is lost, every row has one outcome.</summary>
public sealed class NaughtyStringTests
{
    private static List<string> Naughty() => JsonSerializer.Deserialize<List<string>>(File.ReadAllText(SharedData.Path("reference/naughty-strings.json")))!;

    private static string Csv(string text) => $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    public void InEveryColumnOfARegister_EveryRowHasOneOutcome(int column)
    {
        var rows = Naughty().Select((naughty, i) => string.Join(',', new[] { $"SS{i + 1}", "1/2/2021", "Sam", "Hill", "1/1/1980", "07138557167", "drugs", "" }
            .Select((cell, c) => c == column ? Csv(naughty) : cell)));
        var outcomes = Importing.Read(Importing.Register + string.Join('\n', rows));
        Assert.Equal(Naughty().Count + 1, outcomes.Count);
        Assert.All(outcomes, o => Assert.True(o is RowImported or RowRefused or RowIgnored or RowEnteredTwice));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public void InEveryColumnOfADiary_EveryRowHasOneOutcome(int column)
    {
        var rows = Naughty().Select((naughty, i) => string.Join(',', new[] { "1/3/2021", "12:00", "Call in", "SS1", "Sam Hill", "Kelly", "5", $"{i}" }
            .Select((cell, c) => c == column ? Csv(naughty) : cell)));
        var outcomes = Importing.Read(Importing.Register + "SS1,1/2/2021,Sam,Hill,,,,\n", Importing.Diary + string.Join('\n', rows));
        Assert.Equal(Naughty().Count + 3, outcomes.Count);
    }

    [Fact]
    public void InNotes_EveryLetterIsKept()
    {
        var naughty = Naughty().Where(text => text.Trim().Length > 0 && !text.Contains('\0', StringComparison.Ordinal)).ToList();
        var notes = Importing.Records<DiaryRow>(Importing.Read(
            Importing.Register + "SS1,1/2/2021,Sam,Hill,,,,\n",
            Importing.Diary + string.Join('\n', naughty.Select((text, i) => $"1/3/2021,,Text,SS1,,,{i % 60},{Csv(text)}")))).Select(row => row.Notes);
        Assert.Equal(naughty.Select(text => Cell.OfText(text).Trimmed).Where(text => text.Length > 0), notes.Where(text => text is not null));
    }

    [Property]
    public void AnyTextAtAll_IsReadWithoutAnError(string? text)
    {
        var cell = Cell.OfText(text);
        DateReader.Read(cell, Importing.Today);
        TimeReader.Read(cell);
        MomentReader.Read(cell, Importing.Today, DateOrder.MonthFirst);
        MinutesReader.Read(cell);
        PhoneReader.Read(cell, PhoneCountry.UnitedKingdom);
        ReferenceReader.Read(cell, "SS");
        FactorReader.Read(cell, UsualWords.Factors);
        NameFold.Loose(text ?? "", text ?? "");
        Assert.Equal(text ?? "", cell.Text);
    }

    [Property]
    public void AnyNumberAtAll_IsReadWithoutAnError(double number)
    {
        var cell = Cell.OfNumber(number);
        DateReader.Read(cell, Importing.Today);
        TimeReader.Read(cell);
        MinutesReader.Read(cell);
        Assert.NotEmpty(cell.Text);
    }

    [Theory]
    [InlineData(' ')]
    [InlineData('1')]
    [InlineData('-')]
    [InlineData('/')]
    [InlineData('a')]
    public void VeryLongText_IsReadInAMoment(char letter)
    {
        var cell = Cell.OfText("S" + new string(letter, 1_000_000) + "!");
        DateReader.Read(cell, Importing.Today);
        TimeReader.Read(cell);
        MomentReader.Read(cell, Importing.Today, DateOrder.DayFirst);
        MinutesReader.Read(cell);
        PhoneReader.Read(cell, PhoneCountry.UnitedKingdom);
        ReferenceReader.Read(cell, "SS");
        FactorReader.Read(cell, UsualWords.Factors);
        Assert.Equal(2, Importing.Read(Importing.Register + "SS1,1/2/2021," + cell.Text + ",Hill,,,,\n").Count);
    }

    [Fact]
    public void DigitsOfOtherScripts_AreDigits()
    {
        Assert.Equal(new DateOnly(2021, 3, 25), DateReader.Read(Cell.OfText("２５/０３/２０２１"), Importing.Today).Value);
        Assert.Equal(123, MinutesReader.Read(Cell.OfText("١٢٣")).Value);
        Assert.Equal(new TimeOnly(15, 30), TimeReader.Read(Cell.OfText("১৫:৩০")).Value);
        Assert.Equal("SS0012", ReferenceReader.Read(Cell.OfText("SS１２"), "SS").Value);
    }

    [Fact]
    public void HalfALetter_IsReadWithoutAnError()
    {
        Assert.NotNull(NameFold.Exact("\ud800", "x\udc00"));
        Assert.Null(UsualWords.Teams.Find("\ud83d"));
        Assert.NotNull(NameFold.Loose("\ufffe", "\uffff"));
    }
}
