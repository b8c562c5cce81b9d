using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.Diary;
using SafeSpace.Core.Import.Rows;
using SafeSpace.Core.Import.Whose;
using SafeSpace.Core.Referrals;
using SafeSpace.Core.Register;
using SafeSpace.Core.Register.Matching.Details;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Import.Bringing;

/// <summary>Sets right what a row became, because a person said so: a contact by a correction, a referral and its person by a change. All of it is recorded.</summary>
public sealed class ChangesApplied(GroupStore store)
{
    /// <returns>The rows as given, those that were set right marked so. One that was set right before is left as it is.</returns>
    public async Task<IReadOnlyList<ChangedRow>> ApplyAsync(IReadOnlyList<ChangedRow> rows, Guid run, Actor by)
    {
        var words = await TakeWordsAsync(rows, by);
        var applied = new List<ChangedRow>(rows.Count);
        foreach (var row in rows)
        {
            var done = await store.Write("EditedRowApplied", by, unit => ApplyAsync(unit, row, run, words), $"The sheet was edited: {row.File} {row.Sheet}, row {row.Row}.");
            applied.Add(row with { Applied = row.Applied || done });
        }

        return applied;
    }

    private async Task<GroupWords> TakeWordsAsync(IReadOnlyList<ChangedRow> rows, Actor by)
    {
        await using var db = await store.ReadAsync();
        var words = await GroupWords.ReadAsync(db);
        foreach (var row in rows.Select(r => r.Register).OfType<RegisterRow>())
        {
            words.Take(GroupList.ReferringTeam, row.Team);
            foreach (var factor in row.Factors.Concat(row.UnknownFactors))
                words.Take(GroupList.Factor, factor);
        }

        await words.SaveAsync(store, by);
        return words;
    }

    private static async Task<bool> ApplyAsync(Unit unit, ChangedRow changed, Guid run, GroupWords words)
    {
        var half = changed.Was.Length / 2;
        var (key, hash) = (Convert.FromHexString(changed.Was[..half]), Convert.FromHexString(changed.Was[half..]));
        if (await unit.Db.BroughtInRows.SingleOrDefaultAsync(r => r.KeyHash == key && r.RowHash == hash) is not { } mark)
            return false;
        BookRecord row = changed.Register is { } register ? register : changed.Diary!;
        var target = changed.Register is not null
            ? await ReferralAsync(unit, changed.Register, new ReferralId(changed.Target), words)
            : await ContactAsync(unit, changed.Diary!, new ContactId(changed.Target), new PersonId(changed.Person), run);
        if (target is not { } id)
            return false;
        unit.Db.BroughtInRows.Remove(mark);
        unit.Db.BroughtInRows.Add(new BroughtInRow { KeyHash = RowKeys.Of(row), RowHash = RowKeys.HashOf(row), RunId = run, TargetId = id, Source = RowKeys.SourceOf(changed.Place()), Row = changed.Row });
        return true;
    }

    private static async Task<Guid?> ContactAsync(Unit unit, DiaryRow row, ContactId wrong, PersonId person, Guid run)
    {
        if (await unit.Db.Contacts.SingleOrDefaultAsync(c => c.Id == wrong) is not { CorrectedById: null } old)
            return null;
        var right = new DiaryRows(unit, run).Make(row, person);
        right.CorrectsId = old.Id;
        (right.PeerId, right.PeerName) = old.PeerId is { } peer ? (peer, null) : ((UserId?)null, right.PeerName);
        unit.Db.Contacts.Add(right);
        old.CorrectedById = right.Id;
        await FirstAnsweredOfMany.RefreshAsync(unit, [.. new[] { old.PersonId, right.PersonId }.OfType<PersonId>().Distinct()]);
        return right.Id.Value;
    }

    private static async Task<Guid?> ReferralAsync(Unit unit, RegisterRow row, ReferralId id, GroupWords words)
    {
        if (await unit.Db.Referrals.SingleOrDefaultAsync(r => r.Id == id) is not { } referral)
            return null;
        var (right, _) = new ReferralRows(unit, words).Make(row, referral.PersonId, 0);
        var (codes, unkept) = ReferralRows.FactorsOf(row, words);
        if (referral.Day != right.Day)
            referral.Order = right.Order + (referral.Order % TimeSpan.TicksPerDay);
        if (referral.Day != right.Day || row.ReferredAt is not null)
            (referral.ReceivedAt, referral.DecidedAt) = (right.ReceivedAt, referral.DecidedAt == referral.ReceivedAt ? right.DecidedAt : referral.DecidedAt);
        (referral.Team, referral.HowSoon) = (right.Team, right.HowSoon);
        referral.HowSoonWords = Reseal(unit, referral, ReferralWords.HowSoonWords, referral.HowSoonWords, row.UrgencyAsTyped);
        referral.ToldUs = Reseal(unit, referral, ReferralWords.ToldUs, referral.ToldUs, ReferralRows.ToldUsOf(row, unkept, words));
        await SpellAsync(unit, row, referral);
        referral.Day = right.Day;
        await FactorsAsync(unit, referral, codes);
        await PersonAsync(unit, row, referral.PersonId);
        await Recount.OfAsync(unit, referral.PersonId);
        await FirstAnsweredOfMany.RefreshAsync(unit, [referral.PersonId]);
        return id.Value;
    }

    /// <summary>The same words stay sealed as they are: sealing them anew would look like a change.</summary>
    private static Sealed? Reseal(Unit unit, Referral referral, string column, Sealed? now, string? words) =>
        (unit.Open(column, referral.RowId, now) ?? "") == (words ?? "") ? now : unit.Seal(referral.PersonId, column, referral.RowId, words);

    private static async Task SpellAsync(Unit unit, RegisterRow row, Referral referral)
    {
        if (await unit.Db.Spells.SingleOrDefaultAsync(s => s.Id == referral.SpellId) is not { } spell)
            return;
        if (spell.OpenedOn == referral.Day)
            spell.OpenedOn = row.ReferredOn;
        spell.ClosedOn = row.ClosedOn;
    }

    private static async Task FactorsAsync(Unit unit, Referral referral, IReadOnlyList<string> codes)
    {
        var now = await unit.Db.Factors.Where(f => f.ReferralId == referral.Id.Value && f.SeenBy == SeenBy.Referrer && f.TakenBackAt == null).ToListAsync();
        foreach (var gone in now.Where(f => !codes.Contains(f.Factor)))
            gone.TakenBackAt = unit.Now;
        unit.Db.Factors.AddRange(codes.Except(now.Select(f => f.Factor)).Select(code => ReferralRows.Factor(referral, code)));
    }

    private static async Task PersonAsync(Unit unit, RegisterRow row, PersonId id)
    {
        var person = await unit.Db.PeopleWithMerged.SingleAsync(p => p.Id == id);
        var phones = await unit.Db.Phones.Where(p => p.PersonId == id).ToListAsync();
        var known = PersonDetails.Of(person, phones, unit.Store.Vault);
        var otherName = row.HasName && NameFold.Exact(row.Given, row.Surname) != NameFold.Exact(person.GivenName, person.Surname);
        var numbers = known.Phones.Select(p => PhoneKeys.Normalise(p.Number, unit.Store.Profile.Region)).ToHashSet();
        var newNumbers = row.Phones.Where(p => !numbers.Contains(PhoneKeys.Normalise(p, unit.Store.Profile.Region))).Select(p => new PhoneDetails(p)).ToList();
        await PersonWriter.ChangeAsync(unit, person, known with
        {
            GivenName = otherName ? row.Given : known.GivenName,
            Surname = otherName ? row.Surname : known.Surname,
            DateOfBirth = row.BornOn ?? known.DateOfBirth,
            Gender = row.Gender ?? known.Gender,
            Address = row.Address ?? known.Address,
            Postcode = row.Postcode ?? known.Postcode,
            Phones = newNumbers.Count == 0 ? known.Phones : [.. newNumbers, .. known.Phones],
        });
    }
}
