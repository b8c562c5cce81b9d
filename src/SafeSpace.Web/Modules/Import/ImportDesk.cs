using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Import;
using SafeSpace.Core.Import.Bringing;
using SafeSpace.Core.Import.Mapping;
using SafeSpace.Core.Shared;

namespace SafeSpace.Web.Modules.Import;

/// <summary>What the pages of an import share: its row, its files, how they are read, and starting it.</summary>
public sealed class ImportDesk(GroupStore store, GroupDb db, Viewer viewer, ImportQueue queue, WebHostOptions options)
{
    private readonly ImportUploads uploads = new(store, options.DataFolder);

    public ImportRuns Runs { get; } = new(store);

    public static ImportOptions Options(GroupStore store) => new(store.Clock.Today, store.Profile.ReferencePrefix);

    public Task<ImportRun?> FindAsync(Guid id) => db.ImportRuns.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id);

    public WaitingImport? Running(Guid id) => queue.Find(id);

    public static BookMapping MappingOf(ImportRun run) => run.Mapping is { Length: > 0 } yaml ? MappingReader.Read("mapping.yaml", yaml) : BookMapping.Empty;

    /// <summary>Keeps the files, sealed, and looks whether each can be read to its end.</summary>
    /// <exception cref="ImportRefusedException">One cannot: then none is kept.</exception>
    public async Task UploadAsync(Guid id, IReadOnlyList<IFormFile> files, string? mapping, CancellationToken cancel)
    {
        try
        {
            for (var i = 0; i < files.Count; i++)
            {
                await using var content = files[i].OpenReadStream();
                await uploads.SaveAsync(id, i, NameOf(files[i]), content, cancel);
            }

            foreach (var file in uploads.Of(id))
                await Task.Run(() => Core.Import.Reading.Book.Open(file).CheckWhole(), cancel);
            await Runs.UploadedAsync(id, [.. files.Select(NameOf)], mapping, viewer.Actor);
        }
        catch (Exception)
        {
            uploads.ThrowAway(id);
            throw;
        }
    }

    /// <summary>The sheets as they would be read; none when the files are not kept any more.</summary>
    public IReadOnlyList<SheetLook> Look(Guid id, BookMapping mapping) => SheetLook.Of(uploads.Of(id), Options(store), mapping);

    public bool HasFiles(Guid id) => uploads.Of(id).Count > 0;

    /// <summary>Puts an import in the queue.</summary>
    /// <returns>False when it runs already, was done, or its files are not kept any more.</returns>
    public async Task<bool> StartAsync(ImportRun run, bool dryRun)
    {
        if (run.State is ImportState.Done || queue.Find(run.Id) is not null || !HasFiles(run.Id))
            return false;
        string[] files = [run.Files];
        if (!dryRun)
        {
            await Runs.StoppedAsync(run.Id);
            if (!await Runs.StartAsync(new ImportRequest(run.Id, files, viewer.Actor)))
                return false;
        }

        return queue.Add(new WaitingImport(store.Slug, run.Id, files, viewer.Actor, dryRun));
    }

    public Task<List<SavedMapping>> SavedAsync() => db.SavedMappings.AsNoTracking().OrderBy(m => m.Name).ToListAsync();

    /// <summary>Keeps a way of reading under a name; one of that name is written over.</summary>
    public Task SaveAsync(string name, string yaml) =>
        store.Write("MappingSaved", viewer.Actor, async unit =>
        {
            var saved = await unit.Db.SavedMappings.SingleOrDefaultAsync(m => m.Name == name);
            if (saved is null)
                unit.Db.SavedMappings.Add(saved = new SavedMapping { Id = Ids.New(), Name = name, Yaml = yaml });
            saved.Yaml = yaml;
        });

    /// <summary>Browsers send a name alone; whoever sends a path gets its last part.</summary>
    private static string NameOf(IFormFile file) => file.FileName.Replace('\\', '/').Split('/')[^1] is { Length: > 0 } name ? name : "file";
}
