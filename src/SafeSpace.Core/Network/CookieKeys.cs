using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Network;

/// <summary>
/// The keys of cookies and forms. They lie in the shared store, so that every node reads the same ones, sealed (AES-256-GCM, bound to their name)
/// with a key of the installation that is kept apart from it: <c>keys/network.key</c> or <c>SAFESPACE_KEY_NETWORK</c>. Who reads the store makes no ticket.
/// </summary>
public sealed class CookieKeys(Stores stores)
{
    private const string Mark = "sealed ";

    /// <summary>A row that says which key is in use, before there are any keys of cookies: whoever has another one sees it at once.</summary>
    private const string Witness = "which key";

    private const string Slug = Data.SqliteEngine.NetworkStoreName;
    private static readonly (int Nonce, int Tag) Size = (12, 16);

    /// <summary>
    /// Before anybody is served: makes the installation's key where nothing is sealed yet, sees that it opens what is, and seals what an older version left open.
    /// One node at a time: whoever comes second, with a folder and so a key of its own, is told.
    /// </summary>
    /// <exception cref="SafeSpaceException">This machine has not the key with which they were sealed.</exception>
    public async Task PrepareAsync()
    {
        if (await SealAsync())
            await stores.Engine.OverwriteFreedAsync(Slug, ["cookie_key"]);
    }

    /// <returns>Whether there was anything open.</returns>
    private async Task<bool> SealAsync()
    {
        await using var db = await stores.NetworkAsync();
        await using var alone = await db.Database.BeginTransactionAsync();
        if (stores.Engine.Kind == Data.EngineKind.Postgres)
            await db.Database.ExecuteSqlRawAsync("LOCK TABLE cookie_key IN EXCLUSIVE MODE");
        var rows = await db.CookieKeys.ToListAsync();
        if (!rows.Exists(IsSealed))
            stores.Keys.Make(Slug);
        if (!rows.Exists(r => r.Name == Witness))
            db.CookieKeys.Add(new CookieKey { Name = Witness, Xml = Seal(Witness, "") });
        foreach (var row in rows.Where(IsSealed))
            Open(row);
        var open = rows.FindAll(r => !IsSealed(r));
        open.ForEach(r => r.Xml = Seal(r.Name, r.Xml));
        await db.SaveChangesAsync();
        await alone.CommitAsync();
        return open.Count > 0;
    }

    /// <summary>Each as the library wrote it.</summary>
    public async Task<IReadOnlyList<string>> ReadAsync()
    {
        await using var db = await stores.NetworkAsync();
        return [.. (await db.CookieKeys.AsNoTracking().Where(k => k.Name != Witness).ToListAsync()).Select(Open)];
    }

    public async Task AddAsync(string name, string xml)
    {
        await using var db = await stores.NetworkAsync();
        db.CookieKeys.Add(new CookieKey { Name = name, Xml = Seal(name, xml) });
        await db.SaveChangesAsync();
    }

    /// <summary>Throws all away: with the next start new ones are made, and everybody signs in again.</summary>
    /// <returns>How many there were.</returns>
    public async Task<int> ForgetAsync()
    {
        await using var db = await stores.NetworkAsync();
        var keys = await db.CookieKeys.CountAsync(k => k.Name != Witness);
        await db.CookieKeys.ExecuteDeleteAsync();
        return keys;
    }

    private static bool IsSealed(CookieKey row) => row.Xml.StartsWith(Mark, StringComparison.Ordinal);

    private string Seal(string name, string xml)
    {
        var (words, nonce) = (Encoding.UTF8.GetBytes(xml), RandomNumberGenerator.GetBytes(Size.Nonce));
        var (hidden, tag) = (new byte[words.Length], new byte[Size.Tag]);
        using var cipher = Cipher();
        cipher.Encrypt(nonce, words, hidden, tag, Encoding.UTF8.GetBytes(name));
        return Mark + Convert.ToBase64String([.. nonce, .. hidden, .. tag]);
    }

    private string Open(CookieKey row)
    {
        if (!IsSealed(row))
            return row.Xml;
        try
        {
            var bytes = Convert.FromBase64String(row.Xml[Mark.Length..]).AsSpan();
            var words = new byte[bytes.Length - Size.Nonce - Size.Tag];
            using var cipher = Cipher();
            cipher.Decrypt(bytes[..Size.Nonce], bytes[Size.Nonce..^Size.Tag], bytes[^Size.Tag..], words, Encoding.UTF8.GetBytes(row.Name));
            return Encoding.UTF8.GetString(words);
        }
        catch (Exception error) when (error is CryptographicException or FormatException or OverflowException)
        {
            throw new SafeSpaceException(NotOurs, error);
        }
    }

    private AesGcm Cipher()
    {
        if (!stores.Keys.Has(Slug))
            throw new SafeSpaceException(NotOurs);
        return new(HKDF.DeriveKey(HashAlgorithmName.SHA256, stores.Keys.Read(Slug), 32, info: "safe space: keys of cookies"u8.ToArray()), Size.Tag);
    }

    private const string NotOurs = "The keys of cookies were sealed with a key of the installation that is not here: copy keys/network.key from another node, or give SAFESPACE_KEY_NETWORK. If it is lost, stop every node and run: safespace key cookies (everybody signs in again).";
}
