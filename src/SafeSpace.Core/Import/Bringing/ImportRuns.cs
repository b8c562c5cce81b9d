using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Import.Bringing;

/// <summary>The group's list of imports: who brought what in, and what became of it. Results are sealed, because they quote rows.</summary>
public sealed class ImportRuns(GroupStore store)
{
    internal const string Column = "import_run.result";

    /// <summary>Files are there; somebody looks at how they are understood. The same id again changes nothing.</summary>
    public Task UploadedAsync(Guid id, IReadOnlyList<string> files, string? mapping, Actor by) =>
        store.Write("FilesUploaded", by, async unit =>
        {
            if (await unit.Db.ImportRuns.FindAsync(id) is null)
                unit.Db.ImportRuns.Add(New(id, files, mapping, ImportState.Uploaded, unit));
        });

    public Task ReadAsAsync(Guid id, string? mapping, Actor by) =>
        store.Write("ImportMappingChanged", by, async unit =>
        {
            var run = await unit.Db.ImportRuns.SingleAsync(r => r.Id == id);
            run.Mapping = mapping;
        });

    /// <summary>How the files of an import are to be read, as YAML; null when everything is recognised.</summary>
    public async Task<string?> MappingOfAsync(Guid id)
    {
        await using var db = await store.ReadAsync();
        return await db.ImportRuns.Where(r => r.Id == id).Select(r => r.Mapping).SingleOrDefaultAsync();
    }

    /// <summary>Of two who start one import at once, one does. Answers whether it was this one.</summary>
    public Task<bool> StartAsync(ImportRequest request) =>
        store.Write("ImportStarted", request.By, async unit =>
        {
            var run = await unit.Db.ImportRuns.FindAsync(request.RunId);
            if (run is null)
                unit.Db.ImportRuns.Add(New(request.RunId, request.Files, null, ImportState.Running, unit));
            else if (run.State is ImportState.Running or ImportState.Done)
                return false;
            else
                run.State = ImportState.Running;
            return true;
        });

    /// <summary>A dry run leaves the files as they are, to be brought in.</summary>
    public Task FinishAsync(Guid id, ImportResult result, Actor by) =>
        store.Write(result.Failure is null ? "ImportFinished" : "ImportFailed", by, async unit =>
        {
            var run = await unit.Db.ImportRuns.SingleAsync(r => r.Id == id);
            run.State = result.Failure is not null ? ImportState.Failed : result.DryRun ? ImportState.Uploaded : ImportState.Done;
            run.EndedAt = unit.Now;
            (run.RowsRead, run.RowsDone) = (result.RowsRead, result.RowsImported);
            run.Result = unit.Seal(null, Column, id, JsonSerializer.Serialize(result));
        });

    /// <summary>Edited rows that were applied are marked so in the result.</summary>
    public Task AppliedAsync(Guid id, ImportResult result, Actor by) =>
        store.Write("EditedRowsMarked", by, async unit =>
        {
            var run = await unit.Db.ImportRuns.SingleAsync(r => r.Id == id);
            run.Result = unit.Seal(null, Column, id, JsonSerializer.Serialize(result));
        });

    /// <summary>An import that stopped with the program that ran it: it can be started again, and goes on where it stopped.</summary>
    public Task StoppedAsync(Guid id) =>
        store.Write("ImportStopped", Actor.System, async unit =>
        {
            var run = await unit.Db.ImportRuns.SingleAsync(r => r.Id == id);
            if (run.State == ImportState.Running)
                run.State = ImportState.Uploaded;
        });

    public ImportResult? Open(ImportRun run) =>
        store.Vault.Open(Column, run.Id, run.Result) is { } json ? JsonSerializer.Deserialize<ImportResult>(json) : null;

    private static ImportRun New(Guid id, IReadOnlyList<string> files, string? mapping, ImportState state, Unit unit) => new()
    {
        Id = id,
        Files = string.Join(", ", files),
        Mapping = mapping,
        State = state,
        StartedAt = unit.Now,
        ById = unit.By.Id,
        ByName = unit.By.Name,
    };
}
