using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SafeSpace.Core.Data;
using SafeSpace.Core.Network;
using SafeSpace.Core.Network.Backup;

namespace SafeSpace.Web.Infrastructure.Jobs;

/// <summary>How the copies of the group that is looked at stand.</summary>
public sealed class StoreCare(Stores stores, GroupStore store, IOptions<CopyPlan> plan)
{
    public async Task<CareState> ReadAsync()
    {
        await using var network = await stores.NetworkAsync();
        var runs = await network.CareRuns.AsNoTracking().Where(r => r.Slug == store.Slug).OrderByDescending(r => r.StartedAt).ToListAsync();
        var since = await network.Groups.Where(g => g.Slug == store.Slug).Select(g => g.AddedAt).SingleAsync();
        return new CareState(
            [.. runs.Where(r => r.Kind == CareKind.Copy)],
            [.. runs.Where(r => r.Kind == CareKind.Drill)],
            plan.Value.Nightly && !store.Profile.IsDemonstration,
            since,
            store.Clock.Now);
    }
}
