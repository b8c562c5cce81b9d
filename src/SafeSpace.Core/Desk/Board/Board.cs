using SafeSpace.Core.Data;
using SafeSpace.Core.Desk.Directing;
using SafeSpace.Core.Diary;
using SafeSpace.Core.FollowUp;
using SafeSpace.Core.Peers;
using SafeSpace.Core.Referrals;
using SafeSpace.Core.Register;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Desk.Board;

/// <summary>Why somebody stands on the board: the first of these that holds.</summary>
public enum Standing
{
    /// <summary>Something was promised, and its time has gone by.</summary>
    Late,

    /// <summary>Tried since they were last spoken with, and not reached.</summary>
    Tried,

    /// <summary>Promised for later today.</summary>
    Promised,

    /// <summary>Referred, and nobody has spoken with them yet.</summary>
    Waiting,

    /// <summary>The desk gave them to a peer, who has not spoken with them yet.</summary>
    Given,
}

/// <summary>Somebody the desk must not forget.</summary>
public sealed record BoardRow
{
    public required Person Person { get; init; }

    public required Standing Standing { get; init; }

    /// <summary>Since when they wait, UTC: the referral's moment, or the beginning of the day it is known to be of.</summary>
    public required DateTime Since { get; init; }

    /// <summary>Only the day is known.</summary>
    public bool SinceDayOnly { get; init; }

    /// <summary>The referrer's "how soon": its place in the group's own list; who has none comes after all of them.</summary>
    public int HowSoonStep { get; init; } = int.MaxValue;

    /// <summary>In the group's words; and the code behind them.</summary>
    public string? HowSoon { get; init; }

    public string? HowSoonCode { get; init; }

    /// <summary>The team that referred; a code of the group's list.</summary>
    public string? Team { get; init; }

    /// <summary>Nobody has spoken with them in this spell of their case.</summary>
    public bool NotSpokenWith { get; init; }

    /// <summary>A referral nobody has decided yet.</summary>
    public ReferralId? Undecided { get; init; }

    /// <summary>The earliest open promise that is due by today; on a row of tries, when to try next.</summary>
    public Promise? Promise { get; init; }

    /// <summary>It is late for so long that the supervisor is asked too. A word about the promise, never about a peer.</summary>
    public bool Climbed { get; init; }

    public int Tries { get; init; }

    public DateTime? LastTryAt { get; init; }

    /// <summary>Whom they were given to, and whether that peer took them on.</summary>
    public (string Peer, bool Accepted)? With { get; init; }

    /// <summary>Who rings them.</summary>
    public string? ClaimedBy { get; init; }

    /// <summary>A peer could not, a while ago.</summary>
    public string? HandedBackBy { get; init; }

    /// <summary>A word of that peer; opened where it is shown.</summary>
    public (Guid Direction, Sealed? Words)? BackWords { get; init; }
}

/// <summary>Late promises first, then the referrer's own "how soon", then who has waited longest. Nothing is worked out about anybody's risk.</summary>
public sealed class BoardOrder : IComparer<BoardRow>
{
    public static readonly BoardOrder Only = new();

    public int Compare(BoardRow? x, BoardRow? y)
    {
        var late = (y!.Standing == Standing.Late).CompareTo(x!.Standing == Standing.Late);
        if (late != 0)
            return late;
        var step = x.HowSoonStep.CompareTo(y.HowSoonStep);
        if (step != 0)
            return step;
        var since = x.Since.CompareTo(y.Since);
        return since != 0 ? since : x.Person.ReferenceNumber.CompareTo(y.Person.ReferenceNumber);
    }
}

/// <summary>A call or visit that goes on now.</summary>
public sealed record BoardCall(Guid Id, Person? Person, UserId PeerId, string Peer, ContactKind Kind, DateTime StartedAt)
{
    /// <summary>A caller nobody knows: without them on a page of their own, the desk alone can say what became of the call.</summary>
    public bool Unknown { get; init; }
}

/// <param name="FirstName">For somebody nobody knows; opened where it is shown.</param>
public sealed record BoardVisitor(Guid Id, Person? Person, Sealed? FirstName, DateTime ArrivedAt);

/// <param name="Quiet">Nobody has heard from them for a while: the board says since when, and guesses nothing.</param>
public sealed record BoardPeer(PeerOn On, DateTime? InACallSince, bool Quiet);

/// <summary>A call that came in and was given to a peer, from somebody nobody knows. Handed or taken back it stays, until somebody sees to it.</summary>
public sealed record BoardCaller(Guid Id, Sealed? Caller, string Peer, DirectionState State, DateTime GivenAt, Sealed? BackWords)
{
    /// <summary>Nobody has it now.</summary>
    public bool Waits => State is DirectionState.HandedBack or DirectionState.TakenBack;
}

/// <summary>What the contract plans for this month, and what it was so far. Null where nothing was planned.</summary>
public sealed record MonthSoFar(Month Month, int? PlannedCalls, int? PlannedVisits, int Calls, int Visits);

/// <summary>Who holds a key, and how they are reached.</summary>
public sealed record KeyholderShown(string Name, bool IsOn, string? ReachOn);

/// <summary>Somebody behind the wall waits: who holds the key, and whether they are on. Not who it is.</summary>
/// <param name="Link">What break-glass is asked with.</param>
public sealed record BehindTheWall(Guid Link, PersonId Person, Standing Standing, DateTime Since, IReadOnlyList<KeyholderShown> Keyholders)
{
    public bool NobodyOn => Keyholders.All(k => !k.IsOn);
}

/// <summary>The desk at one moment, whole. One reading serves every open board of the group; what each viewer may see of it is <see cref="For"/>.</summary>
public sealed record Board
{
    /// <summary>The change up to which it was read.</summary>
    public required long Version { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime AsAt { get; init; }

    public required DeskSettings Settings { get; init; }

    /// <summary>In the order of <see cref="BoardOrder"/>; each person once.</summary>
    public required IReadOnlyList<BoardRow> Rows { get; init; }

    /// <summary>There are more than the board shows.</summary>
    public bool More { get; init; }

    public required IReadOnlyList<BoardCall> Calls { get; init; }

    public required IReadOnlyList<BoardCaller> Callers { get; init; }

    public required IReadOnlyList<BoardVisitor> Visitors { get; init; }

    public required IReadOnlyList<BoardPeer> Peers { get; init; }

    public required MonthSoFar Month { get; init; }

    /// <summary>Two who are in the building should not meet. Who, the supervisor knows.</summary>
    public bool TwoShouldNotMeet { get; init; }

    /// <summary>Everybody behind a wall who waits for something.</summary>
    public required IReadOnlyList<BehindTheWall> Walled { get; init; }

    public IEnumerable<BoardRow> In(Standing standing) => Rows.Where(r => r.Standing == standing);

    /// <summary>Late, with nobody who rang, for longer than the group lets be.</summary>
    public IEnumerable<BoardRow> ForTheSupervisor => Rows.Where(r => r.Climbed);

    /// <summary>Whom an answer made of all of this shows: what "who looked" is told.</summary>
    public IEnumerable<PersonId> Shown => ShownOf(Rows);

    /// <summary>Whom a page shows that has these of the rows.</summary>
    public IEnumerable<PersonId> ShownOf(IEnumerable<BoardRow> rows) =>
        rows.Select(r => r.Person.Id).Concat(Calls.Select(c => c.Person?.Id).OfType<PersonId>()).Concat(Visitors.Select(v => v.Person?.Id).OfType<PersonId>()).Distinct();

    /// <summary>What somebody may see who is shut out from these people: they wait without a name, and are nowhere else.</summary>
    public Board For(IReadOnlyCollection<PersonId> walled) => this with
    {
        Rows = [.. Rows.Where(r => !walled.Contains(r.Person.Id))],
        Calls = [.. Calls.Select(c => c.Person is { } p && walled.Contains(p.Id) ? c with { Person = null } : c)],
        Visitors = [.. Visitors.Where(v => v.Person is not { } p || !walled.Contains(p.Id))],
        Walled = [.. Walled.Where(w => walled.Contains(w.Person))],
    };
}
