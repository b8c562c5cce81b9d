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

    /// <summary>It was kept, moved or released already.</summary>
    EndedAlready,

    /// <summary>Nothing can be promised for a day that is over.</summary>
    InThePast,
}

/// <summary>Promises: made, kept, moved to another day, released. Whether a peer was late is kept nowhere.</summary>
public sealed class PromiseService(GroupStore store)
{
    /// <param name="peer">Who promises; null when anybody on shift may keep it.</param>
    /// <param name="id">The id the form gave: sent twice, it is one promise.</param>
    public Task<PromiseChange> MakeAsync(PersonId person, UserId? peer, PromiseDetails details, Actor by, Guid? id = null) =>
        store.Write("PromiseMade", by, async unit =>
        {
            if (id is { } given && await unit.Db.Promises.FindAsync(given) is not null)
                return PromiseChange.Done;
            if (details.On < unit.Clock.DayOf(unit.Now))
                return PromiseChange.InThePast;
            if (await ContactWriter.StandingAsync(unit, person) is not { } standing)
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
    public Task<PromiseChange> MoveAsync(Guid id, Guid seen, PromiseDetails to, string? why, Actor by) =>
        EndAsync("PromiseMoved", id, seen, by, async (unit, promise) =>
        {
            if (to.On < unit.Clock.DayOf(unit.Now))
                return PromiseChange.InThePast;
            PromiseWriter.End(unit, promise, PromiseState.Moved, why);
            await unit.Db.SaveChangesAsync();
            await PromiseWriter.MakeAsync(unit, promise.PersonId, promise.PeerId, to with { Visit = promise.Visit });
            return PromiseChange.Done;
        });

    /// <summary>It is not needed any more: the person said so, or somebody else rang.</summary>
    public Task<PromiseChange> ReleaseAsync(Guid id, Guid seen, string? why, Actor by) =>
        EndAsync("PromiseReleased", id, seen, by, (unit, promise) =>
        {
            PromiseWriter.End(unit, promise, PromiseState.Released, why);
            return Task.FromResult(PromiseChange.Done);
        });

    private Task<PromiseChange> EndAsync(string kind, Guid id, Guid seen, Actor by, Func<Unit, Promise, Task<PromiseChange>> end) =>
        store.Write(kind, by, async unit =>
        {
            if (await unit.Db.Promises.FindAsync(id) is not { } promise)
                return PromiseChange.NoSuchPromise;
            if (promise.State != PromiseState.Open)
                return PromiseChange.EndedAlready;
            Unit.Expect(promise, seen);
            return await end(unit, promise);
        });
}
