using SafeSpace.Core.Import;
using SafeSpace.Core.Import.Reading;

namespace SafeSpace.Core.Tests.Import.Reading;

public sealed class WorkbookTests
{
    private static Book Open(byte[] bytes) => Book.Open(BookSource.FromBytes("book.xlsx", bytes));

    [Fact]
    public void RowNumbers_AreThoseTheSpreadsheetShows_GapsAndAll()
    {
        var book = Open(TinyWorkbook.Write(("One", TinyWorkbook.Row(1, "title") + TinyWorkbook.Row(4, "a", "b")), ("Two", TinyWorkbook.Row(2, "c"))));

        Assert.Equal(["One", "Two"], book.Sheets);
        Assert.Equal([1, 2, 3, 4], book.Rows("One").Select(row => row.Number));
        Assert.Equal("b", book.Rows("One").Last()[1].Text);
        Assert.Equal(2, book.Rows("Two").Single(row => !row.IsBlank).Number);
        Assert.True(book.Rows("One").Last()[99].IsBlank);
    }

    [Fact]
    public void Cells_AreWhatTheyAre_NumberDateTimeText()
    {
        var row = Open(TinyWorkbook.Write(("S",
            "<row r=\"1\"><c r=\"A1\"><v>7138557167</v></c><c r=\"B1\" s=\"1\"><v>43818</v></c><c r=\"C1\" s=\"2\"><v>0.868055555555556</v></c><c r=\"D1\" t=\"b\"><v>1</v></c><c r=\"E1\"><v>15.5</v></c></row>")))
            .Rows("S").Single();

        Assert.Equal((CellKind.Number, "7138557167"), (row[0].Kind, row[0].Text));
        Assert.Equal((CellKind.Moment, "2019-12-19"), (row[1].Kind, row[1].Text));
        Assert.Equal(new TimeOnly(20, 50), Core.Import.Values.TimeReader.Read(row[2]).Value);
        Assert.Equal("TRUE", row[3].Text);
        Assert.Equal("15.5", row[4].Text);
    }

    [Fact]
    public void FormulaCell_HoldsWhatItLastShowed_AndTheBookSaysSo()
    {
        var book = Open(TinyWorkbook.Write(("S",
            "<row r=\"1\"><c r=\"A1\" t=\"str\"><f>CONCATENATE(\"a\",\"b\")</f><v>ab</v></c><c r=\"B1\"><f>1+1</f><v>2</v></c><c r=\"C1\"><f>NOW()</f></c></row>")));

        var row = book.Rows("S").Single();
        Assert.Equal("ab", row[0].Text);
        Assert.Equal("2", row[1].Text);
        Assert.True(row[2].IsBlank);
        Assert.Contains(book.Notes, note => note.StartsWith("3 cells hold a formula.", StringComparison.Ordinal));
        Assert.Contains(book.Notes, note => note.StartsWith("1 formulas show nothing yet", StringComparison.Ordinal));
    }

    [Fact]
    public void TextThatLooksLikeAFormula_IsText()
    {
        var book = Open(TinyWorkbook.Write(("S", TinyWorkbook.Row(1, "=HYPERLINK(\"http://x\")", "+1", "@x"))));
        Assert.Equal(["=HYPERLINK(\"http://x\")", "+1", "@x"], book.Rows("S").Single().Cells.Select(cell => cell.Text));
        Assert.Empty(book.Notes);
    }

    [Fact]
    public void OldWorkbook_IsReadToo()
    {
        var book = Book.Open(BookSource.FromBytes("old.xls", TinyCompoundFile.OldWorkbook("Diary", ["Date", "What"], ["19/12/2019", "Zając rang"])));

        Assert.Equal(["Diary"], book.Sheets);
        Assert.Equal([["Date", "What"], ["19/12/2019", "Zając rang"]], book.Rows("Diary").Select(row => row.Cells.Select(cell => cell.Text)));
        book.CheckWhole();
    }

    [Fact]
    public void SheetThatIsNotThere_IsRefused() =>
        Assert.Contains("no sheet “Three”", Assert.Throws<ImportRefusedException>(() => Open(TinyWorkbook.Write(("One", ""))).Rows("Three").ToList()).Message);
}
