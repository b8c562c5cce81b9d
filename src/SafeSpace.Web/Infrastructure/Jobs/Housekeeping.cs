using SafeSpace.Core.Data;
using SafeSpace.Core.Network;

namespace SafeSpace.Web.Infrastructure.Jobs;

/// <summary>
/// Runs the jobs of groups, each when its time has come. A job that fails is logged by its name and tried again.
/// When the application stops, the end of every open chain is kept.
/// </summary>
internal sealed class Housekeeping(Stores stores, IEnumerable<GroupJob> jobs, JobDiary diary, TimeProvider time, ILogger<Housekeeping> log) : BackgroundService
{
    public static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan WakeEvery = TimeSpan.FromMinutes(10);

    private readonly IReadOnlyList<GroupJob> jobs = [.. jobs];
    private readonly Dictionary<(string Slug, string Job), DateTimeOffset> ran = [];
    private DateTimeOffset woken;

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
            await RunDueAsync(store, j => j.Prompt || store.IsAwake, stopping);
        await WakeAsync(stopping);
    }

    private async Task RunDueAsync(GroupStore store, Func<GroupJob, bool> which, CancellationToken stopping)
    {
        foreach (var job in jobs.Where(j => which(j) && IsDue(store.Slug, j)))
        {
            if (stopping.IsCancellationRequested)
                return;
            await TryAsync(store, job.Name, job.Run);
        }

        if (!store.IsAwake)
            store.Rest();
    }

    /// <summary>Groups nobody uses just now: their stores are opened for it, and rest again.</summary>
    private async Task WakeAsync(CancellationToken stopping)
    {
        var now = time.GetUtcNow();
        if (now - woken < WakeEvery)
            return;
        woken = now;
        foreach (var slug in await AsleepAsync())
            if (!stopping.IsCancellationRequested)
                await WakeAsync(slug, stopping);
    }

    private async Task<IReadOnlyList<string>> AsleepAsync()
    {
        try
        {
            return [.. (await stores.ListAsync()).Select(g => g.Slug).Except(stores.OpenNow.Where(s => s.IsAwake).Select(s => s.Slug))];
        }
        catch (Exception error)
        {
            log.LogWarning("Groups nobody uses just now could not be looked after: {Error}", error.GetType().Name);
            return [];
        }
    }

    /// <summary>A store that cannot be opened keeps no other from being looked after.</summary>
    private async Task WakeAsync(string slug, CancellationToken stopping)
    {
        try
        {
            if (await stores.FindAsync(slug) is { } store)
                await RunDueAsync(store, _ => true, stopping);
        }
        catch (Exception error)
        {
            log.LogWarning("The store of group {Group}, which nobody uses just now, could not be opened: {Error}", slug, error.GetType().Name);
        }
    }

    /// <summary>Asked once a round: it then counts as done.</summary>
    private bool IsDue(string slug, GroupJob job)
    {
        var now = time.GetUtcNow();
        if (ran.TryGetValue((slug, job.Name), out var last) && now - last < job.Every)
            return false;
        ran[(slug, job.Name)] = now;
        return true;
    }

    private async Task TryAsync(GroupStore store, string name, Func<GroupStore, Task> run)
    {
        try
        {
            await run(store);
            diary.Note(store.Slug, name, null);
        }
        catch (Exception error)
        {
            diary.Note(store.Slug, name, error.GetType().Name);
            // The kind of error alone: what it says may hold words of a person.
            log.LogWarning("The job \"{Job}\" of group {Group} failed and will be tried again: {Error}", name, store.Slug, error.GetType().Name);
        }
    }
}
