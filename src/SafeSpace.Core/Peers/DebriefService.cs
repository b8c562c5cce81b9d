using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Peers;

/// <summary>Offers the talk after a hard call, asks again, and notes that it was had or not wanted.</summary>
public sealed class DebriefService(GroupStore store)
{
    /// <summary>"Not now" is asked again after as long: the next time they look in.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromHours(12);

    /// <summary>Offers a debrief inside another change: the call a peer marks as hard. Marking the same call twice is one offer.</summary>
    /// <param name="contactId">The diary entry; null when a peer asks without a call.</param>
    public static async Task<Debrief> OfferAsync(Unit unit, Guid? contactId, UserId peer)
    {
        if (contactId is not null && await unit.Db.Debriefs.FirstOrDefaultAsync(d => d.ContactId == contactId && d.PeerId == peer) is { } before)
            return before;
        var offered = new Debrief { Id = Ids.New(), PeerId = peer, ContactId = contactId, OfferedAt = unit.Now, AskAgainAt = unit.Now };
        unit.Db.Debriefs.Add(offered);
        return offered;
    }

    /// <summary>What is to be asked now: answered by nobody, and not put off.</summary>
    public static IQueryable<Debrief> AskedNow(GroupDb db, UserId peer, DateTime now) =>
        db.Debriefs.AsNoTracking().Where(d => d.PeerId == peer && d.EndedAt == null && d.State == DebriefState.Offered && d.AskAgainAt <= now);

    /// <summary>Everything that is still open, for who looks after peers: who would like to talk first, then the oldest offer.</summary>
    public static IQueryable<Debrief> Open(GroupDb db) => db.Debriefs.AsNoTracking().Where(d => d.EndedAt == null);

    /// <summary>"I would like to talk", without a call.</summary>
    public Task AskAsync(UserId peer, Actor by) => store.Write("DebriefAskedFor", by, async unit =>
    {
        if (await unit.Db.Debriefs.AnyAsync(d => d.PeerId == peer && d.EndedAt == null && d.State == DebriefState.Wanted))
            return;
        (await OfferAsync(unit, null, peer)).State = DebriefState.Wanted;
    });

    /// <summary>The peer's own answer.</summary>
    /// <returns>False when there is no such offer of theirs.</returns>
    public Task<bool> AnswerAsync(Guid id, UserId peer, DebriefAnswer answer, Actor by) => store.Write("DebriefAnswered", by, async unit =>
    {
        if (await unit.Db.Debriefs.SingleOrDefaultAsync(d => d.Id == id && d.PeerId == peer) is not { } debrief)
            return false;
        if (debrief.EndedAt is not null)
            return true;
        switch (answer)
        {
            case DebriefAnswer.Yes:
                debrief.State = DebriefState.Wanted;
                break;
            case DebriefAnswer.AskAgain:
                debrief.State = DebriefState.Offered;
                debrief.AskAgainAt = unit.Now + Pause;
                break;
            default:
                End(unit, debrief, answer == DebriefAnswer.Had ? DebriefState.Had : DebriefState.NotWanted, null);
                break;
        }

        return true;
    });

    /// <summary>Somebody talked with them. Only a peer can say that they do not want to.</summary>
    public Task<bool> NoteHadAsync(Guid id, UserId with, Actor by) => store.Write("DebriefHad", by, async unit =>
    {
        if (await unit.Db.Debriefs.SingleOrDefaultAsync(d => d.Id == id) is not { } debrief)
            return false;
        if (debrief.EndedAt is null)
            End(unit, debrief, DebriefState.Had, with);
        return true;
    });

    private static void End(Unit unit, Debrief debrief, DebriefState state, UserId? with)
    {
        debrief.State = state;
        debrief.EndedAt = unit.Now;
        debrief.WithId = with;
    }
}

/// <summary>What a peer answers when a debrief is offered.</summary>
public enum DebriefAnswer
{
    Yes,
    AskAgain,
    Had,
    No,
}
