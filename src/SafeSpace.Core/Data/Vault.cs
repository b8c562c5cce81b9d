using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;

namespace SafeSpace.Core.Data;

/// <summary>
/// Seals and opens words. Each person (and each account, for drafts) has a key of their own, wrapped by the group's key;
/// words about nobody are under a key derived from the group's. Columns are named "contact.words".
/// </summary>
public sealed class Vault
{
    private const int MostKeysHeld = 20_000;
    private readonly byte[] wrapping;
    private readonly byte[] common;
    private readonly Func<GroupDb> reader;
    private readonly ConcurrentDictionary<Guid, byte[]> opened = new();

    internal Vault(byte[] groupKey, Func<GroupDb> reader)
    {
        wrapping = HKDF.DeriveKey(HashAlgorithmName.SHA256, groupKey, 32, info: "safe space: wrapping keys"u8.ToArray());
        common = HKDF.DeriveKey(HashAlgorithmName.SHA256, groupKey, 32, info: "safe space: words about nobody"u8.ToArray());
        ChainKey = HKDF.DeriveKey(HashAlgorithmName.SHA256, groupKey, 32, info: "safe space: head of the chain"u8.ToArray());
        this.reader = reader;
    }

    internal byte[] ChainKey { get; }

    /// <summary>Opens what is sealed; null stays null, and words whose key was destroyed give null. Throws when the bytes were tampered with or moved.</summary>
    public string? Open(string column, Guid row, Sealed? words)
    {
        if (words is not { } these)
            return null;
        var key = KeyOf(these.KeyId);
        return key is null ? null : Decrypt(key, column, row, these);
    }

    /// <summary>Forgets a key that was destroyed in the store.</summary>
    public void Forget(Guid owner) => opened.TryRemove(owner, out _);

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
        if (owner == Guid.Empty)
            return common;
        if (opened.TryGetValue(owner, out var key))
            return key;
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

    internal byte[] Wrap(Guid owner, byte[] key)
    {
        var wrapped = new byte[12 + 16 + key.Length];
        RandomNumberGenerator.Fill(wrapped.AsSpan(0, 12));
        using var gcm = new AesGcm(wrapping, 16);
        gcm.Encrypt(wrapped.AsSpan(0, 12), key, wrapped.AsSpan(28), wrapped.AsSpan(12, 16), owner.ToByteArray(true));
        return wrapped;
    }

    internal byte[] Unwrap(Guid owner, byte[] wrapped)
    {
        var key = new byte[wrapped.Length - 28];
        using var gcm = new AesGcm(wrapping, 16);
        gcm.Decrypt(wrapped.AsSpan(0, 12), wrapped.AsSpan(28), wrapped.AsSpan(12, 16), key, owner.ToByteArray(true));
        return key;
    }

    internal static Sealed Encrypt(byte[] key, Guid keyId, string column, Guid row, string words)
    {
        var text = Encoding.UTF8.GetBytes(words);
        var bytes = new byte[Sealed.HeaderLength + text.Length];
        bytes[0] = Sealed.CurrentVersion;
        keyId.TryWriteBytes(bytes.AsSpan(1), bigEndian: true, out _);
        RandomNumberGenerator.Fill(bytes.AsSpan(17, 12));
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

    private static byte[] Place(Guid keyId, string column, Guid row) =>
        [.. keyId.ToByteArray(true), .. row.ToByteArray(true), .. Encoding.UTF8.GetBytes(column)];
}

/// <summary>Sealing inside one unit of work: a key made there is used by others only once the unit is durable.</summary>
internal sealed class UnitSealing(Vault vault, GroupDb db, DateTime now)
{
    private readonly Dictionary<Guid, byte[]> made = [];
    private readonly List<Guid> destroyed = [];

    public Sealed Seal(Guid owner, string column, Guid row, string words) =>
        Vault.Encrypt(KeyFor(owner), owner, column, row, words);

    public string? Open(string column, Guid row, Sealed? words)
    {
        if (words is not { } these)
            return null;
        var key = made.GetValueOrDefault(these.KeyId) ?? Find(these.KeyId);
        return key is null ? null : Vault.Decrypt(key, column, row, these);
    }

    public void Keep()
    {
        foreach (var (owner, key) in made)
            vault.Hold(owner, key);
        destroyed.ForEach(vault.Forget);
    }

    /// <summary>Destroys somebody's key, and sees that none is made again: what was sealed with it opens for nobody any more.</summary>
    public async Task DestroyAsync(Guid owner)
    {
        made.Remove(owner);
        destroyed.Add(owner);
        db.SealingKeys.RemoveRange(await db.SealingKeys.Where(k => k.OwnerId == owner).ToListAsync());
        if (await db.DestroyedKeys.FindAsync(owner) is null)
            db.DestroyedKeys.Add(new DestroyedKey { OwnerId = owner, At = now });
    }

    /// <summary>Keys for people who have none yet; the caller puts the rows in.</summary>
    public IReadOnlyList<SealingKey> MakeKeys(IReadOnlyList<Shared.PersonId> people) =>
        [.. people.Select(p => new SealingKey { OwnerId = p.Value, Wrapped = vault.Wrap(p.Value, made[p.Value] = RandomNumberGenerator.GetBytes(32)), MadeAt = now })];

    private byte[] KeyFor(Guid owner)
    {
        if (made.TryGetValue(owner, out var key))
            return key;
        if (Find(owner) is { } known)
            return known;
        if (destroyed.Contains(owner) || db.DestroyedKeys.Any(k => k.OwnerId == owner))
            throw new Shared.SafeSpaceException("This record was erased: nothing can be written about it any more.");
        key = RandomNumberGenerator.GetBytes(32);
        db.SealingKeys.Add(new SealingKey { OwnerId = owner, Wrapped = vault.Wrap(owner, key), MadeAt = now });
        return made[owner] = key;
    }

    /// <summary>Looks in the unit's own transaction first: another unit of the same batch may have made the key a moment ago.</summary>
    private byte[]? Find(Guid owner)
    {
        if (destroyed.Contains(owner))
            return null;
        if (owner == Guid.Empty || vault.Holds(owner))
            return vault.KeyOf(owner);
        var row = db.SealingKeys.AsNoTracking().SingleOrDefault(k => k.OwnerId == owner);
        return row is null ? null : made[owner] = vault.Unwrap(owner, row.Wrapped);
    }
}
