using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.FollowUp;
using SafeSpace.Core.Referrals;
using SafeSpace.Core.Register;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure.Api;
using SafeSpace.Web.Infrastructure.Security;

namespace SafeSpace.Web.Modules.Desk;

/// <summary>Who waits just now, for programs: counts, and references to open the people by. No names, no notes, no risk.</summary>
public static class DeskEndpoints
{
    private const int MostListed = 200;

    public static void MapDeskApi(this IEndpointRouteBuilder app) =>
        app.MapApi("/desk").MapGet("", NowAsync).Needs(Permission.TakeReferrals)
            .AddEndpointFilter(ShowsPeopleAttribute.Guard)
            .WithSummary("Who waits just now")
            .WithDescription("Referrals nobody decided yet, promises due today or late, and people nobody has spoken with yet. Up to 200 of each; the counts are of all.")
            .Produces<DeskAnswer>();

    private static async Task<IResult> NowAsync(GroupDb db, GroupClock clock, PersonViews shown)
    {
        var today = clock.Today;
        var waiting = db.Referrals.AsNoTracking().Where(r => r.Outcome == ReferralOutcome.Waiting);
        var due = db.Promises.AsNoTracking().Where(p => p.State == PromiseState.Open && p.DueOn <= today);
        var unspoken = db.Cases.AsNoTracking().Where(c => c.State == CaseState.Open && c.FirstAnsweredAt == null);
        var waitingRows = await waiting.OrderBy(r => r.ReceivedAt).Take(MostListed)
            .Join(db.PeopleWithMerged, r => r.PersonId, p => p.Id, (r, p) => new { r.Id, r.ReceivedAt, r.Team, r.HowSoon, Person = p.Id, p.Reference }).ToListAsync();
        var dueRows = await due.OrderBy(p => p.DueOn).Take(MostListed)
            .Join(db.People, p => p.PersonId, p => p.Id, (promise, p) => new { promise.DueOn, promise.DueAt, promise.Visit, Person = p.Id, p.Reference }).ToListAsync();
        var unspokenRows = await unspoken.OrderBy(c => c.OpenedOn).Take(MostListed)
            .Join(db.People, c => c.PersonId, p => p.Id, (c, p) => new { c.OpenedOn, c.Team, Person = p.Id, p.Reference }).ToListAsync();
        await shown.AsPageAsync("api/desk", [.. waitingRows.Select(r => r.Person).Concat(dueRows.Select(r => r.Person)).Concat(unspokenRows.Select(r => r.Person)).Distinct()]);
        return Results.Ok(new DeskAnswer(
            clock.Now,
            new(await waiting.CountAsync(), [.. waitingRows.OrderBy(r => r.ReceivedAt).Select(r => new DeskReferral(r.Id.Value, r.Reference, r.ReceivedAt, r.Team, r.HowSoon))]),
            new(await due.CountAsync(), await due.CountAsync(p => p.DueOn < today), [.. dueRows.OrderBy(r => r.DueOn).ThenBy(r => r.DueAt)
                .Select(r => new DeskPromise(r.Reference, r.DueOn, r.DueAt, r.Visit, r.DueOn < today || r.DueAt < clock.Now))]),
            new(await unspoken.CountAsync(), [.. unspokenRows.OrderBy(r => r.OpenedOn).Select(r => new DeskCase(r.Reference, r.OpenedOn, r.Team))])));
    }
}

/// <summary>The desk at one moment, UTC.</summary>
public sealed record DeskAnswer(DateTime AsAt, DeskReferrals Waiting, DeskPromises Promised, DeskCases NotContactedYet);

public sealed record DeskReferrals(int Count, IReadOnlyList<DeskReferral> Referrals);

/// <param name="HowSoon">The referrer's word: a code of the group's list.</param>
public sealed record DeskReferral(Guid Id, string Reference, DateTime ReceivedAt, string? Team, string? HowSoon);

/// <param name="Count">Due today or before.</param>
/// <param name="Late">Due on an earlier day.</param>
public sealed record DeskPromises(int Count, int Late, IReadOnlyList<DeskPromise> Promises);

public sealed record DeskPromise(string Reference, DateOnly DueOn, DateTime? DueAt, bool Visit, bool Late);

public sealed record DeskCases(int Count, IReadOnlyList<DeskCase> Cases);

public sealed record DeskCase(string Reference, DateOnly OpenedOn, string? Team);
