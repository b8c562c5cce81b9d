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

    /// <summary>Its time was over on that day.</summary>
    TimeOver,
}

/// <param name="Kind">Put in, taken out again, or spent on something that is for nobody alone.</param>
/// <param name="Day">Null: today.</param>
public sealed record PotMove(PotEntryKind Kind, long Pence, string? Words, DateOnly? Day = null);

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

    /// <summary>Money put in, given back to whose it was, or spent on what is for nobody alone: a box of food for the shelf.</summary>
    /// <param name="entry">The id the form gave: sent twice, it is one movement.</param>
    public Task<PotChange> MoveAsync(Guid id, Guid entry, PotMove move, Actor by) => OnAsync(NameOf(move.Kind), id, by, async (unit, pot) =>
    {
        var day = move.Day ?? unit.Clock.DayOf(unit.Now);
        if (await unit.Db.PotEntries.AnyAsync(e => e.Id == entry))
            return PotChange.Done;
        if (pot.ClosedAt is not null)
            return PotChange.Closed;
        if (move.Kind == PotEntryKind.Spent && !pot.IsOpenOn(day))
            return PotChange.TimeOver;
        if (move.Kind != PotEntryKind.PutIn && move.Pence > pot.LeftPence)
            return PotChange.TooMuch;
        PotBook.Add(unit, pot, move.Kind, move.Pence, day, words: Clean(move.Words), id: entry);
        return PotChange.Done;
    });

    /// <summary>Spent on what is for nobody alone, by mistake: it counts for nothing any more. What somebody was given, or a peer was paid, is put right where it stands.</summary>
    public Task<PotChange> ReleaseAsync(Guid id, Guid entry, Actor by) => OnAsync("PotSpendingTakenBack", id, by, async (unit, pot) =>
    {
        if (await unit.Db.PotEntries.SingleOrDefaultAsync(e => e.Id == entry && e.PotId == id && e.HelpId == null && e.ClaimId == null) is not { Kind: PotEntryKind.Spent or PotEntryKind.Released } row)
            return PotChange.NoSuchPot;
        PotBook.Turn(pot, row, PotEntryKind.Released);
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

    private static string NameOf(PotEntryKind kind) => kind switch
    {
        PotEntryKind.PutIn => "PotFilled",
        PotEntryKind.TakenOut => "PotMoneyTakenOut",
        PotEntryKind.Spent => "PotMoneySpent",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No such movement."),
    };

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
