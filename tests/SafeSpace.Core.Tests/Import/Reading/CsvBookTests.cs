using System.Text;
using SafeSpace.Core.Import;
using SafeSpace.Core.Import.Reading;

namespace SafeSpace.Core.Tests.Import.Reading;

public sealed class CsvBookTests
{
    static CsvBookTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    private static Book Open(byte[] bytes, CsvChoices? choices = null) => Book.Open(BookSource.FromBytes("list.csv", bytes), null, choices);

    private static List<List<string>> Read(string text, CsvChoices? choices = null) => Texts(Open(Encoding.UTF8.GetBytes(text), choices));

    private static List<List<string>> Texts(Book book) => [.. book.Rows("").Select(row => row.Cells.Select(cell => cell.Text).ToList())];

    [Theory]
    [InlineData(",")]
    [InlineData(";")]
    [InlineData("\t")]
    [InlineData("|")]
    public void Delimiter_IsRecognised(string d) =>
        Assert.Equal([["Date", "Name", "Notes"], ["1/1/21", "Ana, K", "a;b|c"]], Read($"Date{d}Name{d}Notes\n1/1/21{d}\"Ana, K\"{d}\"a;b|c\"\n"));

    [Fact]
    public void Delimiter_IsNotFooledByCommasInNotes() =>
        Assert.Equal(["1", "well, she said, yes, no, maybe"], Read("Ref;Notes\n1;well, she said, yes, no, maybe\n2;a, b\n3;x\n")[1]);

    [Fact]
    public void DelimiterLineOfExcel_IsNoRow()
    {
        var book = Open("sep=;\r\nDate;Name\r\n1,5;b\r\n"u8.ToArray());
        Assert.Equal([["Date", "Name"], ["1,5", "b"]], Texts(book));
        Assert.Equal([1, 2], book.Rows("").Select(row => row.Number));
    }

    [Fact]
    public void DelimiterAndEncodingOfTheMapping_Win()
    {
        Assert.Equal(["a,b"], Read("a,b\n", new CsvChoices(Delimiter: ";"))[0]);
        Assert.Equal("ł", Texts(Open([0xB3], new CsvChoices(Encoding: "windows-1250")))[0][0]);
        Assert.Contains("do not know the encoding", Assert.Throws<ImportRefusedException>(() => Read("a", new CsvChoices(Encoding: "klingon"))).Message);
    }

    public static TheoryData<string, byte[]> Encodings => new()
    {
        { "UTF-8", Encoding.UTF8.GetBytes(Accents) },
        { "UTF-8 with mark", [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Accents)] },
        { "UTF-16 LE with mark", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Accents)] },
        { "UTF-16 BE with mark", [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(Accents)] },
        { "UTF-16 LE", Encoding.Unicode.GetBytes(Accents) },
        { "UTF-16 BE", Encoding.BigEndianUnicode.GetBytes(Accents) },
        { "Windows-1252", CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes(Accents) },
    };

    private const string Accents = "Name,Notes\nSiobhán Zoë,“can’t – £10”\n";

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Encoding_IsRecognised(string name, byte[] bytes)
    {
        Assert.NotEmpty(name);
        Assert.Equal([["Name", "Notes"], ["Siobhán Zoë", "“can’t – £10”"]], Texts(Open(bytes)));
    }

    [Fact]
    public void OneOldLetterInTheLastRow_MakesTheWholeFileWindows1252_AndPeopleAreTold()
    {
        var book = Open([.. Encoding.ASCII.GetBytes("Name\n" + new string('x', 200_000) + "\n"), 0xE9]);
        Assert.Equal("é", Texts(book)[^1][0]);
        Assert.Contains("Windows-1252", Assert.Single(book.Notes));
    }

    [Fact]
    public void RowNumbers_AreRecords_BlankLinesCount_AndNotesMaySpanLines()
    {
        var rows = Open("Date,Notes\r\n1,\"two\r\nlines\"\r\n\r\n2,x\r\n"u8.ToArray()).Rows("").ToList();
        Assert.Equal([1, 2, 3, 4], rows.Select(row => row.Number));
        Assert.Equal("two\r\nlines", rows[1][1].Text);
        Assert.True(rows[2].IsBlank);
        Assert.Equal("x", rows[3][1].Text);
    }

    [Theory]
    [InlineData("a,b\nc,d")]
    [InlineData("a,b\r\nc,d\r\n")]
    [InlineData("a,b\rc,d\r")]
    public void LineEndings_OfEveryMachine(string text) => Assert.Equal([["a", "b"], ["c", "d"]], Read(text));

    [Fact]
    public void CellsThatLookLikeFormulas_AreText() =>
        Assert.Equal(["=1+1", "+44", "-5", "@x"], Read("=1+1,+44,-5,@x\n")[0]);

    [Fact]
    public void QuotesInTheMiddleOfACell_StayAsTyped() => Assert.Equal(["6'2\" tall", "x"], Read("6'2\" tall,x\n")[0]);
}
