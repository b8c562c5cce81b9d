using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using SafeSpace.Core.Import.Reading;

namespace SafeSpace.Core.Import.Rows;

/// <summary>A row's cells as 128 bits: enough to know a million rows apart, little enough to hold a million of them.</summary>
internal static class Fingerprints
{
    private const byte BetweenCells = 0x1F;

    /// <summary>The same for two rows exactly where every cell is the same; blank cells at the end do not matter.</summary>
    public static UInt128 Of(BookRow row)
    {
        var last = row.Cells.Count;
        while (last > 0 && row[last - 1].Text.Length == 0) last--;
        var size = last;
        for (var i = 0; i < last; i++) size += Encoding.UTF8.GetMaxByteCount(row[i].Text.Length);

        var buffer = ArrayPool<byte>.Shared.Rent(size);
        var at = 0;
        for (var i = 0; i < last; i++)
        {
            at += Encoding.UTF8.GetBytes(row[i].Text, buffer.AsSpan(at));
            buffer[at++] = BetweenCells;
        }

        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(buffer.AsSpan(0, at), hash);
        ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
        return BinaryPrimitives.ReadUInt128BigEndian(hash);
    }

    /// <summary>The n-th row of one and the same content: two people of one name visit on one day, and nobody wrote the time.</summary>
    public static UInt128 Again(UInt128 fingerprint, int times) => fingerprint + (UInt128)times;
}
