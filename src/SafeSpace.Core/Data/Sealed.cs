namespace SafeSpace.Core.Data;

/// <summary>
/// Words that only the group's keys open: version (1 byte), key id (16), nonce (12), tag (16), ciphertext.
/// The additional data bind them to their column and row, so that they cannot be moved to another. Opened by <c>Vault.Open</c> where they are shown.
/// </summary>
public readonly record struct Sealed(ReadOnlyMemory<byte> Bytes)
{
    internal const byte CurrentVersion = 1;

    /// <summary>Sealed words under another key once more, as they are: see <see cref="Vault"/>.</summary>
    internal const byte Layered = 2;

    internal const int HeaderLength = 1 + 16 + 12 + 16;

    internal byte Version => Bytes.Span[0];

    public Guid KeyId => new(Bytes.Span.Slice(1, 16), bigEndian: true);

    public bool Equals(Sealed other) => Bytes.Span.SequenceEqual(other.Bytes.Span);

    public override int GetHashCode() => Bytes.Length < 33 ? Bytes.Length : BitConverter.ToInt32(Bytes.Span[17..]);

    public override string ToString() => "(sealed)";
}
