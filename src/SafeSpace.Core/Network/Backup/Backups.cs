using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Network.Backup;

/// <param name="Sequence">The operation the copy ends with.</param>
public sealed record BackupMade(string File, long Bytes, long Sequence);

/// <param name="Kept">Where the store that was replaced is kept; null when there was none.</param>
/// <param name="ErasedAgain">Records that were erased since the copy was made, and have been erased again.</param>
public sealed record BackupRestored(string Slug, long Sequence, string? Kept, int ErasedAgain);

/// <summary>
/// Consistent copies of a group's store, taken while it serves, and back from them. A backup is always one SQLite file, whichever
/// engine it came from, and goes back into either. The group's key is not in it: without the key its sealed words open for nobody.
/// </summary>
public sealed class Backups(Stores stores)
{
    /// <exception cref="SafeSpaceException">The file is there already, or cannot be written; nothing was left behind.</exception>
    public async Task<BackupMade> MakeAsync(string slug, string file)
    {
        var store = await stores.GetAsync(slug);
        var made = await CopyAsync(slug, file);
        await new ChainAnchors(stores).KeepAsync(store);
        return made;
    }

    /// <summary>As <see cref="MakeAsync"/>, also of a store of an older version, which cannot be opened yet.</summary>
    internal async Task<BackupMade> CopyAsync(string slug, string file)
    {
        file = Path.GetFullPath(file);
        if (File.Exists(file))
            throw new SafeSpaceException($"There is a file {file} already. Choose another name.");
        var part = file + ".part";
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.Delete(part);
            await stores.Engine.CopyToFileAsync(slug, part);
            var head = await BackupFile.CheckAsync(part);
            BackupFile.MakeDurable(part);
            File.Move(part, file);
            return new BackupMade(file, new FileInfo(file).Length, head.Sequence);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new SafeSpaceException($"The backup could not be written to {file}: {error.Message}", error);
        }
        finally
        {
            if (File.Exists(part))
                File.Delete(part);
        }
    }

    /// <summary>Puts a copy in the place of a group's store. The store that was there is kept beside it.</summary>
    /// <exception cref="SafeSpaceException">The file is no whole backup, the key does not fit, or the store is in use; nothing was changed.</exception>
    public async Task<BackupRestored> RestoreAsync(string slug, string file)
    {
        if (!Slug.IsValid(slug))
            throw new SafeSpaceException($"\"{slug}\" cannot be a group's short name.");
        if (!File.Exists(file))
            throw new SafeSpaceException($"There is no file {file}.");
        var staged = Path.Combine(stores.DataFolder, "restoring-" + slug + ".db");
        try
        {
            Directory.CreateDirectory(stores.DataFolder);
            if (SealedCopy.Is(file))
                SealedCopy.Open(stores.Keys.ReadAll(slug), file, staged);
            else
                PrivateFile.Copy(file, staged);
            var head = await BackupFile.CheckAsync(staged);
            if (!stores.Keys.ReadAll(slug).Any(k => Chain.MacOf(new GroupKey(k).ChainKey, head.Sequence, head.Hash).AsSpan().SequenceEqual(head.Mac)))
                throw new SafeSpaceException($"The key of \"{slug}\" does not belong to this backup. Put the key it was made with in its place first.");
            var name = await BackupFile.BringUpToDateAsync(staged);
            // Known before the copy is in its place: whoever opens it, also after this was cut off, erases them first.
            await new ErasedPeople(stores).TakeFromBesideAsync(slug, file);
            await stores.CloseAsync(slug);
            var kept = await stores.Engine.ReplaceAsync(slug, staged, stores.Time.GetUtcNow().UtcDateTime);
            var store = await TellNetworkAsync(slug, name, head.Sequence);
            return new BackupRestored(slug, head.Sequence, kept, store.ErasedAgain);
        }
        finally
        {
            foreach (var left in new[] { "", "-wal", "-shm" })
                File.Delete(staged + left);
        }
    }

    private async Task<GroupStore> TellNetworkAsync(string slug, string name, long sequence)
    {
        await new ChainAnchors(stores).ForgetAfterAsync(slug, sequence);
        await using (var network = await stores.NetworkAsync())
        {
            if (!await network.Groups.AnyAsync(g => g.Slug == slug))
            {
                network.Groups.Add(new Group { Slug = slug, Name = name, AddedAt = GroupClock.ToMicrosecond(stores.Time.GetUtcNow().UtcDateTime) });
                await network.SaveChangesAsync();
            }
        }

        var store = await stores.GetAsync(slug);
        await new ChainAnchors(stores).SignAnewAsync(store);
        await stores.StartAsync(store); // lists that a copy of an older version does not have
        await new ChainAnchors(stores).KeepAsync(store);
        return store;
    }
}
