using SafeSpace.Core.Data;
using SafeSpace.Core.FollowUp;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Desk.Directing;

/// <summary>A case is open again: what was a peer's whom they must be kept apart from by now, or who may not see them, is anybody's.</summary>
public sealed class PartedSince : IReopenStep
{
    public async Task LookAsync(Unit unit, PersonId person, List<Promise> promises, List<SupportTask> tasks)
    {
        var may = await WhoMayRing.ReadAsync(unit.Db, person);
        foreach (var promise in promises.Where(p => p.PeerId is { } peer && !may.May(peer)))
            promise.PeerId = null;
        foreach (var task in tasks.Where(t => t.PeerId is { } peer && !may.May(peer)))
            task.PeerId = null;
    }
}
