using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.Register;
using SafeSpace.Core.Register.Counting;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Referrals;

/// <summary>Writes a decision on a referral, and what follows for the spell it began.</summary>
internal static class Deciding
{
    private static readonly Dictionary<ReferralOutcome, string> CloseReasons = new()
    {
        [ReferralOutcome.PointedElsewhere] = "pointed_elsewhere",
        [ReferralOutcome.NotNow] = "not_now",
    };

    public static async Task ApplyAsync(Unit unit, Referral referral, DecisionDetails decision)
    {
        referral.Outcome = decision.Outcome;
        referral.OutcomeReason = decision.Outcome == ReferralOutcome.TakenOn || string.IsNullOrEmpty(decision.Reason) ? null : decision.Reason;
        referral.OutcomeWords = unit.Seal(referral.PersonId, ReferralWords.OutcomeWords, referral.RowId, Clean(decision.Words));
        (referral.DecidedById, referral.DecidedByName, referral.DecidedAt) = (unit.By.Id, unit.By.Name, unit.Now);
        if (Clean(decision.TalkedWith) is { } talkedWith)
            (referral.TalkedWith, referral.TalkedAt) = (talkedWith, decision.TalkedAt ?? unit.Now);
        if (decision.Outcome == ReferralOutcome.TakenOn && referral.TalkedWith is null)
            throw new InvalidOperationException("Taking somebody on needs whom it was talked through with.");
        if (referral.SpellId is not { } id || await unit.Db.Spells.FindAsync(id) is not { } spell)
            return;
        if (decision.Outcome == ReferralOutcome.TakenOn)
            await TakeOnAsync(unit, referral, spell);
        else
            await LetGoAsync(unit, referral, spell, CloseReasons[decision.Outcome]);
    }

    /// <summary>What a "no" closed goes on as if it had not been; somebody who was stepped down and rang again is open again.</summary>
    private static async Task TakeOnAsync(Unit unit, Referral referral, Spell spell)
    {
        if (spell.ClosedOn is not null && CloseReasons.ContainsValue(spell.CloseReason ?? "") && Opens(referral)
            && !await unit.Db.Spells.AnyAsync(s => s.PersonId == referral.PersonId && s.ClosedOn == null))
            (spell.ClosedOn, spell.CloseReason) = (null, null);
        if (spell.ClosedOn is null)
            spell.SteppedDownOn = null;
        await CaseWriter.RefreshAsync(unit, referral.PersonId);
    }

    /// <summary>
    /// A "no" closes the spell that this referral began, or made go on, unless another referral stands in it that nobody said no to.
    /// Whoever was taken on before the spell went on does not keep it open.
    /// </summary>
    private static async Task LetGoAsync(Unit unit, Referral referral, Spell spell, string reason)
    {
        if (spell.ClosedOn is not null || !Opens(referral))
            return;
        var others = await unit.Db.Referrals.AnyAsync(r =>
            r.SpellId == spell.Id && r.Id != referral.Id && (!referral.Reopened || r.Order > referral.Order) && (r.Outcome == ReferralOutcome.Waiting || r.Outcome == ReferralOutcome.TakenOn));
        if (others)
            return;
        var today = unit.Clock.DayOf(unit.Now);
        spell.ClosedOn = today < spell.OpenedOn ? spell.OpenedOn : today;
        spell.CloseReason = reason;
        await CaseWriter.RefreshAsync(unit, referral.PersonId);
    }

    private static bool Opens(Referral referral) => referral.Kind != ReferralKind.Double || referral.Reopened;

    private static string? Clean(string? words) => string.IsNullOrWhiteSpace(words) ? null : words.Trim();
}
