using System.Collections.Concurrent;
using System.Threading.Channels;
using SafeSpace.Core.Import;
using SafeSpace.Core.Import.Bringing;
using SafeSpace.Core.Import.Mapping;
using SafeSpace.Core.Network;
using SafeSpace.Core.Shared;

namespace SafeSpace.Web.Modules.Import;

/// <summary>An import that waits its turn or runs.</summary>
public sealed record WaitingImport(string Slug, Guid Id, IReadOnlyList<string> Files, Actor By, bool DryRun)
{
    public ImportProgress Progress { get; set; }
}

/// <summary>Runs imports that came by page, one after the other, and knows how far each has come.</summary>
public sealed class ImportQueue(Stores stores, WebHostOptions options, ILogger<ImportQueue> log) : BackgroundService
{
    private readonly Channel<WaitingImport> queue = Channel.CreateUnbounded<WaitingImport>();
    private readonly ConcurrentDictionary<Guid, WaitingImport> current = new();

    /// <summary>An import that waits or runs in this process; null when it does not.</summary>
    public WaitingImport? Find(Guid id) => current.GetValueOrDefault(id);

    /// <returns>False when it waits or runs already.</returns>
    public bool Add(WaitingImport import) => current.TryAdd(import.Id, import) && queue.Writer.TryWrite(import);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var import in queue.Reader.ReadAllAsync(stoppingToken))
        {
            try
            {
                // Reading a large file is work for a thread of its own.
                await Task.Run(() => RunAsync(import, stoppingToken), stoppingToken);
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                // The kind of error alone: what it says may quote a row.
                log.LogWarning("Import {Import} of group {Group} stopped: {Error}", import.Id, import.Slug, error.GetType().Name);
            }
            finally
            {
                current.TryRemove(import.Id, out _);
            }
        }
    }

    private async Task RunAsync(WaitingImport import, CancellationToken cancel)
    {
        var store = await stores.GetAsync(import.Slug);
        var (runs, uploads) = (new ImportRuns(store), new ImportUploads(store, options.DataFolder));
        var request = new ImportRequest(import.Id, import.Files, import.By) { DryRun = import.DryRun };
        ImportResult? result = null;
        try
        {
            var mapping = await runs.MappingOfAsync(import.Id) is { } yaml ? MappingReader.Read("mapping.yaml", yaml) : BookMapping.Empty;
            var reading = ImportReading.Open(uploads.Of(import.Id), ImportDesk.Options(store), mapping);
            result = await new ImportService(store).RunAsync(reading, request, p => import.Progress = p, cancel);
        }
        catch (ImportRefusedException refused)
        {
            result = new ImportResult { DryRun = import.DryRun, Failure = $"{refused.Refused.File}: {refused.Refused.Sentence}" };
        }

        if (import.DryRun || result.Failure is not null)
            await runs.FinishAsync(import.Id, result, import.By);
        else
            uploads.ThrowAway(import.Id);
    }
}
