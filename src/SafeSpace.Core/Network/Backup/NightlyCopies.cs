using System.Globalization;
using SafeSpace.Core.Data;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Network.Backup;

/// <summary>
/// A copy of each group's store in each night, under the group's key, and how many of them are kept. Whether it went well is kept outside
/// the store, for the page on which the group sees it.
/// </summary>
public sealed class NightlyCopies(Stores stores, CopyPlan plan)
{
    private readonly CareRuns runs = new(stores);

    public string Folder => Path.GetFullPath(plan.Folder ?? Path.Combine(stores.DataFolder, "backups", "nightly"));

    /// <summary>Makes the copy of this night where it is due. Whatever went wrong is kept and thrown.</summary>
    public async Task RunAsync(GroupStore store)
    {
        if (!plan.Nightly || store.Profile.IsDemonstration)
            return;
        SweepUp();
        if (await runs.ClaimAsync(store, CareKind.Copy, NightOf(store.Clock)) is not { } run)
            return;
        try
        {
            await MakeAsync(store, run);
        }
        catch (Exception error)
        {
            run.Problem = CareRuns.Sentence(error);
            throw;
        }
        finally
        {
            run.EndedAt = store.Clock.Now;
            await runs.SaveAsync(run);
        }

        await ThinOutAsync(store);
    }

    /// <summary>Before the hour it is still the night of yesterday.</summary>
    private DateOnly NightOf(GroupClock clock) => DateOnly.FromDateTime(clock.LocalNow.AddHours(-plan.Hour));

    private async Task MakeAsync(GroupStore store, CareRun run)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"{store.Slug}-{store.Clock.LocalNow:yyyy-MM-dd-HHmmss}.copy");
        var file = Path.Combine(Folder, store.Slug, name);
        var plain = Path.Combine(stores.DataFolder, $"copying-{run.Id:N}.db");
        try
        {
            var made = await new Backups(stores).MakeAsync(store.Slug, plain);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            SealedCopy.Seal(store.Vault.Key.Raw, plain, file + ".part");
            File.Move(file + ".part", file);
            var erased = new ErasedPeople(stores);
            await erased.WriteBesideAsync(store.Slug, Path.GetDirectoryName(file)!);
            await erased.WriteBesideCopiesAsync(store.Slug); // a folder of older copies may have taken nothing when they were erased
            (run.File, run.Bytes, run.Sequence) = (file, new FileInfo(file).Length, made.Sequence);
        }
        finally
        {
            File.Delete(plain);
            File.Delete(file + ".part");
        }
    }

    /// <summary>What a program that was killed in the middle left lying about, unsealed.</summary>
    private void SweepUp()
    {
        var old = stores.Time.GetUtcNow().UtcDateTime.AddDays(-1);
        foreach (var left in new DirectoryInfo(stores.DataFolder).EnumerateFiles("copying-*.db*").Where(f => f.LastWriteTimeUtc < old).ToList())
            left.Delete();
        foreach (var left in new DirectoryInfo(stores.DataFolder).EnumerateDirectories("drill-*").Where(d => d.LastWriteTimeUtc < old).ToList())
            left.Delete(recursive: true);
    }

    /// <summary>Throws away copies that newer ones stand for; only files that are down here as ours.</summary>
    private async Task ThinOutAsync(GroupStore store)
    {
        var copies = await runs.KeptAsync(store.Slug);
        var keep = plan.Keep([.. copies.Select(c => c.Night)]);
        foreach (var copy in copies.Where(c => !keep.Contains(c.Night)))
        {
            File.Delete(copy.File!);
            copy.RemovedAt = store.Clock.Now;
            await runs.SaveAsync(copy);
        }
    }
}
