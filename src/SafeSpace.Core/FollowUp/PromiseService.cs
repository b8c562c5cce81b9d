using SafeSpace.Core.Data;
using SafeSpace.Core.Diary;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.FollowUp;

/// <summary>What became of a change to a promise.</summary>
public enum PromiseChange
{
    Done,
    NoSuchPromise,
    NoSuchPerson,
    NoSuchPeer,

    /// <summary>It was kept, moved, missed or released already.</summary>
    EndedAlready,

    /// <summary>Nothing can be promised for a day that is over.</summary>
    InThePast,

    /// <summary>Its time has not gone by: it can still be kept or moved.</summary>
    NotLate,

    /// <summary>It is the next step of something that goes on: it ends where that is seen to, so that nothing is left without a next step.</summary>
    SeenToElsewhere,
}

/// <summary>Promises: made, kept, moved to another day, given to somebody else, missed, released. Whether a peer was late is kept nowhere.</summary>
public sealed class PromiseService(GroupStore store)
{
    /// <param name="peer">Whom the person is told to expect; null when anybody on shift may keep it.</param>
    /// <param name="id">The id the form gave: sent twice, it is one promise.</param>
    public Task<PromiseChange> MakeAsync(PersonId person, UserId? peer, PromiseDetails details, Actor by, Guid? id = null) =>
        store.Write("PromiseMade", by, async unit =>
        {
            if (id is { } given && await unit.Db.Promises.FindAsync(given) is not null)
                return PromiseChange.Done;
            if (details.On < unit.Clock.DayOf(unit.Now))
                return PromiseChange.InThePast;
            if (await ContactWriter.LivingAsync(unit, person) is not { } standing)
                return PromiseChange.NoSuchPerson;
            await PromiseWriter.MakeAsync(unit, standing, peer, details, id: id);
            return PromiseChange.Done;
        });

    /// <summary>It was kept in a way that is in no diary entry of its own.</summary>
    public Task<PromiseChange> KeepAsync(Guid id, Guid seen, Actor by) =>
        EndAsync("PromiseKept", id, seen, by, (unit, promise) =>
        {
            PromiseWriter.End(unit, promise, PromiseState.Kept);
            return Task.FromResult(PromiseChange.Done);
        });

    /// <summary>Agreed for another day. The old promise stays readable, with a word why.</summary>
    /// <param name="keeper">Whom they expect now; null leaves it as it was.</param>
    public Task<PromiseChange> MoveAsync(Guid id, Guid seen, PromiseDetails to, string? why, Actor by, PromiseKeeper? keeper = null) =>
        EndAsync("PromiseMoved", id, seen, by, (unit, promise) => ReplaceAsync(unit, promise, PromiseState.Moved, to, why, keeper ?? new PromiseKeeper(promise.PeerId)));

    /// <summary>It was not kept in its time. The person is told so, in words; and something new is promised, or nothing.</summary>
    /// <param name="told">What the person was told.</param>
    public Task<PromiseChange> MissAsync(Guid id, Guid seen, string told, PromiseDetails? next, Actor by, PromiseKeeper? keeper = null) =>
        EndAsync("PromiseMissed", id, seen, by, async (unit, promise) =>
        {
            if (!Lateness.IsLate(promise, unit.Now, unit.Clock.DayOf(unit.Now)))
                return PromiseChange.NotLate;
            var held = keeper ?? new PromiseKeeper(promise.PeerId);
            // What stays is that it was missed. By whom is nobody's business: not even this row says it.
            promise.PeerId = null;
            if (next is not null)
                return await ReplaceAsync(unit, promise, PromiseState.Missed, next, told, held);
            PromiseWriter.End(unit, promise, PromiseState.Missed, told);
            return PromiseChange.Done;
        });

    /// <summary>Somebody else keeps it, or anybody.</summary>
    public Task<PromiseChange> GiveAsync(Guid id, Guid seen, PromiseKeeper to, Actor by) =>
        EndAsync("PromiseGiven", id, seen, by, async (unit, promise) =>
        {
            if (to.Peer is { } peer && !await PeersWhoRing.IsAsync(unit.Db, peer))
                return PromiseChange.NoSuchPeer;
            promise.PeerId = to.Peer;
            return PromiseChange.Done;
        });

    /// <summary>It is not needed any more: the person said so, or somebody else rang.</summary>
    public Task<PromiseChange> ReleaseAsync(Guid id, Guid seen, string? why, Actor by) =>
        EndAsync("PromiseReleased", id, seen, by, (unit, promise) =>
        {
            PromiseWriter.End(unit, promise, PromiseState.Released, why);
            return Task.FromResult(PromiseChange.Done);
        });

    private static async Task<PromiseChange> ReplaceAsync(Unit unit, Promise promise, PromiseState state, PromiseDetails to, string? words, PromiseKeeper keeper)
    {
        if (to.On < unit.Clock.DayOf(unit.Now))
            return PromiseChange.InThePast;
        if (keeper.Peer is { } peer && !await PeersWhoRing.IsAsync(unit.Db, peer))
            keeper = new PromiseKeeper(null);
        PromiseWriter.End(unit, promise, state, words);
        await unit.Db.SaveChangesAsync();
        await PromiseWriter.MakeAsync(unit, promise.PersonId, keeper.Peer, to with { AskedBy = to.AskedBy ?? promise.AskedBy }, previous: promise.Id, forId: promise.ForId);
        return PromiseChange.Done;
    }

    private Task<PromiseChange> EndAsync(string kind, Guid id, Guid seen, Actor by, Func<Unit, Promise, Task<PromiseChange>> end) =>
        store.Write(kind, by, async unit =>
        {
            if (await unit.Db.Promises.FindAsync(id) is not { } promise)
                return PromiseChange.NoSuchPromise;
            if (promise.State != PromiseState.Open)
                return PromiseChange.EndedAlready;
            if (promise.For is not null)
                return PromiseChange.SeenToElsewhere;
            Unit.Expect(promise, seen);
            return await end(unit, promise);
        });
}
