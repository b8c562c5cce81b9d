using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.Register;
using SafeSpace.Core.Register.Duplicates;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Diary;

/// <summary>Works out anew when a person was first really spoken with in the newest spell of their case.</summary>
public sealed class FirstAnswered : IMergeStep
{
    private static readonly ContactKind[] Answered = [.. Enum.GetValues<ContactKind>().Where(k => k.IsAnswered())];

    public async Task AfterMoveAsync(Unit unit, PersonId person)
    {
        await unit.Db.SaveChangesAsync();
        if (await CaseWriter.FindAsync(unit, person) is not { } @case || await CaseWriter.NewestSpellAsync(unit, person) is not { } spell)
            return;
        @case.FirstAnsweredAt = await unit.Db.Contacts
            .Where(c => c.PersonId == person && c.CorrectedById == null && Answered.Contains(c.Kind) && c.Day >= spell.OpenedOn)
            .OrderBy(c => c.At).Select(c => (DateTime?)c.At).FirstOrDefaultAsync();
    }
}
