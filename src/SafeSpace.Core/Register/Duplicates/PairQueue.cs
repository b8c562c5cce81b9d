using SafeSpace.Core.Data;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Register.Duplicates;

/// <summary>Who was added or changed since likes were last looked for.</summary>
internal static class PairQueue
{
    public static async Task AddAsync(Unit unit, PersonId person)
    {
        if (await unit.Db.PairsToLook.FindAsync(person) is { } waiting)
            waiting.Mark = Ids.New();
        else
            unit.Db.PairsToLook.Add(new PairToLook { PersonId = person });
    }
}
