using SafeSpace.Core.Network;

namespace SafeSpace.Web.Infrastructure;

/// <summary>
/// Looks at the start whether the stores of all groups can be opened, and says in the log which cannot. A program whose stores were not
/// brought forward, or that lacks their keys, must not look ready. One group's trouble keeps no other from being served.
/// </summary>
public sealed class StoresAtStart(Stores stores, ILogger<StoresAtStart> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private readonly HashSet<string> told = [];

    /// <summary>Null until it is known. While none can be opened they are looked at again: a key may come, a database wake.</summary>
    public bool? CanServe { get; private set; }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (CanServe is not true && !stoppingToken.IsCancellationRequested)
        {
            try
            {
                CanServe = await LookAsync(stoppingToken) ?? CanServe;
            }
            catch (Exception error) when (error is not OutOfMemoryException)
            {
                if (told.Add(""))
                    log.LogWarning("The list of groups cannot be read and is asked for again: {Error}", error.GetType().Name);
            }

            if (CanServe is not true)
                await Task.Delay(Pause, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<bool?> LookAsync(CancellationToken stopping)
    {
        var (groups, shut) = (await stores.ListAsync(), 0);
        foreach (var group in groups)
        {
            if (stopping.IsCancellationRequested)
                return null;
            if (await WhyShutAsync(group.Slug) is not { } problem)
                continue;
            shut++;
            if (told.Add(problem))
                log.LogError("{Problem}", problem);
        }

        return groups.Count == 0 || shut < groups.Count;
    }

    private async Task<string?> WhyShutAsync(string slug)
    {
        try
        {
            return await stores.WhyShutAsync(slug);
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            return $"The store of \"{slug}\" could not be opened: {error.GetType().Name}.";
        }
    }
}
