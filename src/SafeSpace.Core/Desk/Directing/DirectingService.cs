using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.Diary;
using SafeSpace.Core.FollowUp;
using SafeSpace.Core.Peers;
using SafeSpace.Core.Register;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Desk.Directing;

/// <summary>What became of giving somebody to a peer.</summary>
public enum GiveResult
{
    Given,
    NoSuchPerson,
    NoSuchPeer,

    /// <summary>These two are kept apart, the person is that peer, or is behind a wall to which that peer has no key. No reason is given.</summary>
    NotThisPeer,

    /// <summary>Somebody else has them already: the first one stands.</summary>
    WithSomebody,
}

/// <param name="With">Who has them, when somebody was a moment faster.</param>
public sealed record GiveOutcome(GiveResult Result, UserId? With = null);

/// <summary>What became of a peer's answer.</summary>
public enum AnswerResult
{
    Done,

    /// <summary>It was never theirs.</summary>
    NotYours,

    /// <summary>The desk took it back, or it is over.</summary>
    Over,
}

/// <param name="Id">The id the form gave: sent twice, it is one.</param>
/// <param name="Person">Null for a caller nobody knows.</param>
/// <param name="Caller">Who they said they are, when nobody knows them.</param>
/// <param name="Instead">The desk saw who has them, and gives them to another all the same.</param>
public sealed record Giving(Guid Id, PersonId? Person, UserId Peer, string? Note = null, string? Caller = null, Guid? Promise = null, bool Instead = false);

/// <summary>Gives people and calls to peers. However many do it at once, each person is with one peer.</summary>
public sealed class DirectingService(GroupStore store)
{
    /// <summary>The sealed columns, as the vault names them.</summary>
    public const string Note = "direction.note";
    public const string Caller = "direction.caller";
    public const string BackWords = "direction.back_words";

    public Task<GiveOutcome> GiveAsync(Giving giving, Actor by) => Attempts.TwiceAsync(() => store.Write("PersonGiven", by, unit => GiveAsync(unit, giving)));

    /// <summary>"I will": the person becomes theirs, and what was promised goes over to them.</summary>
    public Task<AnswerResult> AcceptAsync(Guid id, UserId me, Actor by) => Attempts.TwiceAsync(() => AnswerAsync("DirectionAccepted", id, me, by, async (unit, direction) =>
    {
        if (direction.State == DirectionState.Accepted)
            return;
        (direction.State, direction.AcceptedAt) = (DirectionState.Accepted, unit.Now);
        if (direction.PersonId is not { } person)
            return;
        await TieAsync(unit, person, me);
        if (direction.PromiseId is { } promised && await unit.Db.Promises.FindAsync(promised) is { State: PromiseState.Open } promise && promise.PersonId == person)
            promise.PeerId = me;
    }));

    /// <summary>"Not me", with a word or without. Nobody is asked why.</summary>
    public Task<AnswerResult> HandBackAsync(Guid id, UserId me, string? word, Actor by) => AnswerAsync("DirectionHandedBack", id, me, by, async (unit, direction) =>
    {
        await LetGoAsync(unit, direction);
        End(unit, direction, DirectionState.HandedBack);
        direction.BackWords = unit.Seal(direction.PersonId, BackWords, direction.Id, word);
    });

    /// <summary>It is seen to: for a caller nobody knows, whom no diary of their own ends.</summary>
    public Task<AnswerResult> DoneAsync(Guid id, UserId me, Actor by) => AnswerAsync("DirectionDone", id, me, by, (unit, direction) =>
    {
        End(unit, direction, DirectionState.Done);
        return Task.CompletedTask;
    });

    /// <summary>A caller nobody knows goes to another peer: whoever had the call has it no more. Of two who do so at once, the second is told.</summary>
    /// <param name="held">The direction in whose place it stands.</param>
    public Task<GiveOutcome> GiveCallerAgainAsync(Guid held, Giving giving, Actor by) => store.Write("PersonGiven", by, async unit =>
    {
        if (await unit.Db.Directions.FindAsync(held) is not { PersonId: null } before)
            return new GiveOutcome(GiveResult.NoSuchPerson);
        if (before.State == DirectionState.Done)
            return new GiveOutcome(GiveResult.WithSomebody);
        var outcome = await GiveAsync(unit, giving);
        if (outcome.Result == GiveResult.Given)
            (before.State, before.EndedAt) = (DirectionState.Done, before.EndedAt ?? unit.Now);
        return outcome;
    });

    /// <summary>The desk saw to a caller nobody knows.</summary>
    public Task<AnswerResult> CallerSeenToAsync(Guid id, Actor by) => store.Write("DirectionDone", by, async unit =>
    {
        if (await unit.Db.Directions.FindAsync(id) is not { PersonId: null } direction)
            return AnswerResult.NotYours;
        (direction.State, direction.EndedAt) = (DirectionState.Done, direction.EndedAt ?? unit.Now);
        return AnswerResult.Done;
    });

    /// <summary>The desk takes it back.</summary>
    public Task<AnswerResult> TakeBackAsync(Guid id, Actor by) => store.Write("DirectionTakenBack", by, async unit =>
    {
        if (await unit.Db.Directions.FindAsync(id) is not { EndedAt: null } direction)
            return AnswerResult.Over;
        await LetGoAsync(unit, direction);
        End(unit, direction, DirectionState.TakenBack);
        return AnswerResult.Done;
    });

    private static async Task<GiveOutcome> GiveAsync(Unit unit, Giving giving)
    {
        await unit.AloneAsync(); // nobody is kept apart from them, or given to another, meanwhile
        if (await unit.Db.Directions.FindAsync(giving.Id) is not null)
            return new GiveOutcome(GiveResult.Given);
        if (!await unit.Db.Users.AnyAsync(u => u.Id == giving.Peer.Value && u.RetiredAt == null))
            return new GiveOutcome(GiveResult.NoSuchPeer);
        foreach (var seenTo in await unit.Db.DirectionsSeenTo.AsTracking().ToListAsync())
            End(unit, seenTo, DirectionState.Done);
        await unit.Db.SaveChangesAsync();
        PersonId? person = null;
        if (giving.Person is { } named)
        {
            if (await ContactWriter.LivingAsync(unit, named) is not { } standing)
                return new GiveOutcome(GiveResult.NoSuchPerson);
            if (await RefusedAsync(unit, standing, giving) is { } refused)
                return refused;
            person = standing;
        }

        unit.Db.Directions.Add(new Direction
        {
            Id = giving.Id,
            PersonId = person,
            PeerId = giving.Peer,
            PromiseId = giving.Promise,
            Note = unit.Seal(person, Note, giving.Id, giving.Note),
            Caller = unit.Seal(person, Caller, giving.Id, giving.Caller),
            State = DirectionState.Given,
            GivenAt = unit.Now,
            GivenById = unit.By.Id,
        });
        return new GiveOutcome(GiveResult.Given);
    }

    private static async Task<GiveOutcome?> RefusedAsync(Unit unit, PersonId person, Giving giving)
    {
        if (!(await WhoMayRing.ReadAsync(unit.Db, person)).May(giving.Peer))
            return new GiveOutcome(GiveResult.NotThisPeer);
        if (await unit.Db.Directions.SingleOrDefaultAsync(d => d.PersonId == person && d.EndedAt == null) is not { } held)
            return null;
        if (!giving.Instead)
            return new GiveOutcome(GiveResult.WithSomebody, held.PeerId);
        await LetGoAsync(unit, held);
        End(unit, held, DirectionState.TakenBack);
        await unit.Db.SaveChangesAsync();
        return null;
    }

    /// <summary>Who said yes has them no more: they are free to be claimed, and what went over to that peer is anybody's until somebody takes it.</summary>
    private static async Task LetGoAsync(Unit unit, Direction direction)
    {
        if (direction is not { State: DirectionState.Accepted, PersonId: { } person })
            return;
        foreach (var tie in await unit.Db.PeerTies.Where(t => t.PersonId == person && t.PeerId == direction.PeerId && t.Kind == TieKind.Claimed && t.Until == null).ToListAsync())
            tie.Until = unit.Now;
        if (direction.PromiseId is { } promised && await unit.Db.Promises.FindAsync(promised) is { State: PromiseState.Open } promise && promise.PeerId == direction.PeerId)
            promise.PeerId = null;
    }

    /// <summary>The desk decided who rings: a claim of somebody else ends with it.</summary>
    private static async Task TieAsync(Unit unit, PersonId person, UserId me)
    {
        var held = await unit.Db.PeerTies.SingleOrDefaultAsync(t => t.PersonId == person && t.Kind == TieKind.Claimed && t.Until == null);
        if (held?.PeerId == me)
            return;
        if (held is not null)
        {
            held.Until = unit.Now;
            await unit.Db.SaveChangesAsync();
        }

        unit.Db.PeerTies.Add(new PeerTie { Id = Ids.New(), PersonId = person, PeerId = me, Kind = TieKind.Claimed, From = unit.Now });
    }

    private Task<AnswerResult> AnswerAsync(string kind, Guid id, UserId me, Actor by, Func<Unit, Direction, Task> answer) => store.Write(kind, by, async unit =>
    {
        if (await unit.Db.Directions.FindAsync(id) is not { } direction || direction.PeerId != me)
            return AnswerResult.NotYours;
        if (direction.EndedAt is not null)
            return AnswerResult.Over;
        await answer(unit, direction);
        await Presence.HeardAsync(unit, me);
        return AnswerResult.Done;
    });

    private static void End(Unit unit, Direction direction, DirectionState state) => (direction.State, direction.EndedAt) = (state, unit.Now);
}
