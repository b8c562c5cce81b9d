using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.Diary;
using SafeSpace.Core.Peers;
using SafeSpace.Core.Register.Died;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.FollowUp.Died;

/// <summary>Promises and ties end, and each peer who spoke with them gets a kind word. Taken back, they stand as they stood.</summary>
public sealed class DeathInFollowUp : IDeathStep
{
    private const string Promise = "promise", Tie = "tie";

    private static readonly ContactKind[] Spoken = [.. Enum.GetValues<ContactKind>().Where(k => k.IsAnswered())];

    public async Task StopAsync(Stopping stopping)
    {
        var (unit, person) = (stopping.Unit, stopping.Person);
        var promises = await unit.Db.Promises.Where(p => p.PersonId == person && p.State == PromiseState.Open).ToListAsync();
        var ties = await unit.Db.PeerTies.Where(t => t.PersonId == person && t.Until == null).ToListAsync();
        foreach (var promise in promises)
        {
            PromiseWriter.End(unit, promise, PromiseState.Released);
            stopping.Note(Promise, promise.Id);
        }

        foreach (var tie in ties)
        {
            tie.Until = unit.Now;
            stopping.Note(Tie, tie.Id);
        }

        var spoke = await unit.Db.Contacts.Where(c => c.PersonId == person && c.CorrectedById == null && c.PeerId != null && Spoken.Contains(c.Kind))
            .Select(c => c.PeerId!.Value).Distinct().ToListAsync();
        foreach (var peer in spoke.Concat(promises.Select(p => p.PeerId).OfType<UserId>()).Concat(ties.Select(t => t.PeerId)).Distinct())
        {
            unit.Db.SadNews.Add(new SadNews { Id = Ids.New(), DeathId = stopping.Death.Id, PersonId = person, PeerId = peer, MadeAt = unit.Now });
            await DebriefService.OfferAsync(unit, null, peer);
        }
    }

    public async Task StartAgainAsync(Stopping stopping)
    {
        var unit = stopping.Unit;
        var promises = await stopping.TakeAsync(Promise);
        foreach (var promise in await unit.Db.Promises.Where(p => promises.Contains(p.Id)).ToListAsync())
            (promise.State, promise.EndedAt, promise.KeptByContactId, promise.Words) = (PromiseState.Open, null, null, null);
        var ties = await stopping.TakeAsync(Tie);
        foreach (var tie in await unit.Db.PeerTies.Where(t => ties.Contains(t.Id)).ToListAsync())
            tie.Until = null;
        foreach (var news in await unit.Db.SadNews.Where(n => n.DeathId == stopping.Death.Id).ToListAsync())
            news.MistakeAt = unit.Now;
    }
}
