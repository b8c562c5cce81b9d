using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.Desk.Directing;
using SafeSpace.Core.Diary;
using SafeSpace.Core.FollowUp;
using SafeSpace.Core.Peers;
using SafeSpace.Core.Referrals;
using SafeSpace.Core.Register;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Desk.Board;

/// <summary>Finds everybody the desk must not forget, and says why each of them stands there: once each.</summary>
internal sealed class BoardRows(GroupDb whole, GroupClock clock, DeskSettings settings, PeerNames names)
{
    private static readonly TimeSpan TriesShownFor = TimeSpan.FromDays(7);
    private static readonly TimeSpan BackWordsShownFor = TimeSpan.FromHours(12);

    private readonly DateTime now = clock.Now;
    private readonly DateOnly today = clock.Today;

    public async Task<(IReadOnlyList<BoardRow> Rows, bool More)> ReadAsync()
    {
        // Of more than fit, the newest: a register brought in from elsewhere may hold hundreds nobody noted a call with, and who came today must stand here.
        var cases = await whole.Cases.AsNoTracking().Where(c => c.State != CaseState.Closed && c.FirstAnsweredAt == null).OrderByDescending(c => c.OpenedOn).Take(BoardReading.Most + 1).ToListAsync();
        var undecided = await whole.Referrals.AsNoTracking().Where(r => r.Outcome == ReferralOutcome.Waiting).OrderBy(r => r.ReceivedAt).Take(BoardReading.Most + 1).ToListAsync();
        var promises = await whole.Promises.AsNoTracking().Where(p => p.State == PromiseState.Open && p.DueOn <= today).OrderBy(p => p.DueOn).ThenBy(p => p.DueAt).Take(BoardReading.Most + 1).ToListAsync();
        var tries = await TriesAsync();
        var given = await whole.DirectionsUnderWay.AsNoTracking().Where(d => d.PersonId != null).OrderBy(d => d.GivenAt).Take(BoardReading.Most + 1).ToListAsync();
        var more = cases.Count > BoardReading.Most || undecided.Count > BoardReading.Most || promises.Count > BoardReading.Most || given.Count > BoardReading.Most;
        var ids = cases.Take(BoardReading.Most).Select(c => c.PersonId).Concat(undecided.Take(BoardReading.Most).Select(r => r.PersonId))
            .Concat(promises.Take(BoardReading.Most).Select(p => p.PersonId)).Concat(tries.Keys).Concat(given.Take(BoardReading.Most).Select(d => d.PersonId!.Value)).Distinct().ToList();
        if (ids.Count == 0)
            return ([], more);
        var known = await KnownAsync(ids, cases, given);
        var rows = ids.Where(known.People.ContainsKey)
            .Select(id => Row(id, known, cases.Find(c => c.PersonId == id), undecided.Find(r => r.PersonId == id), promises.Find(p => p.PersonId == id), tries.GetValueOrDefault(id)))
            .OfType<BoardRow>().ToList();
        rows.Sort(BoardOrder.Only);
        return (rows, more);
    }

    private BoardRow? Row(PersonId id, Known known, Case? waiting, Referral? undecided, Promise? promise, Tried? tried)
    {
        var step = promise is null ? LateStep.NotLate : Lateness.StepOf(promise, clock, settings.DeskHas);
        var late = step != LateStep.NotLate;
        var direction = known.Open.GetValueOrDefault(id);
        if (promise is null && waiting is null && undecided is null && direction is null && !known.OpenCases.Contains(id))
            return null; // tried once, and the case was closed since
        var referral = known.Referrals.GetValueOrDefault(id);
        var day = waiting?.OpenedOn ?? (promise is not null ? promise.DueOn : clock.DayOf(tried?.LastAt ?? now));
        var back = direction is null ? known.Back.GetValueOrDefault(id) : null;
        var howSoon = (undecided ?? referral)?.HowSoon is { } code ? known.Steps.GetValueOrDefault(code) : default;
        return new BoardRow
        {
            Person = known.People[id],
            Standing = late ? Standing.Late : tried is not null ? Standing.Tried : promise is not null ? Standing.Promised : waiting is not null || undecided is not null ? Standing.Waiting : Standing.Given,
            Since = promise is null && waiting is null && undecided is null && direction is not null ? direction.GivenAt : late || (promise is not null && waiting is null) ? promise!.DueAt ?? clock.StartOf(promise.DueOn) : (undecided ?? referral)?.ReceivedAt ?? clock.StartOf(day),
            SinceDayOnly = undecided is null && referral is null,
            HowSoon = howSoon.Label,
            HowSoonCode = (undecided ?? referral)?.HowSoon,
            Team = (undecided ?? referral)?.Team ?? waiting?.Team,
            HowSoonStep = howSoon.Label is null ? int.MaxValue : howSoon.Position,
            NotSpokenWith = waiting is not null,
            Undecided = undecided?.Id,
            Promise = promise,
            Climbed = step == LateStep.AskTheSupervisor,
            Tries = tried?.Count ?? 0,
            LastTryAt = tried?.LastAt,
            With = direction is null ? null : (names.Of(direction.PeerId), direction.State == DirectionState.Accepted),
            ClaimedBy = known.Claims.TryGetValue(id, out var peer) && !names.HasLeft(peer) ? names.Of(peer) : null,
            HandedBackBy = back is null ? null : names.Of(back.PeerId),
            BackWords = back is null ? null : (back.Id, back.BackWords),
        };
    }

    /// <summary>Tries since somebody was last spoken with, of whoever was tried in the last days.</summary>
    private async Task<Dictionary<PersonId, Tried>> TriesAsync()
    {
        var since = now - TriesShownFor;
        var tried = await whole.StandingContacts.Where(c => c.At >= since && c.Kind == ContactKind.NoAnswer && c.PersonId != null).Select(c => new { Person = c.PersonId!.Value, c.At }).ToListAsync();
        if (tried.Count == 0)
            return [];
        var ids = tried.Select(t => t.Person).Distinct().ToList();
        var spoken = await whole.StandingContacts.Where(c => c.At >= since && c.PersonId != null && ids.Contains(c.PersonId.Value) && DirectedPeople.Spoken.Contains(c.Kind))
            .GroupBy(c => c.PersonId!.Value).Select(g => new { g.Key, At = g.Max(c => c.At) }).ToDictionaryAsync(g => g.Key, g => g.At);
        return tried.Where(t => !spoken.TryGetValue(t.Person, out var at) || t.At > at).GroupBy(t => t.Person)
            .ToDictionary(g => g.Key, g => new Tried(g.Count(), g.Max(t => t.At)));
    }

    private async Task<Known> KnownAsync(List<PersonId> ids, List<Case> cases, List<Direction> given)
    {
        var people = await whole.People.AsNoTracking().Where(p => ids.Contains(p.Id) && p.DiedAt == null).ToDictionaryAsync(p => p.Id);
        var openCases = (await whole.Cases.Where(c => ids.Contains(c.PersonId) && c.State != CaseState.Closed).Select(c => c.PersonId).ToListAsync()).ToHashSet();
        var opened = cases.ToDictionary(c => c.PersonId, c => c.OpenedOn);
        var referrals = (await whole.Referrals.AsNoTracking().Where(r => ids.Contains(r.PersonId)).ToListAsync())
            .Where(r => opened.TryGetValue(r.PersonId, out var day) && r.Day >= day).GroupBy(r => r.PersonId).ToDictionary(g => g.Key, g => g.MinBy(r => r.ReceivedAt)!);
        var claims = await whole.PeerTies.Where(t => ids.Contains(t.PersonId) && t.Kind == TieKind.Claimed && t.Until == null).Select(t => new { t.PersonId, t.PeerId }).ToDictionaryAsync(t => t.PersonId, t => t.PeerId);
        var since = now - BackWordsShownFor;
        var open = given.ToDictionary(d => d.PersonId!.Value);
        var back = (await whole.Directions.AsNoTracking().Where(d => d.EndedAt >= since && d.PersonId != null && d.State == DirectionState.HandedBack).ToListAsync())
            .GroupBy(d => d.PersonId!.Value).ToDictionary(g => g.Key, g => g.MaxBy(d => d.EndedAt)!);
        var steps = await whole.ListEntries.AsNoTracking().Where(e => e.List == GroupList.HowSoon).ToDictionaryAsync(e => e.Code, e => ((string?)e.Label, e.Position));
        await names.LoadAsync(claims.Values.Concat(open.Values.Concat(back.Values).Select(d => d.PeerId)).Select(p => (UserId?)p));
        return new Known(people, openCases, referrals, claims, open, back, steps);
    }

    private sealed record Tried(int Count, DateTime LastAt);

    private sealed record Known(
        Dictionary<PersonId, Person> People, HashSet<PersonId> OpenCases, Dictionary<PersonId, Referral> Referrals, Dictionary<PersonId, UserId> Claims,
        Dictionary<PersonId, Direction> Open, Dictionary<PersonId, Direction> Back, Dictionary<string, (string? Label, int Position)> Steps);
}
