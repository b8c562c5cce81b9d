using System.Text;

namespace SafeSpace.Core.Import.Reading;

/// <summary>Tells what a file is by its first bytes; its name proves nothing.</summary>
internal static class FileSniffer
{
    private static readonly (byte[] Start, string What)[] Others =
    [
        ("%PDF"u8.ToArray(), "a PDF"),
        ("\x89PNG"u8.ToArray(), "a picture"),
        ([0x89, 0x50, 0x4E, 0x47], "a picture"),
        ([0xFF, 0xD8, 0xFF], "a picture"),
        ("GIF8"u8.ToArray(), "a picture"),
        ([0x1F, 0x8B], "a packed file"),
        ("Rar!"u8.ToArray(), "a packed file"),
        ("7z\u00bc"u8.ToArray(), "a packed file"),
        ("SQLite format 3"u8.ToArray(), "a database"),
        ("{\\rtf"u8.ToArray(), "a text document"),
        ([0x7F, 0x45, 0x4C, 0x46], "a program"),
        ("MZ\x90"u8.ToArray(), "a program"),
    ];

    public static FileShape Sniff(BookSource source, ReadLimits limits)
    {
        using var stream = source.Open();
        if (stream.Length == 0) throw Refuse(source, "This file is empty. Choose the file again.");
        if (stream.Length > limits.MaxFileBytes)
            throw Refuse(source, $"This file is larger than {limits.MaxFileBytes >> 20} MB. Split it into smaller files.");

        var head = new byte[4096];
        var read = stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        var start = head.AsSpan(0, read);

        if (start.StartsWith("PK\x03\x04"u8) || start.StartsWith("PK\x05\x06"u8)) return FileShape.ZipWorkbook;
        if (start.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]))
        {
            CompoundFileGuard.Check(source, stream);
            return FileShape.OldWorkbook;
        }

        foreach (var (other, what) in Others)
            if (start.StartsWith(other))
                throw Refuse(source, $"This file is {what}, not a spreadsheet. Save the book as XLSX or CSV and choose that.");

        RefuseWebPage(source, start);
        if (LooksBinary(start)) throw Refuse(source, "This file is not a spreadsheet. Save the book as XLSX or CSV and choose that.");
        return FileShape.Text;
    }

    /// <summary>Many programs "export to Excel" by writing a web page under a spreadsheet's name.</summary>
    private static void RefuseWebPage(BookSource source, ReadOnlySpan<byte> start)
    {
        var text = Encoding.Latin1.GetString(start).TrimStart('\u00ef', '\u00bb', '\u00bf', ' ', '\r', '\n', '\t');
        if (text.StartsWith("<html", StringComparison.OrdinalIgnoreCase) || text.StartsWith("<!doctype", StringComparison.OrdinalIgnoreCase)
            || text.StartsWith("<?xml", StringComparison.OrdinalIgnoreCase) || text.StartsWith("<table", StringComparison.OrdinalIgnoreCase))
            throw Refuse(source, "This file is a web page, not a spreadsheet. Open it in your spreadsheet program and save it as XLSX.");
    }

    private static bool LooksBinary(ReadOnlySpan<byte> start)
    {
        if (start.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || start.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF])) return false;
        if (TextEncodings.LooksLikeUtf16(start) is not null) return false;
        var odd = 0;
        foreach (var b in start)
            if (b == 0 || b < 0x20 && b is not (0x07 or 0x08 or 0x09 or 0x0A or 0x0B or 0x0C or 0x0D or 0x1B)) odd++;
        return odd * 50 > start.Length;
    }

    private static ImportRefusedException Refuse(BookSource source, string sentence) => new(source.FileName, sentence);
}
