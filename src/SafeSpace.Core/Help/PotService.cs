using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Help;

/// <param name="Item">Null: it pays for anything.</param>
public sealed record PotDetails(string Name, string? From, string? For, string? Item, DateOnly? Until);

public enum PotChange
{
    Done,
    NoSuchPot,

    /// <summary>It is closed.</summary>
    Closed,

    /// <summary>More than is left in it.</summary>
    TooMuch,

    /// <summary>Something is still promised from it.</summary>
    StillPromised,
}

/// <summary>Pots: made, filled, closed.</summary>
public sealed class PotService(GroupStore store)
{
    /// <param name="id">The id the form gave: sent twice, it is one pot.</param>
    /// <param name="pence">What is put in at the start.</param>
    public Task<Pot> AddAsync(Guid id, PotDetails details, long pence, Actor by) => store.Write("PotMade", by, async unit =>
    {
        if (await unit.Db.Pots.FindAsync(id) is { } before)
            return before;
        var pot = new Pot { Id = id, Name = details.Name.Trim(), MadeAt = unit.Now };
        Fill(pot, details);
        unit.Db.Pots.Add(pot);
        if (pence > 0)
            PotBook.Add(unit, pot, PotEntryKind.PutIn, pence, unit.Clock.DayOf(unit.Now));
        return pot;
    });

    /// <exception cref="StaleVersionException">Somebody else changed it first.</exception>
    public Task<PotChange> ChangeAsync(Guid id, Guid seen, PotDetails details, Actor by) => store.Write("PotChanged", by, async unit =>
    {
        if (await unit.Db.Pots.FindAsync(id) is not { } pot)
            return PotChange.NoSuchPot;
        Unit.Expect(pot, seen);
        Fill(pot, details);
        return PotChange.Done;
    });

    /// <summary>Money put in, or given back to whose it was.</summary>
    public Task<PotChange> MoveAsync(Guid id, Guid entry, bool putIn, long pence, string? words, Actor by) => OnAsync(putIn ? "PotFilled" : "PotMoneyTakenOut", id, by, async (unit, pot) =>
    {
        if (await unit.Db.PotEntries.AnyAsync(e => e.Id == entry))
            return PotChange.Done;
        if (pot.ClosedAt is not null)
            return PotChange.Closed;
        if (!putIn && pence > pot.LeftPence)
            return PotChange.TooMuch;
        PotBook.Add(unit, pot, putIn ? PotEntryKind.PutIn : PotEntryKind.TakenOut, pence, unit.Clock.DayOf(unit.Now), words: string.IsNullOrWhiteSpace(words) ? null : words.Trim(), id: entry);
        return PotChange.Done;
    });

    /// <summary>Nothing is spent from it any more. Money may still come back to it.</summary>
    public Task<PotChange> CloseAsync(Guid id, bool closed, Actor by) => OnAsync(closed ? "PotClosed" : "PotOpenedAgain", id, by, (unit, pot) =>
    {
        if (closed && pot.PromisedPence > 0)
            return Task.FromResult(PotChange.StillPromised);
        pot.ClosedAt = closed ? pot.ClosedAt ?? unit.Now : null;
        return Task.FromResult(PotChange.Done);
    });

    private Task<PotChange> OnAsync(string kind, Guid id, Actor by, Func<Unit, Pot, Task<PotChange>> change) =>
        HelpService.AgainAsync(() => store.Write(kind, by, async unit => await unit.Db.Pots.FindAsync(id) is { } pot ? await change(unit, pot) : PotChange.NoSuchPot));

    private static void Fill(Pot pot, PotDetails details)
    {
        pot.Name = details.Name.Trim();
        pot.From = Clean(details.From);
        pot.For = Clean(details.For);
        pot.Item = details.Item;
        pot.Until = details.Until;
    }

    private static string? Clean(string? words) => string.IsNullOrWhiteSpace(words) ? null : words.Trim();
}
