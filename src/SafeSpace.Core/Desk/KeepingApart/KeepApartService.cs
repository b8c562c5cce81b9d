using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Desk.Directing;
using SafeSpace.Core.FollowUp;
using SafeSpace.Core.Register;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Desk.KeepingApart;

/// <summary>Says that two people must be kept apart, and that it is over; and answers whether two may meet.</summary>
public sealed class KeepApartService(GroupStore store)
{
    /// <summary>The sealed column, as the vault names it.</summary>
    public const string Why = "keep_apart.why";

    /// <summary>From this moment on. What stood between the two already is parted: nobody rings on whom they must not meet.</summary>
    /// <param name="id">The id the form gave: sent twice, it is one.</param>
    public Task SetAsync(Guid id, Party one, Party other, string? why, Actor by) => store.Write("KeepApartSet", by, async unit =>
    {
        await unit.AloneAsync(); // whoever is brought together meanwhile, on another node, is parted here or refused there
        if (await unit.Db.KeptApart.FindAsync(id) is not null)
            return;
        unit.Db.KeptApart.Add(new KeepApart { Id = id, From = unit.Now, SetById = by.Id, Why = unit.Seal(one.Person ?? other.Person, Why, id, why) });
        foreach (var side in new[] { one, other })
            unit.Db.KeepApartSides.Add(new KeepApartSide { Id = Ids.New(), KeepApartId = id, PersonId = side.Person, UserId = side.Person is null ? side.Account : null });
        var (first, second) = (await WholeAsync(unit, one), await WholeAsync(unit, other));
        await PartAsync(unit, first.Accounts, second.Records);
        await PartAsync(unit, second.Accounts, first.Records);
    });

    public Task EndAsync(Guid id, Actor by) => store.Write("KeepApartEnded", by, async unit =>
    {
        if (await unit.Db.KeptApart.FindAsync(id) is { } kept)
            kept.Until ??= unit.Now;
    });

    /// <summary>Yes or no, never why.</summary>
    public async Task<bool> MayMeetAsync(Party one, Party other)
    {
        await using var whole = await store.ReadAsync();
        return (await Meeting.ReadAsync(whole)).May(one, other);
    }

    /// <summary>Whom one of them rings, was given, promised or has something to do for, where that is the other: nobody has it now, and the desk finds somebody.</summary>
    private static async Task PartAsync(Unit unit, List<UserId> peers, List<PersonId> people)
    {
        foreach (var tie in await unit.Db.PeerTies.Where(t => t.Until == null && peers.Contains(t.PeerId) && people.Contains(t.PersonId)).ToListAsync())
            tie.Until = unit.Now;
        foreach (var given in await unit.Db.Directions.Where(d => d.EndedAt == null && peers.Contains(d.PeerId) && d.PersonId != null && people.Contains(d.PersonId.Value)).ToListAsync())
            (given.State, given.EndedAt) = (DirectionState.TakenBack, unit.Now);
        foreach (var promise in await unit.Db.Promises.Where(p => p.State == PromiseState.Open && p.PeerId != null && peers.Contains(p.PeerId.Value) && people.Contains(p.PersonId)).ToListAsync())
            promise.PeerId = null;
        foreach (var task in await unit.Db.SupportTasks.Where(t => t.State == TaskState.Open && t.PeerId != null && peers.Contains(t.PeerId.Value) && people.Contains(t.PersonId)).ToListAsync())
            task.PeerId = null;
    }

    /// <summary>All that is one human being: the account, and each record that is linked with it.</summary>
    private static async Task<(List<UserId> Accounts, List<PersonId> Records)> WholeAsync(Unit unit, Party party)
    {
        var links = unit.Db.PersonAccounts.Where(a => a.Until == null);
        List<UserId> accounts = party.Account is { } account ? [account] : await links.Where(a => a.PersonId == party.Person).Select(a => a.UserId).ToListAsync();
        var records = await links.Where(a => accounts.Contains(a.UserId)).Select(a => a.PersonId).ToListAsync();
        return (accounts, party.Person is { } person ? [.. records.Append(person).Distinct()] : records);
    }
}
