using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.Register;
using SafeSpace.Core.Register.Duplicates;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.SocialValue;

/// <summary>When two records become one person, two stretches of a case may turn out to be one crisis: it stands in the log once.</summary>
public sealed class OneCrisis : IMergeStep
{
    public async Task AfterMoveAsync(Unit unit, PersonId person)
    {
        await unit.Db.SaveChangesAsync();
        var spells = await unit.Db.Spells.AsNoTracking().Where(s => s.PersonId == person).ToListAsync();
        var entries = await unit.Db.CrisisEntries.Where(e => e.PersonId == person && e.TakenBackAt == null && e.SpellId != null).ToListAsync();
        var places = entries.ToLookup(e => (spells.Find(s => s.Id == e.SpellId) ?? spells.Where(s => s.OpenedOn <= e.Day).MaxBy(s => s.OpenedOn))?.Id);
        foreach (var place in places.Where(p => p.Key is not null))
        {
            // What was logged goes before what was left out of the log, and the stretch's own entry before another's.
            var stands = place.OrderBy(e => e.Kind is null).ThenBy(e => e.SpellId != place.Key).ThenBy(e => e.Day).ThenBy(e => e.Id).First();
            foreach (var again in place.Where(e => e != stands))
                (again.TakenBackAt, again.SpellId) = (unit.Now, null);
            await unit.Db.SaveChangesAsync();
            stands.SpellId = place.Key;
        }
    }
}
