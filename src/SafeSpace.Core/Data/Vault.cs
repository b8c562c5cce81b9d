using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;

namespace SafeSpace.Core.Data;

/// <summary>
/// Seals and opens words. Each person (and each account, for drafts) has a key of their own, wrapped by the group's key;
/// words about nobody are under a key derived from the group's. Columns are named "contact.words".
/// The group's key can be changed while it serves (<c>Network.KeyRotation</c>): then several are held, and the head of the chain says which
/// one is in use. Words about nobody from before are put, as they are sealed, under the new one: a second layer, which opening takes off.
/// </summary>
public sealed class Vault
{
    private const int MostKeysHeld = 20_000;
    private readonly Func<IReadOnlyList<byte[]>> read;
    private readonly Func<GroupDb> reader;
    private readonly ConcurrentDictionary<Guid, byte[]> opened = new();
    private volatile IReadOnlyList<GroupKey> held;
    private volatile InUse use;

    /// <param name="read">The keys of the group that this machine has, the newest first. Asked again when one is missing.</param>
    internal Vault(Func<IReadOnlyList<byte[]>> read, Func<GroupDb> reader)
    {
        this.read = read;
        this.reader = reader;
        held = [.. read().Select(k => new GroupKey(k))];
        use = new InUse(held[0], null);
    }

    /// <summary>The key in use.</summary>
    internal GroupKey Key => use.Key;

    /// <summary>All that are held, the one in use first.</summary>
    internal IEnumerable<GroupKey> Keys => held.Where(k => k.Id != use.Key.Id).Prepend(use.Key);

    internal byte[] ChainKey => use.Key.ChainKey;

    /// <summary>What the head of the chain says of the key in use; null in a store whose key was never changed.</summary>
    internal byte[]? Mark => use.Mark;

    /// <summary>The owner under whom words about nobody are sealed now.</summary>
    private Guid CommonId => use.Mark is null ? Guid.Empty : use.Key.Id;

    /// <summary>Opens what is sealed; null stays null, and words whose key was destroyed give null. Throws when the bytes were tampered with or moved.</summary>
    public string? Open(string column, Guid row, Sealed? words)
    {
        if (words is not { } these)
            return null;
        these = Peel(these);
        var key = KeyOf(these.KeyId);
        return key is null ? null : Decrypt(key, column, row, these);
    }

    /// <summary>Forgets a key that was destroyed in the store.</summary>
    public void Forget(Guid owner) => opened.TryRemove(owner, out _);

    /// <summary>When a store is opened: the key its head names, or else the one that its head was signed with.</summary>
    internal void Choose(ChainHead head)
    {
        if (head.KeyMark is not null && TryUse(head.KeyMark))
            return;
        if (head.KeyMark is null && held.FirstOrDefault(k => Chain.MacOf(k.ChainKey, head.Sequence, head.Hash).AsSpan().SequenceEqual(head.Mac)) is { } key)
            use = new InUse(key, null);
        else if (head.KeyMark is not null)
            throw new Shared.SafeSpaceException("The group's key was changed, and this machine does not have the new one. Bring it here first.");
    }

    /// <summary>At the end of a batch, with the head held: is what was sealed in it under the key in use?</summary>
    /// <exception cref="GroupKeyChangedException">No; the new one is used from now on.</exception>
    internal void Expect(byte[]? mark)
    {
        if (Same(mark, use.Mark))
            return;
        if (mark is not null && !TryUse(mark))
            throw new GroupKeyChangedException("The group's key was changed, and this machine does not have the new one.");
        throw new GroupKeyChangedException("The group's key was changed a moment ago.");
    }

    /// <summary>Forgets all opened keys: each is opened again when it is needed.</summary>
    internal void Rest() => opened.Clear();

    /// <summary>Forgets keys that another node destroyed since a moment.</summary>
    public async Task ForgetDestroyedAsync(GroupDb db, DateTime since)
    {
        foreach (var owner in await db.DestroyedKeys.Where(k => k.At >= since).Select(k => k.OwnerId).ToListAsync())
            Forget(owner);
    }

    internal UnitSealing Begin(GroupDb db, DateTime now) => new(this, db, now);

    internal bool Holds(Guid owner) => opened.ContainsKey(owner);

    internal byte[]? KeyOf(Guid owner)
    {
        if (owner == CommonId)
            return use.Key.Common;
        if (opened.TryGetValue(owner, out var key))
            return key;
        if (GroupKey.IsCommon(owner) && owner != Guid.Empty && Find(k => k.Id == owner) is { } another)
            return another.Common;
        using var db = reader();
        var row = db.SealingKeys.AsNoTracking().SingleOrDefault(k => k.OwnerId == owner);
        return row is null ? null : Hold(owner, Unwrap(owner, row.Wrapped));
    }

    internal byte[] Hold(Guid owner, byte[] key)
    {
        if (opened.Count >= MostKeysHeld)
            opened.Clear();
        return opened[owner] = key;
    }

    internal byte[] Wrap(Guid owner, byte[] key) => Wrap(use.Key, owner, key);

    internal static byte[] Wrap(GroupKey by, Guid owner, byte[] key)
    {
        var wrapped = new byte[12 + 16 + key.Length];
        RandomNumberGenerator.Fill(wrapped.AsSpan(0, 12));
        using var gcm = new AesGcm(by.Wrapping, 16);
        gcm.Encrypt(wrapped.AsSpan(0, 12), key, wrapped.AsSpan(28), wrapped.AsSpan(12, 16), owner.ToByteArray(true));
        return wrapped;
    }

    internal byte[] Unwrap(Guid owner, byte[] wrapped)
    {
        byte[]? key = null;
        return Find(k => (key = TryUnwrap(k, owner, wrapped)) is not null) is null
            ? throw new AuthenticationTagMismatchException("A wrapped key does not open with any of the group's keys.")
            : key!;
    }

    internal static byte[]? TryUnwrap(GroupKey by, Guid owner, byte[] wrapped)
    {
        var key = new byte[wrapped.Length - 28];
        using var gcm = new AesGcm(by.Wrapping, 16);
        try
        {
            gcm.Decrypt(wrapped.AsSpan(0, 12), wrapped.AsSpan(28), wrapped.AsSpan(12, 16), key, owner.ToByteArray(true));
            return key;
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
    }

    /// <summary>Words about nobody from an earlier key, put under the one in use as they are; null where they are there already, or are about somebody.</summary>
    internal Sealed? Layer(Sealed words)
    {
        if (!GroupKey.IsCommon(words.KeyId) || words.KeyId == CommonId)
            return null;
        var inner = Peel(words).Bytes.Span;
        var bytes = new byte[Sealed.HeaderLength + inner.Length];
        Head(bytes, Sealed.Layered, CommonId);
        using var gcm = new AesGcm(use.Key.Common, 16);
        gcm.Encrypt(bytes.AsSpan(17, 12), inner, bytes.AsSpan(Sealed.HeaderLength), bytes.AsSpan(29, 16), bytes.AsSpan(0, 17));
        return new Sealed(bytes);
    }

    /// <summary>Words as they were sealed first, without the layer a change of keys put around them.</summary>
    internal Sealed Peel(Sealed words)
    {
        while (words.Version == Sealed.Layered)
        {
            var bytes = words.Bytes.Span;
            var inner = new byte[bytes.Length - Sealed.HeaderLength];
            using var gcm = new AesGcm(KeyOf(words.KeyId) ?? throw new CryptographicException("The key of these words is gone."), 16);
            gcm.Decrypt(bytes.Slice(17, 12), bytes[Sealed.HeaderLength..], bytes.Slice(29, 16), inner, bytes[..17]);
            words = new Sealed(inner);
        }

        return words;
    }

    internal Sealed EncryptForNobody(string column, Guid row, string words) => Encrypt(use.Key.Common, CommonId, column, row, words);

    internal static Sealed Encrypt(byte[] key, Guid keyId, string column, Guid row, string words)
    {
        var text = Encoding.UTF8.GetBytes(words);
        var bytes = new byte[Sealed.HeaderLength + text.Length];
        Head(bytes, Sealed.CurrentVersion, keyId);
        using var gcm = new AesGcm(key, 16);
        gcm.Encrypt(bytes.AsSpan(17, 12), text, bytes.AsSpan(Sealed.HeaderLength), bytes.AsSpan(29, 16), Place(keyId, column, row));
        return new Sealed(bytes);
    }

    internal static string Decrypt(byte[] key, string column, Guid row, Sealed words)
    {
        var bytes = words.Bytes.Span;
        var text = new byte[bytes.Length - Sealed.HeaderLength];
        using var gcm = new AesGcm(key, 16);
        gcm.Decrypt(bytes.Slice(17, 12), bytes[Sealed.HeaderLength..], bytes.Slice(29, 16), text, Place(words.KeyId, column, row));
        return Encoding.UTF8.GetString(text);
    }

    private static void Head(byte[] bytes, byte version, Guid keyId)
    {
        bytes[0] = version;
        keyId.TryWriteBytes(bytes.AsSpan(1), bigEndian: true, out _);
        RandomNumberGenerator.Fill(bytes.AsSpan(17, 12));
    }

    private static byte[] Place(Guid keyId, string column, Guid row) =>
        [.. keyId.ToByteArray(true), .. row.ToByteArray(true), .. Encoding.UTF8.GetBytes(column)];

    private static bool Same(byte[]? one, byte[]? other) => one is null ? other is null : other is not null && one.AsSpan().SequenceEqual(other);

    private bool TryUse(byte[] mark)
    {
        if (Find(k => Same(k.Mark, mark)) is not { } key)
            return false;
        use = new InUse(key, mark);
        return true;
    }

    /// <summary>One of the held keys, the one in use first; where none will do, those that have come to this machine since.</summary>
    private GroupKey? Find(Func<GroupKey, bool> fits)
    {
        if (Keys.FirstOrDefault(fits) is { } known)
            return known;
        var now = read().Select(k => new GroupKey(k)).ToList();
        var come = now.Where(n => held.All(h => h.Id != n.Id)).ToList();
        if (come.Count == 0)
            return null;
        held = [.. come, .. held];
        return come.Find(k => fits(k));
    }

    private sealed record InUse(GroupKey Key, byte[]? Mark);
}
