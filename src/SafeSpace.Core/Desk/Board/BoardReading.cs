using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Desk.Directing;
using SafeSpace.Core.Desk.Visitors;
using SafeSpace.Core.Diary;
using SafeSpace.Core.FollowUp;
using SafeSpace.Core.Peers;
using SafeSpace.Core.Register;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Desk.Board;

/// <summary>Reads the desk from the rows, each by an index: what it costs follows from who is open now, not from how long the group has been at work.</summary>
/// <param name="whole">The whole store: what a viewer may see is taken from it afterwards.</param>
public sealed class BoardReading(GroupDb whole, GroupClock clock)
{
    /// <summary>So many of each kind are read; a desk with more says so.</summary>
    public const int Most = 200;

    private static readonly TimeSpan CallersWaitFor = TimeSpan.FromDays(7);

    private static readonly ContactKind[] Calls = [.. Enum.GetValues<ContactKind>().Where(k => k.IsCall())];
    private static readonly ContactKind[] Visits = [.. Enum.GetValues<ContactKind>().Where(k => k.IsVisit())];

    public async Task<Board> ReadAsync()
    {
        var version = await whole.VersionAsync();
        var now = clock.Now;
        var settings = await DeskSettings.ReadAsync(whole);
        var on = await OnShift.ReadAsync(whole, clock);
        var names = new PeerNames(whole);
        var (rows, more) = await new BoardRows(whole, clock, settings, names).ReadAsync();
        var (calls, visitors) = await GoingOnAsync(names);
        var callers = await CallersAsync();
        await names.LoadAsync(callers.Select(c => (UserId?)c.PeerId));
        return new Board
        {
            Version = version,
            AsAt = now,
            Settings = settings,
            Rows = rows,
            More = more,
            Calls = calls,
            Callers = [.. callers.Select(c => new BoardCaller(c.Id, c.Caller, names.Of(c.PeerId), c.State, c.GivenAt, c.BackWords))],
            Visitors = visitors,
            Peers = [.. on.Select(p => new BoardPeer(p, calls.FirstOrDefault(c => c.PeerId == p.PeerId)?.StartedAt, settings.IsQuiet(p.HeardAt, now)))],
            Month = await MonthAsync(),
            TwoShouldNotMeet = (await InTheBuilding.ReadAsync(whole, clock)).TwoShouldNotMeet,
            Walled = await WalledPeople.ReadAsync(whole, rows, on, names),
        };
    }

    private async Task<(List<BoardCall> Calls, List<BoardVisitor> Visitors)> GoingOnAsync(PeerNames names)
    {
        var calls = await whole.CallsUnderWay.AsNoTracking().Where(c => c.EndedAt == null).OrderBy(c => c.StartedAt).Take(Most).ToListAsync();
        var visits = await whole.Visits.AsNoTracking().Where(v => v.LeftAt == null).OrderBy(v => v.ArrivedAt).Take(Most).ToListAsync();
        var ids = calls.Select(c => c.PersonId).Concat(visits.Select(v => v.PersonId)).OfType<PersonId>().Distinct().ToList();
        var people = ids.Count == 0 ? [] : await whole.PeopleWithMerged.AsNoTracking().Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id);
        await names.LoadAsync(calls.Select(c => (UserId?)c.PeerId));
        return (
            [.. calls.Select(c => new BoardCall(c.Id, c.PersonId is { } p ? people.GetValueOrDefault(p) : null, c.PeerId, names.Of(c.PeerId), c.Kind, c.StartedAt) { Unknown = c.PersonId is null })],
            [.. visits.Select(v => new BoardVisitor(v.Id, v.PersonId is { } p ? people.GetValueOrDefault(p) : null, v.FirstName, v.ArrivedAt))]);
    }

    /// <summary>Callers nobody knows: with a peer; and those whom nobody has, since a peer could not or left, or the desk took them back. Who has no page of their own stands nowhere else.</summary>
    private async Task<List<Direction>> CallersAsync()
    {
        var since = clock.Now - CallersWaitFor;
        var open = await whole.Directions.AsNoTracking().Where(d => d.EndedAt == null && d.PersonId == null).OrderBy(d => d.GivenAt).Take(Most).ToListAsync();
        var back = await whole.Directions.AsNoTracking()
            .Where(d => d.EndedAt >= since && d.PersonId == null && (d.State == DirectionState.HandedBack || d.State == DirectionState.TakenBack)).OrderBy(d => d.GivenAt).Take(Most).ToListAsync();
        return [.. back, .. open];
    }

    private async Task<MonthSoFar> MonthAsync()
    {
        var month = Month.Of(clock.Today);
        var start = clock.StartOf(month.FirstDay);
        var counts = await whole.StandingContacts.Where(c => c.At >= start).GroupBy(c => c.Kind).Select(g => new { g.Key, Count = g.Count() }).ToListAsync();
        var plan = await whole.ContractPlans.AsNoTracking().Where(p => p.From <= month).OrderByDescending(p => p.From).FirstOrDefaultAsync();
        return new MonthSoFar(month, plan?.Calls, plan?.Visits, counts.Where(c => Calls.Contains(c.Key)).Sum(c => c.Count), counts.Where(c => Visits.Contains(c.Key)).Sum(c => c.Count));
    }
}

/// <summary>What colleagues are called, each looked up once.</summary>
public sealed class PeerNames(GroupDb db)
{
    private readonly Dictionary<Guid, string> names = [];
    private readonly HashSet<Guid> left = [];

    public async Task LoadAsync(IEnumerable<UserId?> peers)
    {
        var missing = peers.OfType<UserId>().Select(p => p.Value).Where(p => !names.ContainsKey(p)).Distinct().ToList();
        if (missing.Count == 0)
            return;
        foreach (var user in await db.Users.AsNoTracking().Where(u => missing.Contains(u.Id)).Select(u => new { u.Id, u.DisplayName, u.RetiredAt }).ToListAsync())
        {
            names[user.Id] = user.DisplayName;
            if (user.RetiredAt is not null)
                left.Add(user.Id);
        }
    }

    public string Of(UserId peer) => names.GetValueOrDefault(peer.Value, "—");

    /// <summary>Their account is closed: they ring nobody any more.</summary>
    public bool HasLeft(UserId peer) => left.Contains(peer.Value);
}
