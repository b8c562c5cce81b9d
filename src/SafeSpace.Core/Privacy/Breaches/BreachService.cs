using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Privacy.Breaches;

/// <param name="KnownAt">UTC: from then the 72 hours run.</param>
public sealed record BreachDetails(DateTime KnownAt, DateOnly? HappenedOn, string What, string? Whom, int? People, BreachRisk Risk, DateTime? AuthorityToldAt, string? AuthorityReference, string? NotToldWhy, string? Learned);

/// <summary>The log of what got out or got lost. An entry is never taken away; it is closed.</summary>
public sealed class BreachService(GroupStore store)
{
    public Task<int> AddAsync(Guid id, BreachDetails details, Actor by) => store.Write("BreachNoted", by, async unit =>
    {
        if (await unit.Db.Breaches.FindAsync(id) is { } known)
            return known.Number;
        var breach = new Breach { Id = id, Number = (await unit.Db.Breaches.MaxAsync(b => (int?)b.Number) ?? 0) + 1, AddedAt = unit.Now, AddedByName = by.Name };
        Fill(unit, breach, details);
        unit.Db.Breaches.Add(breach);
        return breach.Number;
    });

    /// <exception cref="StaleVersionException">Somebody changed it since <paramref name="seen"/>.</exception>
    public Task ChangeAsync(Guid id, Guid seen, BreachDetails details, Actor by) => store.Write("BreachChanged", by, async unit =>
    {
        var breach = await unit.Db.Breaches.SingleAsync(b => b.Id == id);
        Unit.Expect(breach, seen);
        Fill(unit, breach, details);
    });

    public Task ToldAsync(Guid id, Guid breach, string whom, DateTime? at, Actor by) => store.Write("BreachTold", by, async unit =>
    {
        if (await unit.Db.BreachesTold.FindAsync(id) is null)
            unit.Db.BreachesTold.Add(new BreachTold { Id = id, BreachId = breach, At = at ?? unit.Now, ByName = by.Name, Whom = unit.Seal(null, BreachSets.Told, id, whom.Trim()) });
    });

    public Task CloseAsync(Guid id, Actor by) => store.Write("BreachClosed", by, async unit =>
    {
        var breach = await unit.Db.Breaches.SingleAsync(b => b.Id == id);
        breach.ClosedAt ??= unit.Now;
    });

    private static void Fill(Unit unit, Breach breach, BreachDetails details)
    {
        (breach.KnownAt, breach.HappenedOn, breach.People, breach.Risk) = (details.KnownAt, details.HappenedOn, details.People, details.Risk);
        (breach.AuthorityToldAt, breach.AuthorityReference) = (details.AuthorityToldAt, string.IsNullOrWhiteSpace(details.AuthorityReference) ? null : details.AuthorityReference.Trim());
        breach.What = Again(unit, BreachSets.What, breach.Id, breach.What, details.What);
        breach.Whom = Again(unit, BreachSets.Whom, breach.Id, breach.Whom, details.Whom);
        breach.NotToldWhy = Again(unit, BreachSets.NotToldWhy, breach.Id, breach.NotToldWhy, details.NotToldWhy);
        breach.Learned = Again(unit, BreachSets.Learned, breach.Id, breach.Learned, details.Learned);
    }

    /// <summary>The same words stay sealed as they are.</summary>
    private static Sealed? Again(Unit unit, string column, Guid row, Sealed? now, string? words)
    {
        var said = string.IsNullOrWhiteSpace(words) ? null : words.Trim();
        return unit.Open(column, row, now) == said ? now : unit.Seal(null, column, row, said);
    }
}
