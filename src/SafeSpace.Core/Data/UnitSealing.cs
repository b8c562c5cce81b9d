using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;

namespace SafeSpace.Core.Data;

/// <summary>Sealing inside one unit of work: a key made there is used by others only once the unit is durable.</summary>
internal sealed class UnitSealing(Vault vault, GroupDb db, DateTime now)
{
    private readonly Dictionary<Guid, byte[]> made = [];
    private readonly List<Guid> destroyed = [];

    /// <summary>Whether something was put under the group's key itself: then it has to be the one in use when the batch is saved.</summary>
    public bool UsedGroupKey { get; private set; }

    public bool HasMadeKeys => made.Count > 0;

    public Sealed Seal(Guid owner, string column, Guid row, string words)
    {
        if (owner != Guid.Empty)
            return Vault.Encrypt(KeyFor(owner), owner, column, row, words);
        UsedGroupKey = true;
        return vault.EncryptForNobody(column, row, words);
    }

    public string? Open(string column, Guid row, Sealed? words)
    {
        if (words is not { } these)
            return null;
        these = vault.Peel(these);
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
        [.. people.Select(p => New(p.Value))];

    /// <inheritdoc cref="Vault.Peel"/>
    public Sealed Peel(Sealed words) => vault.Peel(words);

    private byte[] KeyFor(Guid owner)
    {
        if (made.TryGetValue(owner, out var key))
            return key;
        if (Find(owner) is { } known)
            return known;
        if (destroyed.Contains(owner) || db.DestroyedKeys.Any(k => k.OwnerId == owner))
            throw new Shared.SafeSpaceException("This record was erased: nothing can be written about it any more.");
        db.SealingKeys.Add(New(owner));
        return made[owner];
    }

    private SealingKey New(Guid owner)
    {
        UsedGroupKey = true;
        return new SealingKey { OwnerId = owner, Wrapped = vault.Wrap(owner, made[owner] = RandomNumberGenerator.GetBytes(32)), MadeAt = now };
    }

    /// <summary>Looks in the unit's own transaction first: another unit of the same batch may have made the key a moment ago.</summary>
    private byte[]? Find(Guid owner)
    {
        if (destroyed.Contains(owner))
            return null;
        if (GroupKey.IsCommon(owner) || vault.Holds(owner))
            return vault.KeyOf(owner);
        var row = db.SealingKeys.AsNoTracking().SingleOrDefault(k => k.OwnerId == owner);
        return row is null ? null : made[owner] = vault.Unwrap(owner, row.Wrapped);
    }
}
