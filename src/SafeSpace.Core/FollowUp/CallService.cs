using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.Diary;
using SafeSpace.Core.Peers;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.FollowUp;

/// <summary>Calls and visits that go on now: begun, hung up, ended by a word that they came to nothing. Logging the contact ends them: <see cref="CallWriter"/>.</summary>
public sealed class CallService(GroupStore store)
{
    /// <summary>Begins a call. Begun twice by the same peer with the same person, it is one.</summary>
    /// <returns>Null when there is no such person.</returns>
    public Task<CallUnderWay?> StartAsync(PersonId? person, UserId peer, ContactKind kind, Actor by, Guid? id = null) =>
        Attempts.TwiceAsync(() => WriteAsync(person, peer, kind, by, id)); // begun at another node in the same moment: that one stands

    /// <summary>They hung up: the length is known, the notes go on. Said again, the first moment stands.</summary>
    public Task<bool> StopAsync(Guid id, Actor by) => Attempts.TwiceAsync(() =>
        store.Write("CallStopped", by, async unit =>
        {
            if (await unit.Db.CallsUnderWay.FindAsync(id) is not { EndedAt: null } call)
                return false;
            call.StoppedAt ??= unit.Now;
            await Presence.HeardAsync(unit, by.Id);
            return true;
        }));

    /// <summary>It came to nothing: a wrong number, a button pressed by mistake. No contact is made.</summary>
    public Task<bool> NothingAsync(Guid id, Actor by) => Attempts.TwiceAsync(() =>
        store.Write("CallCameToNothing", by, async unit =>
        {
            if (await unit.Db.CallsUnderWay.FindAsync(id) is not { EndedAt: null } call)
                return false;
            call.EndedAt = unit.Now;
            await Presence.HeardAsync(unit, by.Id);
            return true;
        }));

    private Task<CallUnderWay?> WriteAsync(PersonId? person, UserId peer, ContactKind kind, Actor by, Guid? id) =>
        store.Write<CallUnderWay?>("CallStarted", by, async unit =>
        {
            PersonId? standing = null;
            if (person is { } named && (standing = await ContactWriter.StandingAsync(unit, named)) is null)
                return null;
            if (id is { } given && await unit.Db.CallsUnderWay.FindAsync(given) is { } before)
                return before;
            if (standing is not null && await unit.Db.CallsUnderWay.FirstOrDefaultAsync(c => c.EndedAt == null && c.PeerId == peer && c.PersonId == standing) is { } open)
                return open;
            var call = new CallUnderWay { Id = id ?? Ids.New(), PersonId = standing, PeerId = peer, Kind = kind, StartedAt = unit.Now };
            unit.Db.CallsUnderWay.Add(call);
            await Presence.HeardAsync(unit, peer);
            return call;
        });
}
