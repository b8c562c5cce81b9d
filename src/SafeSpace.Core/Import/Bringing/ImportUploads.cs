using System.Security.Cryptography;
using System.Text;
using SafeSpace.Core.Data;
using SafeSpace.Core.Import.Reading;

namespace SafeSpace.Core.Import.Bringing;

/// <summary>
/// Files on their way into a group, in the data folder under <c>uploads/</c>: sealed with the group's key, their names too. They are
/// thrown away as soon as they are in, and after a day at the latest.
/// </summary>
public sealed class ImportUploads(GroupStore store, string dataFolder)
{
    public static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    /// <summary>Under the key in use; what was brought before the group's key was changed is under an earlier one.</summary>
    private static byte[] KeyOf(GroupKey key) => HKDF.DeriveKey(HashAlgorithmName.SHA256, key.ChainKey, 32, info: "safe space: uploaded files"u8.ToArray());

    private string Folder => Path.Combine(dataFolder, "uploads", store.Slug);

    /// <param name="number">From 0, in the order of the form.</param>
    /// <param name="fileName">As the person knows it, without its folder.</param>
    public async Task SaveAsync(Guid run, int number, string fileName, Stream content, CancellationToken cancel = default)
    {
        var (path, key) = (PathOf(run, number), KeyOf(store.Vault.Key));
        await SealedFile.WriteAsync(path, key, IdOf(run, number), content, cancel);
        using var name = new MemoryStream(Encoding.UTF8.GetBytes(fileName));
        await SealedFile.WriteAsync(path + ".name", key, IdOf(run, ~number), name, cancel);
    }

    /// <summary>The files of an import in their order; none when they were thrown away.</summary>
    public IReadOnlyList<BookSource> Of(Guid run)
    {
        var files = new List<BookSource>();
        for (var number = 0; File.Exists(PathOf(run, number) + ".name"); number++)
        {
            var (path, id) = (PathOf(run, number), IdOf(run, number));
            var (name, key) = NameOf(path, IdOf(run, ~number));
            files.Add(new BookSource(name, () => SealedFile.Open(path, key, id)));
        }

        return files;
    }

    private (string Name, byte[] Key) NameOf(string path, Guid id)
    {
        var keys = store.Vault.Keys.Select(KeyOf).ToList();
        foreach (var key in keys)
        {
            try
            {
                using var name = new StreamReader(SealedFile.Open(path + ".name", key, id), Encoding.UTF8);
                return (name.ReadToEnd(), key);
            }
            catch (CryptographicException) when (key != keys[^1])
            {
                // An earlier one, then.
            }
        }

        throw new InvalidOperationException("A group has one key at least.");
    }

    public void ThrowAway(Guid run)
    {
        var folder = Path.Combine(Folder, run.ToString("N"));
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
    }

    /// <summary>Throws away what nobody brought in within a day.</summary>
    public Task SweepAsync()
    {
        var oldest = store.Clock.Now - Kept;
        foreach (var folder in Directory.Exists(Folder) ? Directory.GetDirectories(Folder) : [])
            if (Guid.TryParseExact(Path.GetFileName(folder), "N", out _) && Directory.GetLastWriteTimeUtc(folder) < oldest)
                Directory.Delete(folder, recursive: true);
        return Task.CompletedTask;
    }

    private string PathOf(Guid run, int number) => Path.Combine(Folder, run.ToString("N"), number.ToString(System.Globalization.CultureInfo.InvariantCulture));

    private static Guid IdOf(Guid run, int number)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData([.. run.ToByteArray(true), .. BitConverter.GetBytes(number)], hash);
        return new Guid(hash[..16], bigEndian: true);
    }
}
