using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Register.Died;

/// <param name="On">The day, where it is known.</param>
/// <param name="Words">Who told us; sealed.</param>
public sealed record DeathDetails(DateOnly? On, string? Words);

public enum DeathChange
{
    Done,
    NoSuchPerson,

    /// <summary>Somebody said so already: nothing was stopped twice.</summary>
    SaidAlready,

    /// <summary>Nobody has said so, or it was taken back.</summary>
    NotSaid,
}

/// <summary>Somebody has died: one act stops everything at once, and one takes it back.</summary>
public sealed class DeathService(GroupStore store, IReadOnlyList<IDeathStep> steps)
{
    public Task<DeathChange> SayAsync(PersonId person, DeathDetails details, Actor by, Guid? id = null) =>
        store.Write("PersonDied", by, async unit =>
        {
            await unit.AloneAsync(); // what is promised meanwhile is stopped here, or refused there
            if (await unit.Db.People.SingleOrDefaultAsync(p => p.Id == person) is not { } row)
                return DeathChange.NoSuchPerson;
            if (row.DiedAt is not null)
                return DeathChange.SaidAlready;
            row.DiedAt = unit.Now;
            var death = new Death { Id = id ?? Ids.New(), PersonId = person, DiedOn = details.On, SaidAt = unit.Now, SaidById = by.Id, SaidByName = by.Name };
            death.Words = unit.Seal(person, DiedWords.Words, death.Id, Clean(details.Words));
            unit.Db.Deaths.Add(death);
            await unit.Db.SaveChangesAsync();
            foreach (var step in steps)
                await step.StopAsync(new Stopping(unit, death));
            return DeathChange.Done;
        });

    /// <summary>It was a mistake. What was stopped goes on as it was; who had read the news is told.</summary>
    public Task<DeathChange> TakeBackAsync(PersonId person, string? why, Actor by) =>
        store.Write("DeathTakenBack", by, async unit =>
        {
            if (await unit.Db.People.SingleOrDefaultAsync(p => p.Id == person) is not { } row)
                return DeathChange.NoSuchPerson;
            if (row.DiedAt is null || await StandingAsync(unit.Db, person) is not { } death)
                return DeathChange.NotSaid;
            row.DiedAt = null;
            (death.TakenBackAt, death.TakenBackById) = (unit.Now, by.Id);
            await unit.Db.SaveChangesAsync();
            foreach (var step in steps)
                await step.StartAgainAsync(new Stopping(unit, death));
            return DeathChange.Done;
        }, why);

    /// <summary>Notes who was told, and by whom.</summary>
    /// <param name="id">The id the form gave: sent twice, it is one note.</param>
    /// <param name="told">UTC; null is now.</param>
    public Task<DeathChange> ToldAsync(Guid id, PersonId person, string whom, string? toldBy, DateTime? told, Actor by) =>
        store.Write("DeathTold", by, async unit =>
        {
            if (await unit.Db.DeathsTold.FindAsync(id) is not null)
                return DeathChange.Done;
            if (await StandingAsync(unit.Db, person) is not { } death)
                return DeathChange.NotSaid;
            unit.Db.DeathsTold.Add(new DeathTold
            {
                Id = id,
                DeathId = death.Id,
                PersonId = person,
                Whom = unit.Seal(person, DiedWords.Whom, id, whom.Trim()),
                ToldAt = told ?? unit.Now,
                ToldBy = Clean(toldBy) ?? by.Name,
                NotedById = by.Id,
            });
            return DeathChange.Done;
        });

    /// <summary>A peer has read the news, or that it was a mistake.</summary>
    public Task ReadAsync(Guid news, UserId peer, Actor by) =>
        store.Write("SadNewsRead", by, async unit =>
        {
            if (await unit.Db.SadNews.SingleOrDefaultAsync(n => n.Id == news && n.PeerId == peer) is not { } row)
                return;
            if (row.MistakeAt is null)
                row.ReadAt ??= unit.Now;
            else
                row.MistakeReadAt ??= unit.Now;
        });

    public static Task<Death?> StandingAsync(GroupDb db, PersonId person) =>
        db.Deaths.Where(d => d.PersonId == person && d.TakenBackAt == null).OrderByDescending(d => d.SaidAt).FirstOrDefaultAsync();

    /// <summary>News that waits for this peer: of a death, or that it was a mistake after they had read it.</summary>
    public static IQueryable<SadNews> WaitingFor(GroupDb db, UserId peer) => db.SadNews.Where(n => n.PeerId == peer
        && ((n.ReadAt == null && n.MistakeAt == null) || (n.ReadAt != null && n.MistakeAt != null && n.MistakeReadAt == null)));

    private static string? Clean(string? words) => string.IsNullOrWhiteSpace(words) ? null : words.Trim();
}
