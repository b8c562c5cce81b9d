using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.FollowUp;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Connections.Hospital;

/// <summary>A case is open again: nobody's turn to visit comes back for a stay that is over.</summary>
public sealed class HomeSince : IReopenStep
{
    public async Task LookAsync(Unit unit, PersonId person, List<Promise> promises, List<SupportTask> tasks)
    {
        var away = await unit.Db.HospitalStays.Where(s => s.PersonId == person && s.HomeAt == null).Select(s => s.Id).ToListAsync();
        promises.RemoveAll(p => p.ForId is { } stay && !away.Contains(stay));
    }
}
