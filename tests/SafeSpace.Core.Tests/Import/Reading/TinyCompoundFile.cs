using System.Text;

namespace SafeSpace.Core.Tests.Import.Reading;

/// <summary>Writes compound files by hand: an old workbook (XLS), or what a workbook with a password looks like.</summary>
internal static class TinyCompoundFile
{
    private const int Sector = 512;
    private const uint End = 0xFFFFFFFE;
    private const uint Free = 0xFFFFFFFF;

    public static byte[] With(string streamName, byte[] content)
    {
        // Streams under 4,096 bytes would live in a stream of their own: pad instead.
        var padded = new byte[Math.Max(4096, (content.Length + Sector - 1) / Sector * Sector)];
        content.CopyTo(padded, 0);
        var sectors = padded.Length / Sector;

        var file = new byte[(3 + sectors) * Sector];
        new byte[] { 0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1 }.CopyTo(file, 0);
        Put16(file, 24, 0x3E);
        Put16(file, 26, 3);
        Put16(file, 28, 0xFFFE);
        Put16(file, 30, 9);
        Put16(file, 32, 6);
        Put32(file, 44, 1);
        Put32(file, 48, 1);
        Put32(file, 56, 4096);
        Put32(file, 60, End);
        Put32(file, 68, End);
        for (var i = 0; i < 109; i++) Put32(file, 76 + i * 4, i == 0 ? 0 : Free);

        for (var i = 0; i < Sector / 4; i++)
            Put32(file, Sector + i * 4, i switch { 0 => 0xFFFFFFFD, 1 => End, _ when i < 2 + sectors - 1 => (uint)i + 1, _ when i == 2 + sectors - 1 => End, _ => Free });

        Entry(file, 2 * Sector, "Root Entry", 5, child: 1, start: End, size: 0);
        Entry(file, 2 * Sector + 128, streamName, 2, child: Free, start: 2, size: (uint)padded.Length);
        padded.CopyTo(file, 3 * Sector);
        return file;
    }

    /// <summary>One sheet of text cells, in the format of Excel 97.</summary>
    public static byte[] OldWorkbook(string sheet, params string[][] rows)
    {
        using var stream = new MemoryStream();
        using var w = new BinaryWriter(stream);
        Record(w, 0x0809, [0x00, 0x06, 0x05, 0x00, 0, 0, 0xCC, 0x07, 0, 0, 0, 0, 0x06, 0, 0, 0]);
        var boundSheetAt = (int)stream.Position + 4;
        Record(w, 0x0085, [0, 0, 0, 0, 0, 0, (byte)sheet.Length, 0, .. Encoding.Latin1.GetBytes(sheet)]);
        Record(w, 0x000A, []);
        var sheetAt = (int)stream.Position;
        Record(w, 0x0809, [0x00, 0x06, 0x10, 0x00, 0, 0, 0xCC, 0x07, 0, 0, 0, 0, 0x06, 0, 0, 0]);
        Record(w, 0x0200, [.. BitConverter.GetBytes(0), .. BitConverter.GetBytes(rows.Length), 0, 0, .. BitConverter.GetBytes((ushort)rows.Max(r => r.Length)), 0, 0]);
        for (var r = 0; r < rows.Length; r++)
            for (var c = 0; c < rows[r].Length; c++)
                Record(w, 0x0204, [.. BitConverter.GetBytes((ushort)r), .. BitConverter.GetBytes((ushort)c), 0, 0,
                    .. BitConverter.GetBytes((ushort)rows[r][c].Length), 1, .. Encoding.Unicode.GetBytes(rows[r][c])]);
        Record(w, 0x000A, []);
        var bytes = stream.ToArray();
        Put32(bytes, boundSheetAt, (uint)sheetAt);
        return With("Workbook", bytes);
    }

    private static void Record(BinaryWriter w, ushort id, byte[] data)
    {
        w.Write(id);
        w.Write((ushort)data.Length);
        w.Write(data);
    }

    private static void Entry(byte[] file, int at, string name, byte type, uint child, uint start, uint size)
    {
        Encoding.Unicode.GetBytes(name).CopyTo(file, at);
        Put16(file, at + 64, (ushort)((name.Length + 1) * 2));
        file[at + 66] = type;
        file[at + 67] = 1;
        Put32(file, at + 68, Free);
        Put32(file, at + 72, Free);
        Put32(file, at + 76, child);
        Put32(file, at + 116, start);
        Put32(file, at + 120, size);
    }

    private static void Put16(byte[] file, int at, ushort value) => BitConverter.GetBytes(value).CopyTo(file, at);

    private static void Put32(byte[] file, int at, uint value) => BitConverter.GetBytes(value).CopyTo(file, at);
}
