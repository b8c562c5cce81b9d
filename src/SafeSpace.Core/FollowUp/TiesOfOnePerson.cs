using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.Register.Duplicates;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.FollowUp;

/// <summary>Nobody is claimed by two peers at once: when two records become one, the kept record's peer goes on.</summary>
public sealed class TiesOfOnePerson : IMergeStep
{
    public async Task BeforeMoveAsync(Unit unit, PersonId kept, PersonId gone)
    {
        var held = await unit.Db.PeerTies.Where(t => t.PersonId == kept && t.Until == null).Select(t => t.Kind).ToListAsync();
        foreach (var tie in await unit.Db.PeerTies.Where(t => t.PersonId == gone && t.Until == null && held.Contains(t.Kind)).ToListAsync())
            tie.Until = unit.Now;
    }
}
