using System.Buffers.Binary;
using System.Security.Cryptography;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Import.Bringing;

/// <summary>
/// A file under a key, in pieces that open by themselves: nonce (12), tag (16), ciphertext. A piece is bound to its file, its place and to
/// being the last or not, so that none can be moved, left out or cut off.
/// </summary>
internal static class SealedFile
{
    public const int PieceLength = 1 << 16;
    public const int Overhead = 12 + 16;

    public static async Task WriteAsync(string path, byte[] key, Guid file, Stream content, CancellationToken cancel = default)
    {
        await using var to = PrivateFile.Write(path);
        using var gcm = new AesGcm(key, 16);
        var piece = new byte[PieceLength];
        var read = await content.ReadAtLeastAsync(piece, PieceLength, throwOnEndOfStream: false, cancel);
        for (var number = 0L; ; number++)
        {
            var next = new byte[PieceLength];
            var following = read < PieceLength ? 0 : await content.ReadAtLeastAsync(next, PieceLength, throwOnEndOfStream: false, cancel);
            var last = following == 0;
            var @sealed = new byte[Overhead + read];
            RandomNumberGenerator.Fill(@sealed.AsSpan(0, 12));
            gcm.Encrypt(@sealed.AsSpan(0, 12), piece.AsSpan(0, read), @sealed.AsSpan(Overhead), @sealed.AsSpan(12, 16), Place(file, number, last));
            await to.WriteAsync(@sealed, cancel);
            if (last)
                return;
            (piece, read) = (next, following);
        }
    }

    public static Stream Open(string path, byte[] key, Guid file) => new SealedFileStream(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read), key, file);

    internal static byte[] Place(Guid file, long number, bool last)
    {
        var place = new byte[16 + 8 + 1];
        file.TryWriteBytes(place, bigEndian: true, out _);
        BinaryPrimitives.WriteInt64BigEndian(place.AsSpan(16), number);
        place[24] = last ? (byte)1 : (byte)0;
        return place;
    }
}
