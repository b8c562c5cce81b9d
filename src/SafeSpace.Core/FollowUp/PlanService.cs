using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.Diary;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.FollowUp;

public enum PlanResult
{
    Saved,

    /// <summary>The same words as before: nothing was written.</summary>
    NothingNew,

    /// <summary>Somebody saved another version meanwhile: both are shown, and the one who comes second decides.</summary>
    SomebodyElse,
    NoSuchPerson,
}

/// <summary>Plans in people's own words. Each save is a version; nothing that was ever written is lost.</summary>
public sealed class PlanService(GroupStore store)
{
    /// <param name="seen">The version the words were written on; null when there was none.</param>
    /// <param name="words">By the code of the heading; empty ones are left out.</param>
    /// <param name="id">The id the form gave: sent twice, it is one version.</param>
    public Task<PlanResult> SaveAsync(PersonId person, Guid? seen, IReadOnlyDictionary<string, string> words, bool byThePerson, Actor by, Guid id) =>
        store.Write("PlanSaved", by, async unit =>
        {
            if (await unit.Db.PlanVersions.FindAsync(id) is not null)
                return PlanResult.Saved;
            if (await ContactWriter.StandingAsync(unit, person) is not { } standing)
                return PlanResult.NoSuchPerson;
            await unit.AloneAsync();
            var newest = await NewestAsync(unit.Db, standing);
            if (newest?.Id != seen)
                return PlanResult.SomebodyElse;
            var written = words.Where(w => !string.IsNullOrWhiteSpace(w.Value)).ToDictionary(w => w.Key, w => w.Value.Trim());
            var before = PlanWords.Read(newest is null ? null : unit.Open(PlanWords.Column, newest.Id, newest.Words));
            if (written.Count == before.Count && written.All(w => before.TryGetValue(w.Key, out var old) && old == w.Value))
                return PlanResult.NothingNew;
            unit.Db.PlanVersions.Add(new PlanVersion
            {
                Id = id,
                PersonId = standing,
                MadeAt = unit.Now,
                MadeById = unit.By.Id,
                ByThePerson = byThePerson,
                Words = PlanWords.Seal(unit, standing, id, written),
            });
            return PlanResult.Saved;
        });

    public static Task<PlanVersion?> NewestAsync(GroupDb db, PersonId person) =>
        db.PlanVersions.AsNoTracking().Where(v => v.PersonId == person).OrderByDescending(v => v.MadeAt).ThenByDescending(v => v.Id).FirstOrDefaultAsync();
}
