using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Register.Duplicates;

/// <summary>Who was added or changed since likes were last looked for.</summary>
internal static class PairQueue
{
    public static async Task AddAsync(Unit unit, PersonId person)
    {
        if (unit.Db.PairsToLook.Local.FindEntry(person) is not null)
            return; // in this very unit
        var mark = Ids.New();
        // Not by the tracked row: whoever looks may take it away in this moment, and that is no reason to refuse what somebody saves.
        if (await unit.Db.PairsToLook.Where(p => p.PersonId == person).ExecuteUpdateAsync(s => s.SetProperty(p => p.Mark, mark)) == 0)
            unit.Db.PairsToLook.Add(new PairToLook { PersonId = person });
    }
}
