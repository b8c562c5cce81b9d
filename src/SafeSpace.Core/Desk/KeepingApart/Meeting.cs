using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.Register;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Desk.KeepingApart;

/// <summary>Somebody who might be put together with somebody else: a person of the register or a colleague's account; both, where they are one human being.</summary>
public readonly record struct Party(PersonId? Person, UserId? Account)
{
    public static Party Of(PersonId person) => new(person, null);

    public static Party Of(UserId account) => new(null, account);
}

/// <summary>
/// Who must be kept apart, all of it: read once, asked as often as needed. It answers yes or no and never why.
/// Directing, visits, groups and deliveries ask here.
/// </summary>
public sealed class Meeting
{
    private readonly HashSet<(Guid, Guid)> apart = [];
    private readonly Dictionary<Guid, Guid> sameAs = [];

    /// <param name="links">Which account is whose record. Somebody may have two records: then all of it is one human being.</param>
    private Meeting(IEnumerable<IReadOnlyList<Guid>> pairs, IEnumerable<(Guid Account, Guid Person)> links)
    {
        foreach (var (account, person) in links)
        {
            if (Stand(account) is var known && Stand(person) is var other && known != other)
                sameAs[known] = other;
        }

        foreach (var pair in pairs.Where(p => p.Count == 2))
            apart.Add(Key(Stand(pair[0]), Stand(pair[1])));
    }

    /// <param name="whole">The whole store, never one behind a wall: what is hidden must be kept apart too.</param>
    public static async Task<Meeting> ReadAsync(GroupDb whole)
    {
        var kept = whole.KeptApart.Where(k => k.Until == null);
        var sides = await whole.KeepApartSides.AsNoTracking().Where(s => kept.Any(k => k.Id == s.KeepApartId))
            .Select(s => new { s.KeepApartId, s.PersonId, s.UserId }).ToListAsync();
        var links = sides.Count == 0 ? [] : await whole.PersonAccounts.AsNoTracking().Where(a => a.Until == null).Select(a => new { a.PersonId, a.UserId }).ToListAsync();
        return new Meeting(
            sides.GroupBy(s => s.KeepApartId).Select(g => (IReadOnlyList<Guid>)[.. g.Select(s => s.PersonId?.Value ?? s.UserId!.Value.Value)]),
            links.Select(l => (l.UserId.Value, l.PersonId.Value)));
    }

    /// <summary>May these two be put together?</summary>
    public bool May(Party one, Party other) => apart.Count == 0 || !apart.Contains(Key(Stand(one), Stand(other)));

    /// <summary>Does a group of people hold two who must be kept apart?</summary>
    public bool MayAll(IReadOnlyCollection<Party> together) =>
        apart.Count == 0 || together.Select((one, i) => together.Skip(i + 1).All(other => May(one, other))).All(may => may);

    /// <summary>Those of <paramref name="others"/> who must not meet <paramref name="one"/>.</summary>
    public IEnumerable<Party> NotWith(Party one, IEnumerable<Party> others) => others.Where(other => !May(one, other));

    private Guid Stand(Party party) => Stand(party.Person?.Value ?? party.Account?.Value ?? Guid.Empty);

    /// <summary>An account that is a person of the register too stands for that person.</summary>
    private Guid Stand(Guid id)
    {
        while (sameAs.TryGetValue(id, out var same))
            id = same;
        return id;
    }

    private static (Guid, Guid) Key(Guid one, Guid other) => one.CompareTo(other) <= 0 ? (one, other) : (other, one);
}
