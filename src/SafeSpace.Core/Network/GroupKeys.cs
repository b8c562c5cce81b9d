using System.Security.Cryptography;
using SafeSpace.Core.Data;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Network;

/// <summary>
/// The keys of each group: from the environment (<c>SAFESPACE_KEY_MY_TOWN</c>, 64 hexadecimal digits) or a file
/// <c>keys/&lt;slug&gt;.key</c> that only its owner reads. Kept and backed up apart from the data; without it no sealed word opens.
/// While a key is being changed the coming one is beside it (<c>&lt;slug&gt;.next.key</c>, <c>…_NEXT</c>); those of before stay, for copies made
/// with them (<c>&lt;slug&gt;.old.keys</c>, <c>…_OLD</c>: one a line, the newest first). The installation has one of its own, under the name no group may have:
/// <c>network</c> (<see cref="CookieKeys"/>).
/// </summary>
public sealed class GroupKeys(string dataFolder)
{
    public string DataFolder => dataFolder;

    private string FileOf(string slug, string ending = ".key") => Path.Combine(dataFolder, "keys", slug + ending);

    private string NextFileOf(string slug) => FileOf(slug, ".next.key");

    private string OldFileOf(string slug) => FileOf(slug, ".old.keys");

    public byte[] Read(string slug)
    {
        var hex = Given(slug) ?? Of(FileOf(slug)) ?? throw new StoreShutException($"The key of the group \"{slug}\" is missing: it is looked for in {FileOf(slug)}.");
        return Parse(slug, hex);
    }

    /// <summary>The coming key, while one is being changed.</summary>
    public byte[]? ReadNext(string slug) => (Given(slug, "_NEXT") ?? Of(NextFileOf(slug))) is { } hex ? Parse(slug, hex) : null;

    /// <summary>All this machine has, the one in its place first.</summary>
    public IReadOnlyList<byte[]> ReadAll(string slug)
    {
        var keys = new List<byte[]> { Read(slug) };
        if (ReadNext(slug) is { } next)
            keys.Add(next);
        foreach (var line in (Given(slug, "_OLD") ?? Of(OldFileOf(slug)) ?? "").Split(['\n', ','], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            keys.Add(Parse(slug, line));
        return keys;
    }

    public bool Has(string slug) => Given(slug) is not null || File.Exists(FileOf(slug));

    /// <summary>Makes the key of a new group, unless the environment already gives one.</summary>
    public void Make(string slug)
    {
        if (!Has(slug))
            Write(FileOf(slug), Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32)));
    }

    /// <summary>Puts a key in its place, typed from paper; never over one that is there.</summary>
    public void Put(string slug, byte[] key)
    {
        if (Has(slug))
            throw new SafeSpaceException($"There is a key of \"{slug}\" already. Move it away first, if this one is right.");
        Write(FileOf(slug), Convert.ToHexStringLower(key));
    }

    /// <summary>The coming key: the one that is there, or a new one, on the disk before anything is under it.</summary>
    /// <exception cref="SafeSpaceException">The environment gives the key, and no coming one.</exception>
    internal byte[] MakeNext(string slug)
    {
        if (ReadNext(slug) is { } there)
            return there;
        if (Given(slug) is not null)
            throw new SafeSpaceException($"The key of \"{slug}\" comes from the environment. Give the coming one too, as {Variable(slug)}_NEXT (64 hexadecimal digits), to every node, start them again, and run this once more.");
        var key = RandomNumberGenerator.GetBytes(32);
        Write(NextFileOf(slug), Convert.ToHexStringLower(key));
        return key;
    }

    /// <summary>The coming key is in use everywhere: it takes its place, and the one before is kept for older copies. May be done again after a crash in the middle.</summary>
    /// <returns>False where the environment gives the keys, and whoever runs the machine has to.</returns>
    internal bool TakeNext(string slug)
    {
        if (Given(slug) is not null || !File.Exists(NextFileOf(slug)))
            return Given(slug) is null;
        var (was, old) = (Of(FileOf(slug)), Of(OldFileOf(slug)) ?? "");
        if (was is not null && !old.Contains(was, StringComparison.Ordinal))
            Write(OldFileOf(slug), was + "\n" + old);
        File.Move(NextFileOf(slug), FileOf(slug), overwrite: true);
        return true;
    }

    private static string Variable(string slug) => "SAFESPACE_KEY_" + slug.ToUpperInvariant().Replace('-', '_');

    private static string? Given(string slug, string ending = "") => Environment.GetEnvironmentVariable(Variable(slug) + ending) is { Length: > 0 } hex ? hex.Trim() : null;

    private static string? Of(string file) => File.Exists(file) ? File.ReadAllText(file).Trim() : null;

    private static byte[] Parse(string slug, string hex)
    {
        try
        {
            var key = Convert.FromHexString(hex);
            return key.Length == 32 ? key : throw new FormatException();
        }
        catch (FormatException)
        {
            throw new SafeSpaceException($"The key of {(slug == SqliteEngine.NetworkStoreName ? "the installation" : $"the group \"{slug}\"")} is not 64 hexadecimal digits.");
        }
    }

    /// <summary>Whole on the disk under its name, or not there: written beside it, then moved.</summary>
    private static void Write(string file, string text)
    {
        var part = file + ".part";
        using (var stream = PrivateFile.Write(part))
        {
            stream.Write(System.Text.Encoding.ASCII.GetBytes(text));
            stream.Flush(flushToDisk: true);
        }

        File.Move(part, file, overwrite: true);
    }
}
