using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Register;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.FollowUp;

/// <summary>Whom a late promise asks: "who can ring now?"</summary>
public enum LateStep
{
    NotLate,
    AskTheDesk,

    /// <summary>Nobody has rung for as long as the group lets be: the supervisor is asked too.</summary>
    AskTheSupervisor,
}

/// <summary>When a promise is late, and whom it asks then: one place for every page. A word about the promise, never about a peer.</summary>
public static class Lateness
{
    /// <summary>"Ring at six" is not late at one minute past.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromMinutes(30);

    /// <summary>The promised time has gone by, or the promised day.</summary>
    public static bool IsLate(Promise promise, DateTime now, DateOnly today) => promise.DueOn < today || promise.DueAt < now - Grace;

    /// <summary>The promised time, or the end of the promised day. UTC.</summary>
    public static DateTime DueBy(Promise promise, GroupClock clock) => promise.DueAt ?? clock.StartOf(promise.DueOn.AddDays(1));

    /// <param name="deskHas">So long after its time the desk looks for somebody, before the supervisor is asked too. Who is on makes no difference: nobody rang.</param>
    public static LateStep StepOf(Promise promise, GroupClock clock, TimeSpan deskHas)
    {
        if (promise.State != PromiseState.Open || !IsLate(promise, clock.Now, clock.Today))
            return LateStep.NotLate;
        return clock.Now - DueBy(promise, clock) <= deskHas ? LateStep.AskTheDesk : LateStep.AskTheSupervisor;
    }
}

/// <summary>An open promise as the desk sees it.</summary>
/// <param name="Nobodys">Whom the person expects can not ring any more: the account is closed, or is no peer now.</param>
/// <param name="Step">Whom it asks, when it is late.</param>
public sealed record OpenPromise(Promise Promise, Person Person, bool Nobodys, LateStep Step);

/// <summary>
/// Open promises of everybody, in the order in which somebody has to think of them: late, then by time. A late one is shown
/// without whoever promised it: the question is who can ring now.
/// </summary>
public static class OpenPromises
{
    /// <param name="until">The last day that is looked at; days before are looked at always.</param>
    /// <param name="deskHas">As in <see cref="Lateness.StepOf"/>.</param>
    public static async Task<IReadOnlyList<OpenPromise>> ReadAsync(GroupDb db, Viewer viewer, GroupClock clock, DateOnly until, TimeSpan deskHas)
    {
        var peers = await PeersWhoRing.NamesAsync(db);
        var rows = await db.Promises.AsNoTracking().Where(p => p.State == PromiseState.Open && p.DueOn <= until)
            .Join(db.PeopleSeenBy(viewer), p => p.PersonId, p => p.Id, (promise, person) => new { Promise = promise, Person = person }).ToListAsync();
        return
        [
            .. rows.Select(r => new OpenPromise(r.Promise, r.Person, r.Promise.PeerId is { } peer && !peers.ContainsKey(peer), Lateness.StepOf(r.Promise, clock, deskHas)))
                .OrderBy(p => p.Step == LateStep.NotLate).ThenBy(p => p.Promise.DueOn).ThenBy(p => p.Promise.DueAt ?? DateTime.MaxValue).ThenBy(p => p.Promise.Id),
        ];
    }
}
