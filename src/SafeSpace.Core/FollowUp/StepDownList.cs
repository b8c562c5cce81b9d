using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Diary;
using SafeSpace.Core.Register;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.FollowUp;

/// <summary>Somebody who is stepped down.</summary>
/// <param name="Peer">Who has them on their list; null when nobody has.</param>
/// <param name="LastAnswered">The day they were last really spoken with.</param>
/// <param name="Next">When it would be about time again: a suggestion, and never "late".</param>
public sealed record SteppedDown(Person Person, string? Phone, UserId? Peer, string? PeerName, Rhythm? Rhythm, DateOnly? LastAnswered, DateOnly? Next, Promise? Promise);

/// <summary>The step-down list: people whom peers ring from home, in the rhythm agreed with each of them, without an end.</summary>
public static class StepDownList
{
    private static readonly ContactKind[] Answered = [.. Enum.GetValues<ContactKind>().Where(k => k.IsAnswered())];

    public static async Task<IReadOnlyList<SteppedDown>> ReadAsync(GroupDb db, Viewer viewer)
    {
        var (phones, contacts) = (db.Set<PersonPhone>(), db.StandingContacts.Where(c => Answered.Contains(c.Kind)));
        var rows = await db.Cases.AsNoTracking().Where(c => c.State == CaseState.SteppedDown)
            .Join(db.PeopleSeenBy(viewer).AsNoTracking(), c => c.PersonId, p => p.Id, (c, p) => p)
            .Select(p => new
            {
                Person = p,
                Phone = phones.Where(n => n.PersonId == p.Id).OrderBy(n => n.Id).Select(n => n.Number).FirstOrDefault(),
                Last = contacts.Where(c => c.PersonId == p.Id).OrderByDescending(c => c.At).Select(c => (DateOnly?)c.Day).FirstOrDefault(),
            }).ToListAsync();
        var ids = rows.ConvertAll(r => r.Person.Id);
        var rhythms = (await db.Rhythms.AsNoTracking().Where(r => r.EndedAt == null && ids.Contains(r.PersonId)).OrderBy(r => r.MadeAt).ToListAsync()).ToLookup(r => r.PersonId);
        var ties = await db.PeerTies.AsNoTracking().Where(t => t.Kind == TieKind.StepDown && t.Until == null && ids.Contains(t.PersonId)).ToDictionaryAsync(t => t.PersonId, t => t.PeerId);
        var promises = (await db.Promises.AsNoTracking().Where(p => p.State == PromiseState.Open && p.For == null && ids.Contains(p.PersonId)).OrderBy(p => p.DueOn).ToListAsync()).ToLookup(p => p.PersonId);
        var peers = await PeersWhoRing.NamesAsync(db);
        return
        [
            .. rows.Select(r =>
            {
                var rhythm = rhythms[r.Person.Id].LastOrDefault();
                var peer = ties.TryGetValue(r.Person.Id, out var held) && peers.ContainsKey(held) ? held : (UserId?)null;
                return new SteppedDown(r.Person, r.Phone, peer, peer is { } id ? peers[id] : null, rhythm, r.Last, r.Last is { } last ? rhythm?.NextFrom(last) : null, promises[r.Person.Id].FirstOrDefault());
            }).OrderBy(s => s.Next ?? DateOnly.MaxValue).ThenBy(s => s.LastAnswered ?? DateOnly.MinValue).ThenBy(s => s.Person.ReferenceNumber),
        ];
    }
}
