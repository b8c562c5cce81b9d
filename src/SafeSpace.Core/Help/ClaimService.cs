using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Help;

public enum ClaimChange
{
    Done,
    NoSuchClaim,

    /// <summary>It was answered already, or is not asked for any more.</summary>
    EndedAlready,
    NoSuchPot,
    PotShut,
    PotTooSmall,

    /// <summary>Some of what was paid has come back since: it stands.</summary>
    SomeCameBack,
}

/// <summary>What peers paid from their own purse: asked for, paid back, or answered with a word.</summary>
public sealed class ClaimService(GroupStore store)
{
    public Task AskAsync(Guid id, long pence, DateOnly day, string what, string? receipt, Actor by) => store.Write("PurseClaimAsked", by, async unit =>
    {
        if (by.Id is not { } peer || await unit.Db.PurseClaims.FindAsync(id) is not null)
            return;
        unit.Db.PurseClaims.Add(new PurseClaim
        {
            Id = id,
            PeerId = peer,
            PeerName = by.Name,
            Pence = pence,
            Day = day,
            Words = unit.Seal(null, HelpColumns.Claim, id, what.Trim()),
            Receipt = string.IsNullOrWhiteSpace(receipt) ? null : receipt.Trim(),
            AskedAt = unit.Now,
        });
    });

    /// <param name="beyond">Why the pot goes below nothing; from somebody who may.</param>
    public Task<ClaimChange> PayBackAsync(Guid id, Guid potId, string? answer, string? beyond, Actor by) => OnAsync("PurseClaimPaidBack", id, by, async (unit, claim) =>
    {
        if (await unit.Db.Pots.FindAsync(potId) is not { } pot)
            return ClaimChange.NoSuchPot;
        if (!pot.IsOpenOn(unit.Clock.DayOf(unit.Now)) || (claim.Item is { } item && !pot.PaysFor(item)))
            return ClaimChange.PotShut;
        var below = pot.LeftPence < claim.Pence;
        if (below && string.IsNullOrWhiteSpace(beyond))
            return ClaimChange.PotTooSmall;
        claim.PotId = pot.Id;
        PotBook.Add(unit, pot, PotEntryKind.Spent, claim.Pence, unit.Clock.DayOf(unit.Now), claim: claim.Id, beyond: below, words: below ? beyond!.Trim() : null);
        End(unit, claim, ClaimState.PaidBack, answer);
        return ClaimChange.Done;
    });

    public Task<ClaimChange> DeclineAsync(Guid id, string answer, Actor by) => OnAsync("PurseClaimDeclined", id, by, (unit, claim) =>
    {
        End(unit, claim, ClaimState.Declined, answer);
        return Task.FromResult(ClaimChange.Done);
    });

    /// <summary>By the one who asked.</summary>
    public Task<ClaimChange> TakeBackAsync(Guid id, Actor by) => OnAsync("PurseClaimTakenBack", id, by, (unit, claim) =>
    {
        if (claim.PeerId != by.Id)
            return Task.FromResult(ClaimChange.NoSuchClaim);
        End(unit, claim, ClaimState.TakenBack, null);
        return Task.FromResult(ClaimChange.Done);
    });

    /// <summary>Answered by mistake: it waits again, and what was paid goes back into its pot.</summary>
    public Task<ClaimChange> WaitAgainAsync(Guid id, Actor by) => HelpService.AgainAsync(() => store.Write("PurseClaimWaitsAgain", by, async unit =>
    {
        if (await unit.Db.PurseClaims.FindAsync(id) is not { } claim)
            return ClaimChange.NoSuchClaim;
        if (claim.State is ClaimState.Asked or ClaimState.TakenBack)
            return claim.State == ClaimState.Asked ? ClaimChange.Done : ClaimChange.EndedAlready;
        var entries = await unit.Db.PotEntries.Where(e => e.ClaimId == id).ToListAsync();
        if (entries.Exists(e => e.Kind == PotEntryKind.CameBack))
            return ClaimChange.SomeCameBack;
        foreach (var entry in entries.Where(e => e.Kind == PotEntryKind.Spent))
            PotBook.Turn((await unit.Db.Pots.FindAsync(entry.PotId))!, entry, PotEntryKind.Released);
        (claim.State, claim.PotId, claim.EndedAt, claim.EndedByName, claim.Answer) = (ClaimState.Asked, null, null, null, null);
        return ClaimChange.Done;
    }));

    private static void End(Unit unit, PurseClaim claim, ClaimState how, string? answer)
    {
        (claim.State, claim.EndedAt, claim.EndedByName) = (how, unit.Now, unit.By.Name);
        claim.Answer = unit.Seal(null, HelpColumns.ClaimAnswer, claim.Id, string.IsNullOrWhiteSpace(answer) ? null : answer.Trim());
    }

    private Task<ClaimChange> OnAsync(string kind, Guid id, Actor by, Func<Unit, PurseClaim, Task<ClaimChange>> change) =>
        HelpService.AgainAsync(() => store.Write(kind, by, async unit => await unit.Db.PurseClaims.FindAsync(id) is not { } claim ? ClaimChange.NoSuchClaim
            : claim.State != ClaimState.Asked ? ClaimChange.EndedAlready
            : await change(unit, claim)));
}
