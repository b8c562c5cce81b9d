using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.Diary;
using SafeSpace.Core.Register;
using SafeSpace.Core.Register.Died;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.FollowUp;

/// <summary>Somebody who is mine: claimed, promised, on my step-down list, or last spoken with by me.</summary>
/// <param name="Promise">The earliest open promise of mine, if there is one.</param>
/// <param name="LastAt">The newest contact of anybody with them, UTC.</param>
public sealed record MyPerson(Person Person, string? Phone, Promise? Promise, DateTime? LastAt, ContactKind? LastKind)
{
    /// <summary>The promised time has gone by, or the promised day. A word about the promise, never about a peer.</summary>
    public bool IsLate(DateTime now, DateOnly today) => Promise is { } promise && Lateness.IsLate(promise, now, today);
}

public static class MyPeople
{
    /// <summary>"Spoke last" looks through as many of a peer's newest contacts: it costs the same after ten years as after one.</summary>
    private const int NewestContacts = 500;

    public static async Task<IReadOnlyList<MyPerson>> ReadAsync(GroupDb db, UserId me)
    {
        var promises = await db.Promises.AsNoTracking().Where(p => p.PeerId == me && p.State == PromiseState.Open).OrderBy(p => p.DueOn).ThenBy(p => p.DueAt).ToListAsync();
        var ids = promises.Select(p => p.PersonId)
            .Concat(await db.PeerTies.Where(t => t.PeerId == me && t.Until == null).Select(t => t.PersonId).ToListAsync())
            .Concat(await SpokeLastAsync(db, me))
            .ToHashSet();
        if (ids.Count == 0)
            return [];
        var (phones, standing) = (db.Set<PersonPhone>(), db.StandingContacts);
        var people = await db.LivingPeople.AsNoTracking().Where(p => ids.Contains(p.Id)).Select(p => new
        {
            Person = p,
            Phone = phones.Where(n => n.PersonId == p.Id).OrderBy(n => n.Id).Select(n => n.Number).FirstOrDefault(),
            LastAt = standing.Where(c => c.PersonId == p.Id).OrderByDescending(c => c.At).Select(c => (DateTime?)c.At).FirstOrDefault(),
            LastKind = standing.Where(c => c.PersonId == p.Id).OrderByDescending(c => c.At).Select(c => (ContactKind?)c.Kind).FirstOrDefault(),
        }).ToListAsync();
        return [.. people.Select(p => new MyPerson(p.Person, p.Phone, promises.Find(r => r.PersonId == p.Person.Id), p.LastAt, p.LastKind))];
    }

    private static async Task<IReadOnlyList<PersonId>> SpokeLastAsync(GroupDb db, UserId me)
    {
        var recent = (await db.Contacts.Where(c => c.PeerId == me).OrderByDescending(c => c.At).Take(NewestContacts)
            .Where(c => c.CorrectedById == null && c.PersonId != null).Select(c => c.PersonId!.Value).Distinct().ToListAsync()).ToHashSet();
        if (recent.Count == 0)
            return [];
        var named = db.StandingContacts.Where(c => c.PeerId != null);
        return await db.Cases.Where(c => recent.Contains(c.PersonId) && c.State != CaseState.Closed
            && named.Where(o => o.PersonId == c.PersonId).OrderByDescending(o => o.At).Select(o => o.PeerId).FirstOrDefault() == me)
            .Select(c => c.PersonId).ToListAsync();
    }
}
