using System.IO.Compression;
using System.Text;
using SafeSpace.Core.Import;
using SafeSpace.Core.Import.Reading;
using SafeSpace.Testing;

namespace SafeSpace.Core.Tests.Import.Reading;

public sealed class BadFileTests
{
    private static string Refused(byte[] bytes, ReadLimits? limits = null) => Refused("book.xlsx", bytes, limits);

    private static string Refused(string name, byte[] bytes, ReadLimits? limits = null)
    {
        var refused = Assert.Throws<ImportRefusedException>(() =>
        {
            var book = Book.Open(BookSource.FromBytes(name, bytes), limits);
            book.CheckWhole();
        }).Refused;
        Assert.Equal(name, refused.File);
        Assert.EndsWith(".", refused.Sentence);
        return refused.Sentence;
    }

    public static TheoryData<string, byte[]> NotSpreadsheets => new()
    {
        { "a PDF", "%PDF-1.7 rest"u8.ToArray() },
        { "a picture", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0] },
        { "a picture", [0xFF, 0xD8, 0xFF, 0xE0, 0, 0, 0, 0] },
        { "a packed file", [0x1F, 0x8B, 8, 0, 0, 0, 0, 0] },
        { "a web page", "<html><table><tr><td>Date</td></tr></table></html>"u8.ToArray() },
        { "a web page", "\ufeff<!DOCTYPE html>"u8.ToArray() },
        { "not a spreadsheet", [0, 1, 2, 3, 4, 5, 6, 7, 0, 0, 0, 0, 1, 1, 1, 1] },
        { "empty", [] },
        { "not a spreadsheet", TinyCompoundFile.With("WordDocument", new byte[100]) },
        { "not a spreadsheet", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0] },
    };

    [Theory]
    [MemberData(nameof(NotSpreadsheets))]
    public void WhatIsNoSpreadsheet_IsRefused_AndNamed(string what, byte[] bytes) => Assert.Contains(what, Refused(bytes));

    [Fact]
    public void ZipThatIsNoWorkbook_IsRefused()
    {
        Assert.Contains("not a spreadsheet", Refused(Zip(zip => TinyWorkbook.Part(zip, "word/document.xml", "<d/>"))));
        Assert.Contains("save it as XLSX", Refused(Zip(zip => TinyWorkbook.Part(zip, "content.xml", "<d/>"))));
        Assert.Contains("save it as XLSX", Refused(Zip(zip => TinyWorkbook.Part(zip, "xl/workbook.bin", "x"))));
    }

    [Fact]
    public void WorkbookWithAPassword_IsRefused() =>
        Assert.Contains("has a password", Refused(TinyCompoundFile.With("EncryptedPackage", new byte[5000])));

    [Theory]
    [InlineData(0.3)]
    [InlineData(0.7)]
    [InlineData(0.99)]
    public void WorkbookCutShort_IsRefused(double part)
    {
        var whole = File.ReadAllBytes(SharedData.Path("safe-space/register.xlsx"));
        Assert.Contains("damaged or cut short", Refused(whole[..(int)(whole.Length * part)]));
    }

    [Fact]
    public void WorkbookWithBytesChanged_IsRefused_OrReadWhole()
    {
        var whole = File.ReadAllBytes(SharedData.Path("safe-space/register.xlsx"));
        var random = new Random(1);
        for (var i = 0; i < 40; i++)
        {
            var bytes = whole.ToArray();
            for (var j = 0; j < 20; j++) bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            try
            {
                Book.Open(BookSource.FromBytes("book.xlsx", bytes)).CheckWhole();
            }
            catch (ImportRefusedException)
            {
            }
        }
    }

    [Fact]
    public void SheetWithBrokenXml_IsRefused() =>
        Assert.Contains("damaged", Refused(TinyWorkbook.Write(("S", "<row r=\"1\"><c r=\"A1\"><v>1</v>"))));

    [Fact]
    public void SheetThatBringsItsOwnDocumentType_IsRefused() =>
        Assert.Contains("damaged", Refused(TinyWorkbook.Write(
            zip => TinyWorkbook.Part(zip, "xl/sharedStrings.xml", "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><sst>&a;</sst>"),
            ("S", ""))));

    [Fact]
    public void ZipBomb_IsRefused_BeforeItIsUnpacked()
    {
        var bomb = TinyWorkbook.Write(zip => Zeros(zip, "xl/worksheets/sheet9.xml", 64), ("S", TinyWorkbook.Row(1, "a")));
        Assert.True(bomb.Length < 1 << 20);
        Assert.Contains("unpacks to far more", Refused(bomb));
    }

    [Fact]
    public void ZipBombThatLiesAboutItsSize_IsRefused_WhileItIsUnpacked()
    {
        var bomb = TinyWorkbook.Write(zip => Zeros(zip, "xl/worksheets/sheet9.xml", 64), ("S", TinyWorkbook.Row(1, "a")));
        // The central directory's unpacked size: 64 MB becomes 1,000 bytes.
        var lie = BitConverter.GetBytes(64 << 20);
        for (var at = bomb.AsSpan().IndexOf(lie); at >= 0; at = bomb.AsSpan().IndexOf(lie)) BitConverter.GetBytes(1000).CopyTo(bomb, at);
        Assert.NotEmpty(Refused(bomb));
    }

    [Fact]
    public void FileOrPartsBeyondTheLimits_AreRefused()
    {
        var book = TinyWorkbook.Write(("S", TinyWorkbook.Row(1, "a")));
        Assert.Contains("larger than 0 MB", Refused(book, new ReadLimits { MaxFileBytes = 100 }));
        Assert.Contains("unpacks to far more", Refused(book, new ReadLimits { MaxUnpackedBytes = 100 }));
        Assert.Contains("unpacks to far more", Refused(book, new ReadLimits { MaxZipParts = 2 }));
    }

    [Theory]
    [InlineData("a,b\n1,\"said \"\"thanks\"\"\nand")]
    [InlineData("a,b\n1,\"")]
    [InlineData("a;b\n1;\"x\n2;y\n3;z\n")]
    public void CsvThatEndsInsideQuotes_WasCutShort(string text)
    {
        Assert.Contains("cut short", Refused("diary.csv", Encoding.UTF8.GetBytes(text)));
        var book = Book.Open(BookSource.FromBytes("diary.csv", Encoding.UTF8.GetBytes(text)));
        Assert.Throws<ImportRefusedException>(() => book.Rows("").ToList());
    }

    [Theory]
    [InlineData("a,b\n1,6'2\" tall\n")]
    [InlineData("a,b\n1,\"6'2\"\" tall\"")]
    [InlineData("a,b\n1,\"\"")]
    [InlineData("a,b\n1,\"x\"")]
    public void QuotesInsideACell_AreNoCut(string text) =>
        Book.Open(BookSource.FromBytes("diary.csv", Encoding.UTF8.GetBytes(text))).CheckWhole();

    [Fact]
    public void DiaryCutInsideANote_ImportsNothing()
    {
        var whole = File.ReadAllBytes(SharedData.Path("safe-space/diary.csv"));
        var cut = whole.AsSpan(0, 500_000).LastIndexOf("\"\"thanks"u8) + 4;
        Assert.Contains("cut short", Assert.Throws<ImportRefusedException>(() => ImportReading.Open(
            [BookSource.FromBytes("diary.csv", whole[..cut])], new ImportOptions(new DateOnly(2021, 6, 1)))).Message);
    }

    [Fact]
    public void HugeCell_IsRefused_WithItsRow()
    {
        var text = "Date,What\n1/1/21,Call\n1/2/21,\"" + new string('x', 5000) + "\"\n";
        var book = Book.Open(BookSource.FromBytes("diary.csv", Encoding.UTF8.GetBytes(text)), new ReadLimits { MaxCellLetters = 1000 });
        var e = Assert.Throws<ImportRefusedException>(() => book.Rows("").ToList());
        Assert.StartsWith("Row 3 holds a cell longer than 1000 letters", e.Message);
    }

    private static byte[] Zip(Action<ZipArchive> fill)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true)) fill(zip);
        return bytes.ToArray();
    }

    private static void Zeros(ZipArchive zip, string name, int megabytes)
    {
        using var part = zip.CreateEntry(name, CompressionLevel.SmallestSize).Open();
        var spaces = new byte[1 << 20];
        spaces.AsSpan().Fill((byte)' ');
        for (var i = 0; i < megabytes; i++) part.Write(spaces);
    }
}
