using System.Buffers.Binary;
using System.Security.Cryptography;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Network.Backup;

/// <summary>
/// A backup under the group's key: whoever finds the disk reads nothing. A header, then pieces of a mebibyte, each under AES-256-GCM with a
/// nonce that counts and says which piece is the last, so that none can be left out, moved or cut off (the STREAM construction of Hoang,
/// Reyhanitabar, Rogaway and Vizár, 2015).
/// </summary>
public static class SealedCopy
{
    private const int Piece = 1 << 20;
    private const int Tag = 16;
    private const int SaltLength = 32;

    private static ReadOnlySpan<byte> Magic => "safe space copy 1\n"u8;

    public static bool Is(string file)
    {
        using var stream = File.OpenRead(file);
        var head = new byte[Magic.Length];
        return stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) == head.Length && Magic.SequenceEqual(head);
    }

    /// <summary>Seals a whole file into a new one, and brings it to the disk.</summary>
    public static void Seal(byte[] groupKey, string plain, string sealedFile)
    {
        using var source = File.OpenRead(plain);
        using var target = PrivateFile.Write(sealedFile, FileMode.CreateNew);
        var salt = RandomNumberGenerator.GetBytes(SaltLength);
        target.Write(Magic);
        target.Write(salt);
        using var gcm = Cipher(groupKey, salt);
        var (piece, box) = (new byte[Piece], new byte[Piece + Tag]);
        for (uint number = 0; ; number++)
        {
            var length = source.ReadAtLeast(piece, Piece, throwOnEndOfStream: false);
            var last = source.Position == source.Length;
            gcm.Encrypt(Nonce(number, last), piece.AsSpan(0, length), box.AsSpan(0, length), box.AsSpan(length, Tag));
            target.Write(box, 0, length + Tag);
            if (last)
                break;
        }

        target.Flush(flushToDisk: true);
    }

    /// <summary>With whichever of a group's keys it was sealed.</summary>
    /// <exception cref="SafeSpaceException">It was sealed with another key, or is damaged; what was written is gone again.</exception>
    public static void Open(IReadOnlyList<byte[]> groupKeys, string sealedFile, string plain)
    {
        foreach (var earlier in groupKeys.Take(groupKeys.Count - 1))
        {
            try
            {
                Open(earlier, sealedFile, plain);
                return;
            }
            catch (SafeSpaceException)
            {
                // Perhaps the next one: a wrong key shows at the first piece.
            }
        }

        Open(groupKeys[^1], sealedFile, plain);
    }

    /// <exception cref="SafeSpaceException">It was sealed with another key, or is damaged; what was written is gone again.</exception>
    public static void Open(byte[] groupKey, string sealedFile, string plain)
    {
        try
        {
            using var source = File.OpenRead(sealedFile);
            using var target = PrivateFile.Write(plain);
            source.Position = Magic.Length;
            var salt = new byte[SaltLength];
            source.ReadExactly(salt);
            using var gcm = Cipher(groupKey, salt);
            var (piece, box) = (new byte[Piece], new byte[Piece + Tag]);
            for (uint number = 0; ; number++)
            {
                var length = source.ReadAtLeast(box, box.Length, throwOnEndOfStream: false) - Tag;
                var last = source.Position == source.Length;
                if (length < 0)
                    throw new EndOfStreamException();
                gcm.Decrypt(Nonce(number, last), box.AsSpan(0, length), box.AsSpan(length, Tag), piece.AsSpan(0, length));
                target.Write(piece, 0, length);
                if (last)
                    return;
            }
        }
        catch (Exception error) when (error is AuthenticationTagMismatchException or EndOfStreamException)
        {
            File.Delete(plain);
            throw new SafeSpaceException("This backup cannot be opened: it was made with another key, or it is damaged.", error);
        }
    }

    private static AesGcm Cipher(byte[] groupKey, byte[] salt) =>
        new(HKDF.DeriveKey(HashAlgorithmName.SHA256, groupKey, 32, salt, "safe space: copies"u8.ToArray()), Tag);

    // The key is of this file alone (its salt), so that counting from nought never uses a nonce twice.
    private static byte[] Nonce(uint number, bool last)
    {
        var nonce = new byte[12];
        BinaryPrimitives.WriteUInt32BigEndian(nonce.AsSpan(7), number);
        nonce[11] = last ? (byte)1 : (byte)0;
        return nonce;
    }
}
