using System.Security.Cryptography;

namespace SafeSpace.Core.Data;

/// <summary>One key of a group, and what is derived from it (HKDF-SHA-256, each for a purpose of its own).</summary>
public sealed class GroupKey
{
    internal GroupKey(byte[] raw)
    {
        Raw = raw;
        Wrapping = Derive("safe space: wrapping keys");
        Common = Derive("safe space: words about nobody");
        ChainKey = Derive("safe space: head of the chain");
        Id = IdOf(Derive("safe space: name of the key"));
    }

    internal byte[] Raw { get; }

    /// <summary>Wraps the keys of people and accounts.</summary>
    internal byte[] Wrapping { get; }

    /// <summary>For words about nobody.</summary>
    internal byte[] Common { get; }

    internal byte[] ChainKey { get; }

    /// <summary>Says which key it is and nothing of it: a UUID of version 8, which no person's or account's id is.</summary>
    public Guid Id { get; }

    internal byte[] Mark => Id.ToByteArray(bigEndian: true);

    /// <summary>Is this the id of a key for words about nobody? Those from before any change of keys have none: all zeros.</summary>
    internal static bool IsCommon(Guid id) => id == Guid.Empty || id.Version == 8;

    private byte[] Derive(string purpose) => HKDF.DeriveKey(HashAlgorithmName.SHA256, Raw, 32, info: System.Text.Encoding.UTF8.GetBytes(purpose));

    private static Guid IdOf(byte[] bytes)
    {
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes.AsSpan(0, 16), bigEndian: true);
    }
}

/// <summary>Another node changed the group's key a moment ago: what was sealed here is sealed again with the new one.</summary>
public sealed class GroupKeyChangedException(string message) : Exception(message);
