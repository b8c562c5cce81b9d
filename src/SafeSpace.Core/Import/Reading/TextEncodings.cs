using System.Text;

namespace SafeSpace.Core.Import.Reading;

/// <summary>Finds out in which encoding a text was written: by its mark, by its zeros, by being valid UTF-8; else Windows-1252.</summary>
public static class TextEncodings
{
    static TextEncodings() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>A file of text, in whichever encoding it was written.</summary>
    public static StreamReader Open(string path)
    {
        Encoding found;
        using (var stream = File.OpenRead(path))
            found = Find(stream);
        return new StreamReader(path, found);
    }

    public static Encoding ByName(string fileName, string name)
    {
        try
        {
            return Encoding.GetEncoding(name.Trim());
        }
        catch (ArgumentException e)
        {
            throw new ImportRefusedException(fileName, $"We do not know the encoding “{name}”. Try utf-8 or windows-1252.", e);
        }
    }

    /// <summary>Reads the whole stream when there is no mark: one odd letter in the last row decides.</summary>
    public static Encoding Find(Stream stream)
    {
        var buffer = new byte[1 << 16];
        var read = stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
        var start = buffer.AsSpan(0, read);
        if (ByMark(start) is { } marked) return marked;
        if (LooksLikeUtf16(start) is { } wide) return wide;
        return IsUtf8(stream, buffer, read) ? new UTF8Encoding(false) : Encoding.GetEncoding(1252);
    }

    /// <summary>UTF-16 without a mark: nearly every other byte is zero, in text of European languages.</summary>
    public static Encoding? LooksLikeUtf16(ReadOnlySpan<byte> start)
    {
        if (start.Length < 4) return null;
        int even = 0, odd = 0;
        for (var i = 0; i + 1 < start.Length; i += 2)
        {
            if (start[i] == 0) even++;
            if (start[i + 1] == 0) odd++;
        }

        var most = start.Length / 2 * 7 / 10;
        return odd > most && even < most / 10 + 1 ? Encoding.Unicode : even > most && odd < most / 10 + 1 ? Encoding.BigEndianUnicode : null;
    }

    private static Encoding? ByMark(ReadOnlySpan<byte> start) =>
        start.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? Encoding.UTF8
        : start.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE, 0, 0]) ? Encoding.UTF32
        : start.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) ? Encoding.Unicode
        : start.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]) ? Encoding.BigEndianUnicode
        : null;

    private static bool IsUtf8(Stream stream, byte[] buffer, int read)
    {
        var decoder = new UTF8Encoding(false, throwOnInvalidBytes: true).GetDecoder();
        var chars = new char[buffer.Length + 1];
        try
        {
            while (read > 0)
            {
                decoder.GetChars(buffer, 0, read, chars, 0, flush: false);
                read = stream.Read(buffer, 0, buffer.Length);
            }

            decoder.GetChars([], 0, 0, chars, 0, flush: true);
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }
}
