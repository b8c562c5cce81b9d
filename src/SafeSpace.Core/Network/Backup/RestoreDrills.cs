using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Network.Backup;

/// <summary>
/// A backup nobody ever put back is a hope. Each month the newest copy of a group is opened with its key, put up in a folder of its own beside
/// the running one, and checked whole, as <c>verify</c> does; then it is thrown away.
/// </summary>
public sealed class RestoreDrills(Stores stores, CopyPlan plan)
{
    private readonly CareRuns runs = new(stores);

    /// <summary>Makes the drill where one is due; one that failed is due again the next day. Whatever went wrong is kept and thrown.</summary>
    public async Task RunAsync(GroupStore store)
    {
        if (!plan.Nightly || store.Profile.IsDemonstration)
            return;
        if (await runs.LastAsync(store.Slug, CareKind.Drill) is { WentWell: true } last && store.Clock.Today < last.Night.AddDays(plan.DrillEvery))
            return;
        if (await runs.KeptAsync(store.Slug) is not [var copy, ..] || await runs.ClaimAsync(store, CareKind.Drill, store.Clock.Today) is not { } run)
            return;
        try
        {
            (run.File, run.Bytes, run.Sequence) = (copy.File, copy.Bytes, copy.Sequence);
            run.Rows = await TryAsync(store, copy);
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
    }

    /// <summary>How many rows were compared.</summary>
    private async Task<long> TryAsync(GroupStore store, CareRun copy)
    {
        var folder = Path.Combine(stores.DataFolder, $"drill-{Ids.New():N}");
        try
        {
            var engine = (SqliteEngine)Engine.For(folder, null);
            var file = engine.FileOf(store.Slug);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            if (!File.Exists(copy.File))
                throw new SafeSpaceException($"The copy {copy.File} is not there any more.");
            SealedCopy.Open(stores.Keys.ReadAll(store.Slug), copy.File, file);
            await BackupFile.BringUpToDateAsync(file);
            await using var apart = new Stores(engine, stores.Keys, stores.Time, House.KeptFigures);
            await apart.PrepareAsync();
            var found = await new StoreCheck(apart, House.Recounts).RunAsync(store.Slug);
            if (!found.IsSound)
                throw new SafeSpaceException($"The copy was put back and is not as it was recorded: {found.Problems[0]}");
            if (found.Operations != copy.Sequence)
                throw new SafeSpaceException($"The copy was put back and ends at operation {found.Operations}, not {copy.Sequence}.");
            return found.Rows;
        }
        finally
        {
            // SQLite keeps files open in its pool; nothing of a drill stays on the disk.
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            if (Directory.Exists(folder))
                Directory.Delete(folder, recursive: true);
        }
    }
}
