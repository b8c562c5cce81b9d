using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.Diary;
using SafeSpace.Core.Import.Rows;
using SafeSpace.Core.Referrals;
using SafeSpace.Core.Register;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Import.Bringing;

/// <summary>Rows edited since they were brought in: what the sheet says beside what we have. A row that says nothing else by now is left out.</summary>
internal sealed class ChangedRows(GroupStore store, GroupDb db, GroupWords words, RegistersIn registers)
{
    private readonly RowDifferences differences = new(store, words);

    public async Task<IReadOnlyList<ChangedRow>> CompareAsync(IReadOnlyList<StandingRow> edited)
    {
        var changed = new List<ChangedRow>();
        foreach (var row in edited.OrderBy(r => r.Place.File, StringComparer.Ordinal).ThenBy(r => r.Place.Sheet, StringComparer.Ordinal).ThenBy(r => r.Place.Row))
        {
            if ((row.Row is DiaryRow ? await DiaryAsync(row) : await RegisterAsync(row)) is { What.Count: > 0 } found)
                changed.Add(found);
        }

        return changed;
    }

    private async Task<ChangedRow?> DiaryAsync(StandingRow standing)
    {
        var row = (DiaryRow)standing.Row;
        var id = new ContactId(standing.Before!.TargetId);
        var contact = await db.Contacts.AsNoTracking().SingleOrDefaultAsync(c => c.Id == id);
        while (contact?.CorrectedById is { } newer)
            contact = await db.Contacts.AsNoTracking().SingleOrDefaultAsync(c => c.Id == newer);
        if (contact is null || registers.RecordOf(standing.Person!) is not { } person)
            return null;
        var whose = await ReferencesAsync(contact.PersonId, person);
        return Changed(standing, person, contact.Id.Value, whose.Now, differences.Of(row, contact, whose.Now, whose.Sheet), null, row);
    }

    private async Task<ChangedRow?> RegisterAsync(StandingRow standing)
    {
        var row = (RegisterRow)standing.Row;
        var id = new ReferralId(standing.Before!.TargetId);
        if (await db.Referrals.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id) is not { } referral)
            return null;
        var person = await db.PeopleWithMerged.AsNoTracking().SingleAsync(p => p.Id == referral.PersonId);
        var phones = await db.Phones.AsNoTracking().Where(p => p.PersonId == person.Id).ToListAsync();
        var factors = await db.Factors.AsNoTracking()
            .Where(f => f.ReferralId == id.Value && f.SeenBy == SeenBy.Referrer && f.TakenBackAt == null).Select(f => f.Factor).ToListAsync();
        var closed = await db.Spells.AsNoTracking().Where(s => s.Id == referral.SpellId).Select(s => s.ClosedOn).SingleOrDefaultAsync();
        var what = differences.Of(row, referral, factors, closed).Concat(differences.Of(row, PersonDetails.Of(person, phones, store.Vault)));
        return Changed(standing, person.Id, referral.Id.Value, person.Reference, [.. what], row, null);
    }

    private async Task<(string Now, string Sheet)> ReferencesAsync(PersonId? now, PersonId sheet)
    {
        var found = await db.PeopleWithMerged.AsNoTracking().Where(p => p.Id == now || p.Id == sheet).ToDictionaryAsync(p => p.Id, p => p.Reference);
        return (now is { } id ? found[id] : "", found[sheet]);
    }

    private static string WasOf(BroughtInRow before) => Convert.ToHexStringLower(before.KeyHash) + Convert.ToHexStringLower(before.RowHash);

    private static ChangedRow Changed(StandingRow standing, PersonId person, Guid target, string reference, IReadOnlyList<Difference> what, RegisterRow? register, DiaryRow? diary) =>
        new(standing.Place.File, standing.Place.Sheet, standing.Place.Row, reference, person.Value, target, WasOf(standing.Before!), what, register, diary);
}
