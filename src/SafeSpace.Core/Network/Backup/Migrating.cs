using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Network.Backup;

/// <param name="Steps">Migrations that were made; none when the store was of this version.</param>
/// <param name="Backup">The copy that was made first; null when nothing had to be done.</param>
public sealed record StoreMigrated(string Slug, IReadOnlyList<string> Steps, string? Backup);

/// <summary>Brings stores of an older version to this one, each after a backup.</summary>
public sealed class Migrating(Stores stores)
{
    /// <summary>Of one statement: it may go over every row there is.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromHours(6);

    /// <summary>How each system says that a file is somebody else's just now.</summary>
    private const int TakenOnLinux = 11, TakenOnMac = 35, TakenOnWindows = unchecked((int)0x80070020);

    /// <param name="slug">One group, or null for all.</param>
    public async Task<IReadOnlyList<StoreMigrated>> RunAsync(string? slug)
    {
        using var alone = Alone();
        await using (var network = await stores.NetworkAsync())
        {
            await StaleLock.ForgetAsync(network);
            await network.Database.MigrateAsync();
        }

        var done = new List<StoreMigrated>();
        foreach (var group in slug is null ? (await stores.ListAsync()).Select(g => g.Slug) : [slug])
            done.Add(await RunOneAsync(group));
        return done;
    }

    /// <summary>What is still to be done, by store; "network" is the list of groups. Changes nothing.</summary>
    public async Task<IReadOnlyList<StoreMigrated>> LookAsync(string? slug)
    {
        var waiting = new List<StoreMigrated>();
        await using (var network = await stores.NetworkAsync())
            waiting.Add(new StoreMigrated("network", [.. await network.Database.GetPendingMigrationsAsync()], null));
        foreach (var group in slug is null ? (await stores.ListAsync()).Select(g => g.Slug) : [slug])
        {
            if (!Slug.IsValid(group) || !await stores.Engine.ExistsAsync(group))
                throw new SafeSpaceException($"There is no group \"{group}\".");
            await using var db = await GroupStore.ContextAsync(stores.Engine, group);
            waiting.Add(new StoreMigrated(group, [.. await db.Database.GetPendingMigrationsAsync()], null));
        }

        return [.. waiting.Where(w => w.Steps.Count > 0)];
    }

    /// <summary>One program at a time in this folder; the system lets go of it however that program ends.</summary>
    private FileStream Alone()
    {
        var file = Path.Combine(stores.DataFolder, "migrating.lock");
        try
        {
            return PrivateFile.Write(file, FileMode.OpenOrCreate);
        }
        catch (IOException error) when (error.HResult is TakenOnLinux or TakenOnMac or TakenOnWindows)
        {
            throw new SafeSpaceException("Stores are being brought to this version by another program just now. Wait until it has ended.", error);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new SafeSpaceException($"The file {file} could not be written: {error.Message}", error);
        }
    }

    private async Task<StoreMigrated> RunOneAsync(string slug)
    {
        if (!Slug.IsValid(slug) || !await stores.Engine.ExistsAsync(slug))
            throw new SafeSpaceException($"There is no group \"{slug}\".");
        await using var db = await GroupStore.ContextAsync(stores.Engine, slug);
        var steps = (await db.Database.GetPendingMigrationsAsync()).ToList();
        if (steps.Count == 0)
        {
            // One that was cut off came no further than the steps.
            if (stores.Keys.Has(slug))
                await stores.StartAsync(await stores.GetAsync(slug));
            return new StoreMigrated(slug, steps, null);
        }

        stores.Keys.Read(slug); // without it the last step below cannot be made
        var stamp = stores.Time.GetUtcNow().ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture);
        var backup = await new Backups(stores).CopyAsync(slug, Path.Combine(stores.DataFolder, "backups", $"{slug}-before-migrating-{stamp}.db"));
        await stores.CloseAsync(slug);
        db.Database.SetCommandTimeout(Longest);
        await StaleLock.ForgetAsync(db);
        await db.Database.MigrateAsync();
        await stores.StartAsync(await stores.GetAsync(slug));
        return new StoreMigrated(slug, steps, backup.File);
    }
}
