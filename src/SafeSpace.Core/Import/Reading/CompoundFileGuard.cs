using System.Text;

namespace SafeSpace.Core.Import.Reading;

/// <summary>
/// Old workbooks (XLS) and workbooks with a password are both "compound files": little file systems. Their directory names tell which.
/// </summary>
internal static class CompoundFileGuard
{
    private const int HeaderBytes = 512;
    private const int EntryBytes = 128;
    private const int MaxSectors = 4_096;

    public static void Check(BookSource source, Stream stream)
    {
        var names = StreamNames(stream);
        if (names.Contains("EncryptedPackage") || names.Contains("EncryptionInfo"))
            throw new ImportRefusedException(source.FileName, Encrypted);
        if (!names.Contains("Workbook") && !names.Contains("Book"))
            throw new ImportRefusedException(source.FileName,
                "This file is not a spreadsheet, or it is damaged. Open it in your spreadsheet program and save it as XLSX.");
    }

    public const string Encrypted = "This workbook has a password. Open it, save a copy without the password, and choose the copy.";

    /// <summary>Names in the directory's sectors. A damaged file gives fewer names, never an error.</summary>
    private static HashSet<string> StreamNames(Stream stream)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        var header = new byte[HeaderBytes];
        stream.Position = 0;
        if (stream.ReadAtLeast(header, HeaderBytes, throwOnEndOfStream: false) < HeaderBytes) return names;

        var sectorBytes = 1 << Math.Clamp(BitConverter.ToUInt16(header, 30), (ushort)7, (ushort)12);
        var sector = BitConverter.ToUInt32(header, 48);
        var bytes = new byte[sectorBytes];
        for (var i = 0; i < MaxSectors && sector < 0xFFFFFFFA; i++)
        {
            if (!ReadSector(stream, sector, bytes)) break;
            for (var at = 0; at + EntryBytes <= sectorBytes; at += EntryBytes)
            {
                var length = BitConverter.ToUInt16(bytes, at + 64);
                if (length is >= 2 and <= 64) names.Add(Encoding.Unicode.GetString(bytes, at, length - 2));
            }

            sector = Next(stream, header, sector, sectorBytes);
        }

        return names;
    }

    private static uint Next(Stream stream, byte[] header, uint sector, int sectorBytes)
    {
        var perSector = (uint)(sectorBytes / 4);
        var index = sector / perSector;
        if (index >= 109) return uint.MaxValue;
        var table = new byte[sectorBytes];
        return ReadSector(stream, BitConverter.ToUInt32(header, 76 + (int)index * 4), table)
            ? BitConverter.ToUInt32(table, (int)(sector % perSector) * 4)
            : uint.MaxValue;
    }

    private static bool ReadSector(Stream stream, uint sector, byte[] into)
    {
        var at = (sector + 1L) * into.Length;
        if (at + into.Length > stream.Length) return false;
        stream.Position = at;
        stream.ReadExactly(into);
        return true;
    }
}
