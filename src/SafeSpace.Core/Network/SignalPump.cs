using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.Data.Signals;

namespace SafeSpace.Core.Network;

/// <summary>Keeps open boards awake: a beat, what other nodes say, and a look at the store now and then, which cures what was missed.</summary>
public sealed class SignalPump(Stores stores)
{
    public static readonly TimeSpan BeatEvery = TimeSpan.FromSeconds(15);
    public static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(10);

    public Task RunAsync(CancellationToken stop) => Task.WhenAll(ListenAsync(stop), LookAsync(stop), BeatAsync(stop));

    private async Task ListenAsync(CancellationToken stop)
    {
        if (stores.Engine is PostgresEngine postgres)
            await postgres.Signals.ListenAsync((slug, version) => stores.OpenNow.FirstOrDefault(s => s.Slug == slug)?.Signals.Heard(version), stop);
    }

    private async Task BeatAsync(CancellationToken stop)
    {
        while (true)
        {
            await Task.Delay(BeatEvery, stop);
            foreach (var store in stores.OpenNow.Where(s => s.Signals.IsHeard))
                store.Signals.Beat();
        }
    }

    private async Task LookAsync(CancellationToken stop)
    {
        while (true)
        {
            await Task.Delay(LookEvery, stop);
            foreach (var store in stores.OpenNow.Where(s => s.IsAwake))
                await LookAsync(store);
        }
    }

    /// <summary>Asks the store itself how far it is, and what the group says of itself: another node may have changed either.</summary>
    public static async Task LookAsync(GroupStore store)
    {
        try
        {
            await using var db = await store.ReadAsync();
            store.Signals.Heard(await db.VersionAsync());
            if (await db.Profile.Select(p => p.Version).SingleAsync() != store.Profile.Version)
                await store.ReloadProfileAsync();
        }
        catch (Exception error) when (error is System.Data.Common.DbException || StoreTrouble.IsPassing(error))
        {
            // The database is away for a moment: the next look finds it again.
        }
    }
}
