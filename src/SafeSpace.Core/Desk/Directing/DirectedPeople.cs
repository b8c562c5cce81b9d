using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Diary;
using SafeSpace.Core.Register;
using SafeSpace.Core.Register.Duplicates;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Desk.Directing;

/// <summary>"Yours": somebody or a call that the desk gave to a peer and that is not over.</summary>
/// <param name="Person">Null for a caller nobody knows.</param>
public sealed record DirectedTo(Direction Direction, Person? Person, string? Phone, string? GivenBy);

public static class DirectedPeople
{
    internal static readonly ContactKind[] Spoken = [.. Enum.GetValues<ContactKind>().Where(k => k.IsAnswered())];

    extension(GroupDb db)
    {
        /// <summary>Not ended, and seen to all the same: somebody spoke with them since the peer said yes, or that very peer since they were given. The desk ends these when it gives again.</summary>
        internal IQueryable<Direction> DirectionsSeenTo
        {
            get
            {
                var spoken = db.StandingContacts.Where(c => Spoken.Contains(c.Kind));
                return db.Directions.Where(d => d.EndedAt == null && d.PersonId != null
                    && spoken.Any(c => c.PersonId == d.PersonId && (c.At >= d.AcceptedAt || (c.PeerId == d.PeerId && c.At > d.GivenAt))));
            }
        }

        /// <summary>Given to a peer and not over.</summary>
        public IQueryable<Direction> DirectionsUnderWay
        {
            get
            {
                var seenTo = db.DirectionsSeenTo;
                return db.Directions.Where(d => d.EndedAt == null && !seenTo.Any(s => s.Id == d.Id));
            }
        }
    }

    /// <summary>Given to me and not answered yet, or taken on and not yet spoken with; the oldest first.</summary>
    public static async Task<IReadOnlyList<DirectedTo>> OfPeerAsync(GroupDb db, UserId me)
    {
        var open = await db.DirectionsUnderWay.AsNoTracking().Where(d => d.PeerId == me).OrderBy(d => d.GivenAt).ToListAsync();
        if (open.Count == 0)
            return [];
        var ids = open.Select(d => d.PersonId).OfType<PersonId>().ToList();
        var people = await db.People.AsNoTracking().Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id);
        var phones = (await db.Phones.AsNoTracking().Where(p => ids.Contains(p.PersonId)).OrderBy(p => p.Id).ToListAsync()).ToLookup(p => p.PersonId, p => p.Number);
        var givers = open.Select(d => d.GivenById?.Value).OfType<Guid>().Distinct().ToList();
        var names = await db.Users.AsNoTracking().Where(u => givers.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.DisplayName);
        return
        [
            .. open.Where(d => d.PersonId is not { } person || people.ContainsKey(person))
                .Select(d => new DirectedTo(
                    d,
                    d.PersonId is { } person ? people[person] : null,
                    d.PersonId is { } rung ? phones[rung].FirstOrDefault() : null,
                    d.GivenById is { } giver ? names.GetValueOrDefault(giver.Value) : null)),
        ];
    }
}

/// <summary>What the desk gave to an account that is closed is given to nobody: whoever runs the desk sees at once that it waits for somebody.</summary>
public sealed class DirectionsOfWhoLeft : IAccountStep
{
    public async Task BeforeRetireAsync(Unit unit, UserId account)
    {
        foreach (var given in await unit.Db.Directions.Where(d => d.PeerId == account && d.EndedAt == null).ToListAsync())
            (given.State, given.EndedAt) = (DirectionState.TakenBack, unit.Now);
    }
}

/// <summary>When two records become one, the kept record's peer goes on, and the newest word of what was asked for stands.</summary>
public sealed class DirectionsOfOnePerson : IMergeStep
{
    public async Task BeforeMoveAsync(Unit unit, PersonId kept, PersonId gone)
    {
        if (!await unit.Db.Directions.AnyAsync(d => d.PersonId == kept && d.EndedAt == null))
            return;
        foreach (var open in await unit.Db.Directions.Where(d => d.PersonId == gone && d.EndedAt == null).ToListAsync())
            (open.State, open.EndedAt) = (DirectionState.TakenBack, unit.Now);
    }
}
