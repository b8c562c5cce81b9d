using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.Diary;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.FollowUp;

/// <summary>The rhythm of calls agreed with somebody who is stepped down. A new one takes the place of the old, which stays readable.</summary>
public sealed class RhythmService(GroupStore store)
{
    public const string Words = "rhythm.words";

    /// <summary>Nobody is rung less often than this and still called stepped down.</summary>
    public const int MostDays = 92;

    /// <param name="everyDays">1 to 92, or null when it is said in words alone.</param>
    /// <param name="seen">The version the form showed; null when none was agreed.</param>
    /// <exception cref="StaleVersionException">Somebody agreed another meanwhile.</exception>
    /// <returns>False when there is no such person.</returns>
    public Task<bool> AgreeAsync(PersonId person, int? everyDays, string? words, Guid? seen, Actor by) =>
        store.Write("RhythmAgreed", by, async unit =>
        {
            if (await ContactWriter.StandingAsync(unit, person) is not { } standing)
                return false;
            var old = await OldAsync(unit, standing, seen);
            var said = string.IsNullOrWhiteSpace(words) ? null : words.Trim();
            if (old is not null && old.EveryDays == everyDays && unit.Open(Words, old.Id, old.Words) == said)
                return true;
            End(unit, old);
            var rhythm = new Rhythm { Id = Ids.New(), PersonId = standing, EveryDays = everyDays, MadeAt = unit.Now, MadeById = unit.By.Id };
            rhythm.Words = unit.Seal(standing, Words, rhythm.Id, said);
            unit.Db.Rhythms.Add(rhythm);
            return true;
        });

    /// <summary>No rhythm any more. The person stays on the step-down list: ending a rhythm ends nothing else.</summary>
    public Task<bool> EndAsync(PersonId person, Guid? seen, Actor by) =>
        store.Write("RhythmEnded", by, async unit =>
        {
            if (await ContactWriter.StandingAsync(unit, person) is not { } standing)
                return false;
            End(unit, await OldAsync(unit, standing, seen));
            return true;
        });

    public static Task<Rhythm?> OfAsync(GroupDb db, PersonId person) =>
        db.Rhythms.AsNoTracking().Where(r => r.PersonId == person && r.EndedAt == null).OrderByDescending(r => r.MadeAt).FirstOrDefaultAsync();

    private static async Task<Rhythm?> OldAsync(Unit unit, PersonId person, Guid? seen)
    {
        var old = await unit.Db.Rhythms.Where(r => r.PersonId == person && r.EndedAt == null).OrderByDescending(r => r.MadeAt).FirstOrDefaultAsync();
        return old?.Version == seen ? old : throw new StaleVersionException();
    }

    private static void End(Unit unit, Rhythm? rhythm) => rhythm?.EndedAt = unit.Now;
}
