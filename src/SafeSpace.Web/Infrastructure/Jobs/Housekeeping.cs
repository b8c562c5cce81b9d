using SafeSpace.Core.Data;
using SafeSpace.Core.Network;

namespace SafeSpace.Web.Infrastructure.Jobs;

/// <summary>
/// Runs the jobs of groups that are in use, each when its time has come. A job that fails is logged by its name and tried again.
/// When the application stops, the end of every open chain is kept.
/// </summary>
internal sealed class Housekeeping(Stores stores, IEnumerable<GroupJob> jobs, TimeProvider time, ILogger<Housekeeping> log) : BackgroundService
{
    public static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    private readonly IReadOnlyList<GroupJob> jobs = [.. jobs];
    private readonly Dictionary<(string Slug, string Job), DateTimeOffset> ran = [];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(Pause, time, stoppingToken);
            await RunDueAsync(stoppingToken);
        }
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        foreach (var store in stores.OpenNow)
            await TryAsync(store, "keep the end of the chain", new ChainAnchors(stores).KeepAsync);
    }

    private async Task RunDueAsync(CancellationToken stopping)
    {
        foreach (var store in stores.OpenNow)
        {
            foreach (var job in jobs)
            {
                if (stopping.IsCancellationRequested)
                    return;
                var now = time.GetUtcNow();
                if (ran.TryGetValue((store.Slug, job.Name), out var last) && now - last < job.Every)
                    continue;
                ran[(store.Slug, job.Name)] = now;
                await TryAsync(store, job.Name, job.Run);
            }
        }
    }

    private async Task TryAsync(GroupStore store, string name, Func<GroupStore, Task> run)
    {
        try
        {
            await run(store);
        }
        catch (Exception error)
        {
            // The kind of error alone: what it says may hold words of a person.
            log.LogWarning("The job \"{Job}\" of group {Group} failed and will be tried again: {Error}", name, store.Slug, error.GetType().Name);
        }
    }
}
