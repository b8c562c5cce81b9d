using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.Diary;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.FollowUp;

/// <summary>What became of a claim.</summary>
public enum TieChange
{
    Done,
    MineAlready,

    /// <summary>Somebody else was first.</summary>
    SomebodyElses,
    NoSuchPerson,
}

/// <summary>Who rings whom: claimed in a crisis, or on a peer's step-down list. One peer for each, until given back.</summary>
public sealed class TieService(GroupStore store)
{
    /// <summary>However many claim at the same instant, on whichever node: one wins, and the others are told.</summary>
    public Task<TieChange> TieAsync(PersonId person, UserId peer, TieKind kind, Actor by) => Attempts.TwiceAsync(() =>
        store.Write(kind == TieKind.Claimed ? "PersonClaimed" : "StepDownListed", by, async unit =>
        {
            if (await ContactWriter.LivingAsync(unit, person) is not { } standing)
                return TieChange.NoSuchPerson;
            var held = await FindAsync(unit, standing, kind);
            if (held is not null && (held.PeerId == peer || await PeersWhoRing.IsAsync(unit.Db, held.PeerId)))
                return held.PeerId == peer ? TieChange.MineAlready : TieChange.SomebodyElses;
            if (held is not null)
            {
                // Whoever held them is no peer any more: somebody else may.
                held.Until = unit.Now;
                await unit.Db.SaveChangesAsync();
            }

            unit.Db.PeerTies.Add(new PeerTie { Id = Ids.New(), PersonId = standing, PeerId = peer, Kind = kind, From = unit.Now });
            return TieChange.Done;
        }));

    /// <summary>Gives somebody back, so that another peer may take them. Only who holds the tie can.</summary>
    public Task<TieChange> GiveBackAsync(PersonId person, UserId peer, TieKind kind, Actor by) =>
        store.Write(kind == TieKind.Claimed ? "PersonGivenBack" : "StepDownUnlisted", by, async unit =>
        {
            var held = await FindAsync(unit, person, kind);
            if (held is not null && held.PeerId != peer)
                return TieChange.SomebodyElses;
            if (held is not null)
                held.Until = unit.Now;
            return TieChange.Done;
        });

    private static Task<PeerTie?> FindAsync(Unit unit, PersonId person, TieKind kind) =>
        unit.Db.PeerTies.SingleOrDefaultAsync(t => t.PersonId == person && t.Kind == kind && t.Until == null);
}
