using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Network.Backup;

/// <summary>Says of one try at a time that it is ours, and how it ended: several nodes look after the same groups.</summary>
internal sealed class CareRuns(Stores stores)
{
    /// <summary>A try that failed, or of which nothing more was heard, is made again after this time.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromHours(1);

    /// <summary>Copies that are there, newest first.</summary>
    public async Task<IReadOnlyList<CareRun>> KeptAsync(string slug)
    {
        await using var network = await stores.NetworkAsync();
        return await network.CareRuns.AsNoTracking()
            .Where(r => r.Slug == slug && r.Kind == CareKind.Copy && r.EndedAt != null && r.Problem == null && r.RemovedAt == null)
            .OrderByDescending(r => r.StartedAt).ToListAsync();
    }

    public async Task<CareRun?> LastAsync(string slug, CareKind kind)
    {
        await using var network = await stores.NetworkAsync();
        return await network.CareRuns.AsNoTracking().Where(r => r.Slug == slug && r.Kind == kind).OrderByDescending(r => r.Night).ThenByDescending(r => r.Try).FirstOrDefaultAsync();
    }

    /// <summary>Null when it was done in that night, is being done, failed a moment ago, or another node was quicker.</summary>
    public async Task<CareRun?> ClaimAsync(GroupStore store, CareKind kind, DateOnly night)
    {
        var now = store.Clock.Now;
        await using var network = await stores.NetworkAsync();
        var before = await network.CareRuns.AsNoTracking().Where(r => r.Slug == store.Slug && r.Kind == kind && r.Night == night).ToListAsync();
        if (before.Any(r => r.WentWell || now - r.StartedAt < Pause))
            return null;
        var run = new CareRun { Id = Ids.New(), Slug = store.Slug, Kind = kind, Night = night, Try = before.Count + 1, StartedAt = now };
        network.CareRuns.Add(run);
        try
        {
            await network.SaveChangesAsync();
            return run;
        }
        catch (DbUpdateException) when (before.Count < network.CareRuns.Count(r => r.Slug == store.Slug && r.Kind == kind && r.Night == night))
        {
            return null;
        }
    }

    public async Task SaveAsync(CareRun run)
    {
        await using var network = await stores.NetworkAsync();
        network.CareRuns.Update(run);
        await network.SaveChangesAsync();
    }

    /// <summary>What is told of a failure: our own sentences whole, of anything else its kind alone.</summary>
    public static string Sentence(Exception error) => error switch
    {
        SafeSpaceException => error.Message,
        IOException or UnauthorizedAccessException => $"The file could not be written or read: {error.Message}",
        _ => $"It failed: {error.GetType().Name}.",
    };
}
