using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Desk.Board;
using SafeSpace.Core.Desk.Wall;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure.Api;
using SafeSpace.Web.Infrastructure.Groups;
using SafeSpace.Web.Infrastructure.Security;

namespace SafeSpace.Web.Modules.Desk;

/// <summary>The desk just now, for programs: counts, and references to open the people by. No names, no notes, no risk.</summary>
public static class DeskEndpoints
{
    public static void MapDeskApi(this IEndpointRouteBuilder app) =>
        app.MapApi("/desk").MapGet("", NowAsync).Needs(Permission.TakeReferrals)
            .AddEndpointFilter(ShowsPeopleAttribute.Guard)
            .WithSummary("The desk just now")
            .WithDescription("What the board shows: referrals nobody decided yet, people nobody has spoken with yet, promises due today or late, people tried and not reached, calls that go on, visitors, how many peers are on, the month against its plan. In the board's order: late promises, the referrer's \"how soon\", time waited.")
            .Produces<DeskAnswer>();

    private static async Task<IResult> NowAsync(Boards boards, GroupStore store, [FromKeyedServices(WholeStore.Key)] GroupDb whole, Viewer viewer, PersonViews shown)
    {
        var board = (await boards.ReadAsync(store, whole)).For(await whole.WalledFromAsync(viewer));
        await shown.AsPageAsync("api/desk", [.. board.Shown]);
        var promised = board.Rows.Where(r => r.Promise is not null && r.Standing is Standing.Late or Standing.Promised).ToList();
        var undecided = board.Rows.Where(r => r.Undecided is not null).ToList();
        var unspoken = board.Rows.Where(r => r.NotSpokenWith).ToList();
        return Results.Ok(new DeskAnswer(
            board.AsAt,
            board.Version,
            new(undecided.Count, [.. undecided.Select(r => new DeskReferral(r.Undecided!.Value.Value, r.Person.Reference, r.Since, r.Team, r.HowSoonCode))]),
            new(promised.Count, promised.Count(r => r.Standing == Standing.Late), [.. promised.Select(r => new DeskPromise(r.Person.Reference, r.Promise!.DueOn, r.Promise.DueAt, r.Promise.Visit, r.Standing == Standing.Late))]),
            new(unspoken.Count, [.. unspoken.Select(r => new DeskCase(r.Person.Reference, store.Clock.DayOf(r.Since), r.Team))]),
            [.. board.In(Standing.Tried).Select(r => new DeskTried(r.Person.Reference, r.Tries, r.LastTryAt, r.Promise?.DueOn, r.Promise?.DueAt))],
            [.. board.Calls.Select(c => new DeskCall(c.Person?.Reference, c.StartedAt))],
            [.. board.Visitors.Select(v => new DeskVisitor(v.Person?.Reference, v.ArrivedAt))],
            new(board.Peers.Count, board.Peers.Count(p => p.InACallSince is not null), board.Peers.Count(p => p.On.AtHome), board.Peers.Count(p => p.Quiet)),
            board.Walled.Count,
            new(board.Month.Month.ToString(), board.Month.PlannedCalls, board.Month.Calls, board.Month.PlannedVisits, board.Month.Visits)));
    }
}

/// <summary>The desk at one moment, UTC.</summary>
/// <param name="Version">Grows with every change.</param>
/// <param name="BehindWalls">So many colleagues wait behind their own wall; who, no program is told.</param>
public sealed record DeskAnswer(
    DateTime AsAt, long Version, DeskReferrals Waiting, DeskPromises Promised, DeskCases NotContactedYet, IReadOnlyList<DeskTried> TriedNotReached,
    IReadOnlyList<DeskCall> InACall, IReadOnlyList<DeskVisitor> Visitors, DeskPeers Peers, int BehindWalls, DeskMonth Month);

public sealed record DeskReferrals(int Count, IReadOnlyList<DeskReferral> Referrals);

/// <param name="HowSoon">The referrer's word: a code of the group's list.</param>
public sealed record DeskReferral(Guid Id, string Reference, DateTime ReceivedAt, string? Team, string? HowSoon);

/// <param name="Count">Due today or before.</param>
/// <param name="Late">The time that was said has gone by, or the day.</param>
public sealed record DeskPromises(int Count, int Late, IReadOnlyList<DeskPromise> Promises);

public sealed record DeskPromise(string Reference, DateOnly DueOn, DateTime? DueAt, bool Visit, bool Late);

public sealed record DeskCases(int Count, IReadOnlyList<DeskCase> Cases);

public sealed record DeskCase(string Reference, DateOnly OpenedOn, string? Team);

/// <param name="Tries">Since they were last spoken with.</param>
/// <param name="NextOn">When to try next, where somebody said.</param>
public sealed record DeskTried(string Reference, int Tries, DateTime? LastAt, DateOnly? NextOn, DateTime? NextAt);

/// <param name="Reference">Null for somebody nobody knows.</param>
public sealed record DeskCall(string? Reference, DateTime StartedAt);

public sealed record DeskVisitor(string? Reference, DateTime ArrivedAt);

/// <param name="NotHeard">Nobody has heard from them for a while.</param>
public sealed record DeskPeers(int On, int InACall, int AtHome, int NotHeard);

/// <param name="PlannedCalls">Null where nothing was planned.</param>
public sealed record DeskMonth(string Month, int? PlannedCalls, int Calls, int? PlannedVisits, int Visits);
