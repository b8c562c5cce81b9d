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

    /// <summary>The desk found nobody for a while: the supervisor is asked too.</summary>
    AskTheSupervisor,
}

/// <summary>When a promise is late. A word about the promise, never about a peer.</summary>
public static class Lateness
{
    private static readonly TimeSpan Grace = TimeSpan.FromMinutes(30);

    /// <summary>How long the desk looks for somebody before the supervisor is asked too.</summary>
    private static readonly TimeSpan DeskHas = TimeSpan.FromHours(1);

    /// <summary>The promised time has gone by, or the promised day.</summary>
    public static bool IsLate(Promise promise, DateTime now, DateOnly today) => promise.DueOn < today || promise.DueAt < now - Grace;

    public static LateStep StepOf(Promise promise, GroupClock clock)
    {
        var (now, today) = (clock.Now, clock.Today);
        if (promise.State != PromiseState.Open || !IsLate(promise, now, today))
            return LateStep.NotLate;
        var since = promise.DueAt is { } at ? at + Grace : clock.StartOf(promise.DueOn.AddDays(1));
        return now - since < DeskHas ? LateStep.AskTheDesk : LateStep.AskTheSupervisor;
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
    public static async Task<IReadOnlyList<OpenPromise>> ReadAsync(GroupDb db, Viewer viewer, GroupClock clock, DateOnly until)
    {
        var peers = await PeersWhoRing.NamesAsync(db);
        var rows = await db.Promises.AsNoTracking().Where(p => p.State == PromiseState.Open && p.DueOn <= until)
            .Join(db.PeopleSeenBy(viewer), p => p.PersonId, p => p.Id, (promise, person) => new { Promise = promise, Person = person }).ToListAsync();
        return
        [
            .. rows.Select(r => new OpenPromise(r.Promise, r.Person, r.Promise.PeerId is { } peer && !peers.ContainsKey(peer), Lateness.StepOf(r.Promise, clock)))
                .OrderBy(p => p.Step == LateStep.NotLate).ThenBy(p => p.Promise.DueOn).ThenBy(p => p.Promise.DueAt ?? DateTime.MaxValue).ThenBy(p => p.Promise.Id),
        ];
    }

    /// <summary>How many late promises ask for somebody now: of the desk, or only those that have climbed to the supervisor.</summary>
    public static async Task<int> AskingAsync(GroupDb db, Viewer viewer, GroupClock clock, LateStep from) =>
        (await ReadAsync(db, viewer, clock, clock.Today)).Count(p => p.Step >= from && p.Step != LateStep.NotLate);
}
