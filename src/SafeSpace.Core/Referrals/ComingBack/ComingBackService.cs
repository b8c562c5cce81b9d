using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.Register;
using SafeSpace.Core.Register.Counting;
using SafeSpace.Core.Register.Duplicates;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Referrals.ComingBack;

public enum ComingBackResult
{
    TakenBack,

    /// <summary>Not agreed yet: nobody was turned away unseen, it is counted that they asked.</summary>
    Asked,

    /// <summary>Their case is open: it is the same crisis, and nothing has to be opened.</summary>
    OpenAlready,
    NoSuchPerson,

    /// <summary>Nobody referred them before: they are new here, and it takes a referral.</summary>
    NeverKnown,

    /// <summary>The same form came before, and it was said since that it was somebody else: it takes a new one.</summary>
    WasMistake,
}

public enum MistakenReturn
{
    /// <summary>It counts as nothing now; the case is as it was.</summary>
    Uncounted,

    /// <summary>They did not come back directly into the case that is open, or it is closed.</summary>
    NoneOpen,

    /// <summary>A team referred them meanwhile: there is a crisis.</summary>
    ReferredSince,
}

/// <summary>People who are known ring the desk and are taken back without a new referral, where the group and its referrers agreed to it.</summary>
public sealed class ComingBackService(GroupStore store)
{
    /// <param name="id">From the form: the same one twice is one return.</param>
    /// <param name="tellTeam">The person agrees that the team that referred them last is told.</param>
    public Task<ComingBackResult> ComeBackAsync(Guid id, PersonId person, bool tellTeam, string? words, Actor by) =>
        store.Write("PersonCameBack", by, async unit =>
        {
            if (await unit.Db.DirectReturns.FindAsync(id) is { } before)
                return before.Kind switch { ReturnKind.TakenBack => ComingBackResult.TakenBack, ReturnKind.Mistaken => ComingBackResult.WasMistake, _ => ComingBackResult.Asked };
            if (!await unit.Db.People.AnyAsync(p => p.Id == person && p.DiedAt == null))
                return ComingBackResult.NoSuchPerson;
            if (await CaseWriter.FindAsync(unit, person) is not { } @case)
                return ComingBackResult.NeverKnown;
            var agreed = await unit.Db.ComingBackAgreements.AnyAsync(a => a.Agreed);
            if (CountingRule.OfReturn(agreed, @case.State != CaseState.Closed) is not { } kind)
                return ComingBackResult.OpenAlready;
            var today = unit.Clock.DayOf(unit.Now);
            var last = await unit.Db.Referrals.Where(r => r.PersonId == person).OrderByDescending(r => r.Day).ThenByDescending(r => r.Order).FirstOrDefaultAsync();
            unit.Db.DirectReturns.Add(new DirectReturn
            {
                Id = id,
                PersonId = person,
                At = unit.Now,
                Day = today,
                Kind = kind,
                SpellId = kind == ReturnKind.TakenBack ? (await CaseWriter.OpenAsync(unit, person, today, last?.Team)).Id : null,
                TellTeam = tellTeam,
                Team = last?.Team,
                ReferrerId = last?.ReferrerId,
                ReferralId = last?.Id,
                Words = unit.Seal(person, ComingBackSets.Words, id, string.IsNullOrWhiteSpace(words) ? null : words),
                TakenById = by.Id,
                TakenByName = by.Name,
            });
            return kind == ReturnKind.TakenBack ? ComingBackResult.TakenBack : ComingBackResult.Asked;
        });

    /// <summary>
    /// It was somebody else: the return counts as nothing, and the stretch that began with it goes. What was logged and promised since stays where
    /// it is: a diary line about somebody else is put right by itself.
    /// </summary>
    /// <param name="answered">Works out anew when they were first talked with.</param>
    public Task<MistakenReturn> MistakenAsync(PersonId person, IMergeStep answered, Actor by, string? why) => store.Write("ReturnWasMistake", by, async unit =>
    {
        if (await CaseWriter.NewestSpellAsync(unit, person) is not { ClosedOn: null } spell
            || await unit.Db.DirectReturns.SingleOrDefaultAsync(r => r.SpellId == spell.Id && r.Kind == ReturnKind.TakenBack) is not { } back)
            return MistakenReturn.NoneOpen;
        if (await unit.Db.Referrals.AnyAsync(r => r.SpellId == spell.Id))
            return MistakenReturn.ReferredSince;
        (back.Kind, back.SpellId, back.Words) = (ReturnKind.Mistaken, null, null); // what they said is somebody else's
        unit.Db.Spells.Remove(spell);
        await CaseWriter.RefreshAsync(unit, person);
        await answered.AfterMoveAsync(unit, person);
        return MistakenReturn.Uncounted;
    }, why);

    /// <summary>The team was told that they came back. The first to say so is who told them.</summary>
    /// <returns>False when there is no such return, or nobody is to be told of it.</returns>
    public Task<bool> ToldAsync(Guid id, Actor by) => store.Write("TeamTold", by, async unit =>
    {
        if (await unit.Db.DirectReturns.FindAsync(id) is not { TellTeam: true, Kind: ReturnKind.TakenBack } back)
            return false;
        if (back.ToldAt is null)
            (back.ToldAt, back.ToldByName) = (unit.Now, by.Name);
        return true;
    });

    /// <param name="seen">The version the form was filled in on; null where nothing was said yet.</param>
    /// <exception cref="StaleVersionException">Somebody else was quicker.</exception>
    public Task AgreeAsync(bool agreed, DateOnly? on, string? with, Guid? seen, Actor by) =>
        store.Write("ComingBackAgreed", by, async unit =>
        {
            var row = await unit.Db.ComingBackAgreements.SingleOrDefaultAsync();
            if (row is not null && row.Version != seen)
                throw new StaleVersionException();
            if (row is null)
                unit.Db.ComingBackAgreements.Add(row = new ComingBackAgreement());
            (row.Agreed, row.AgreedOn, row.AgreedWith) = (agreed, on, string.IsNullOrWhiteSpace(with) ? null : with.Trim());
        });
}
