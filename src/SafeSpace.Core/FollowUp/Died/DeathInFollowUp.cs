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
    private const string Promise = "promise", Tie = "tie", ToDo = "task", Rhythm = "rhythm", Invitation = "invitation";

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

        await StopRestAsync(stopping);
        var spoke = await unit.Db.Contacts.Where(c => c.PersonId == person && c.CorrectedById == null && c.PeerId != null && Spoken.Contains(c.Kind))
            .Select(c => c.PeerId!.Value).Distinct().ToListAsync();
        var here = (await unit.Db.Users.Where(u => u.RetiredAt == null).Select(u => u.Id).ToListAsync()).ToHashSet();
        foreach (var peer in spoke.Concat(promises.Select(p => p.PeerId).OfType<UserId>()).Concat(ties.Select(t => t.PeerId)).Distinct().Where(p => here.Contains(p.Value)))
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
        await StartRestAgainAsync(stopping);
        var told = await unit.Db.SadNews.Where(n => n.DeathId == stopping.Death.Id).ToListAsync();
        told.ForEach(news => news.MistakeAt = unit.Now);
        // The talk that was offered with the news, where nobody has answered: there is no reason for it any more.
        var (peers, at) = (told.ConvertAll(n => n.PeerId), stopping.Death.SaidAt);
        foreach (var offered in await unit.Db.Debriefs.Where(d => d.ContactId == null && d.OfferedAt == at && d.EndedAt == null && d.State == DebriefState.Offered && peers.Contains(d.PeerId)).ToListAsync())
            (offered.State, offered.EndedAt) = (DebriefState.NotWanted, unit.Now);
    }

    /// <summary>What was to be done for them, the rhythm of calls, and the invitation to a page of their own.</summary>
    private static async Task StopRestAsync(Stopping stopping)
    {
        var (unit, person) = (stopping.Unit, stopping.Person);
        foreach (var task in await unit.Db.SupportTasks.Where(t => t.PersonId == person && t.State == TaskState.Open).ToListAsync())
        {
            (task.State, task.EndedAt, task.EndedById) = (TaskState.Dropped, unit.Now, unit.By.Id);
            stopping.Note(ToDo, task.Id);
        }

        foreach (var rhythm in await unit.Db.Rhythms.Where(r => r.PersonId == person && r.EndedAt == null).ToListAsync())
        {
            rhythm.EndedAt = unit.Now;
            stopping.Note(Rhythm, rhythm.Id);
        }

        foreach (var invitation in await unit.Db.OwnPageInvitations.Where(i => i.PersonId == person && i.EndedAt == null).ToListAsync())
        {
            invitation.EndedAt = unit.Now;
            stopping.Note(Invitation, invitation.Id);
        }
    }

    private static async Task StartRestAgainAsync(Stopping stopping)
    {
        var db = stopping.Unit.Db;
        var (tasks, rhythms, invitations) = (await stopping.TakeAsync(ToDo), await stopping.TakeAsync(Rhythm), await stopping.TakeAsync(Invitation));
        foreach (var task in await db.SupportTasks.Where(t => tasks.Contains(t.Id)).ToListAsync())
            (task.State, task.EndedAt, task.EndedById) = (TaskState.Open, null, null);
        foreach (var rhythm in await db.Rhythms.Where(r => rhythms.Contains(r.Id)).ToListAsync())
            rhythm.EndedAt = null;
        foreach (var invitation in await db.OwnPageInvitations.Where(i => invitations.Contains(i.Id)).ToListAsync())
            invitation.EndedAt = null;
    }
}
