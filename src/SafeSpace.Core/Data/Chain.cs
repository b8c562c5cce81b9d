using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace SafeSpace.Core.Data;

/// <summary>The chain of operations: each link's hash covers its own words, rows and sealed parts, and the link before.</summary>
public static class Chain
{
    public static readonly byte[] Origin = new byte[32];

    /// <param name="peel">Takes off what a change of the group's key put around words; the hash is of the words as they were sealed first.</param>
    public static byte[] HashOf(Operation operation, Func<Sealed, Sealed>? peel = null)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(operation.PreviousHash);
        Number(hash, operation.Sequence);
        hash.AppendData(operation.Id.ToByteArray(true));
        Text(hash, operation.Kind);
        Number(hash, operation.At.Ticks);
        hash.AppendData((operation.ById?.Value ?? Guid.Empty).ToByteArray(true));
        Text(hash, operation.ByName);
        Bytes(hash, operation.Rows);
        foreach (var part in operation.Parts.OrderBy(p => p.Number))
        {
            hash.AppendData((part.PersonId?.Value ?? Guid.Empty).ToByteArray(true));
            Bytes(hash, (peel is null ? part.Changes : peel(part.Changes)).Bytes.Span);
        }

        return hash.GetHashAndReset();
    }

    public static byte[] MacOf(ReadOnlySpan<byte> groupKey, long sequence, byte[] headHash)
    {
        var text = new byte[8 + headHash.Length];
        BinaryPrimitives.WriteInt64BigEndian(text, sequence);
        headHash.CopyTo(text, 8);
        return HMACSHA256.HashData(groupKey, text);
    }

    private static void Number(IncrementalHash hash, long value)
    {
        Span<byte> bytes = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(bytes, value);
        hash.AppendData(bytes);
    }

    private static void Text(IncrementalHash hash, string text) => Bytes(hash, Encoding.UTF8.GetBytes(text));

    private static void Bytes(IncrementalHash hash, ReadOnlySpan<byte> bytes)
    {
        Number(hash, bytes.Length);
        hash.AppendData(bytes);
    }
}
