using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SafeSpace.Core.Data;
using SafeSpace.Core.Network;
using SafeSpace.Core.Network.Backup;

namespace SafeSpace.Web.Infrastructure.Jobs;

/// <summary>How the copies of the group that is looked at stand.</summary>
public sealed class StoreCare(Stores stores, GroupStore store, IOptions<CopyPlan> plan)
{
    /// <summary>So many tries are shown of each kind: years of them cost the page no more than a fortnight.</summary>
    private const int Most = 14;

    public async Task<CareState> ReadAsync()
    {
        await using var network = await stores.NetworkAsync();
        var since = await network.Groups.Where(g => g.Slug == store.Slug).Select(g => g.AddedAt).SingleAsync();
        return new CareState(
            await LastAsync(Of(CareKind.Copy), Most),
            await LastAsync(Good(), 1) is [var newest] ? newest : null,
            await Good().CountAsync(r => r.RemovedAt == null),
            await LastAsync(Of(CareKind.Drill), Most),
            plan.Value.Nightly && !store.Profile.IsDemonstration,
            since,
            store.Clock.Now);

        IQueryable<CareRun> Of(CareKind kind) => network.CareRuns.AsNoTracking().Where(r => r.Slug == store.Slug && r.Kind == kind);

        IQueryable<CareRun> Good() => Of(CareKind.Copy).Where(r => r.EndedAt != null && r.Problem == null);
    }

    private static Task<List<CareRun>> LastAsync(IQueryable<CareRun> runs, int most) =>
        runs.OrderByDescending(r => r.Night).ThenByDescending(r => r.Try).Take(most).ToListAsync();
}
