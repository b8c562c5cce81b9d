using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.Import.Rows;
using SafeSpace.Core.Referrals;
using SafeSpace.Core.Register;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Import.Bringing;

/// <summary>New referrals of somebody the register holds already: their kinds and spells are worked out anew with those before.</summary>
internal sealed class KnownPersonRows(Unit unit, Guid run, GroupWords words)
{
    public async Task WriteAsync(PersonRows rows, PersonId person)
    {
        var make = new ReferralRows(unit, words);
        await FillAsync(rows, person);
        var @case = await CaseAsync(person);
        foreach (var standing in rows.Rows)
        {
            var row = (RegisterRow)standing.Row;
            var (referral, factors) = make.Make(row, person, standing.Order);
            // A spell of its own tells the counting rule when the row closed; the recount joins those that are one.
            var spell = new Spell { Id = SpellId.New(), CaseId = @case.Id, PersonId = person, OpenedOn = row.ReferredOn, ClosedOn = row.ClosedOn };
            if (NewPeopleRows.SaysSteppedDown(row))
                spell.SteppedDownOn = unit.Clock.DayOf(unit.Now);
            referral.SpellId = spell.Id;
            unit.Db.Spells.Add(spell);
            unit.Db.Referrals.Add(referral);
            unit.Db.Factors.AddRange(factors);
            unit.Db.BroughtInRows.Add(standing.Mark(run, referral.Id.Value));
        }

        await Recount.OfAsync(unit, person);
    }

    private async Task FillAsync(PersonRows rows, PersonId id)
    {
        var person = await unit.Db.PeopleWithMerged.SingleAsync(p => p.Id == id);
        var phones = await unit.Db.Phones.Where(p => p.PersonId == id).ToListAsync();
        var known = PersonDetails.Of(person, phones, unit.Store.Vault);
        var filled = PeopleOfRows.Fill(known, rows.Person, rows.Registers);
        if (filled != known)
            await PersonWriter.ChangeAsync(unit, person, filled);
    }

    private async Task<Case> CaseAsync(PersonId person)
    {
        if (await CaseWriter.FindAsync(unit, person) is { } known)
            return known;
        var @case = new Case { Id = CaseId.New(), PersonId = person };
        unit.Db.Cases.Add(@case);
        return @case;
    }
}
