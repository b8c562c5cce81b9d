using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Help;

public sealed record StockDetails(string Name, string Item, int? LowAt);

public enum StockChange
{
    Done,
    NoSuchStock,

    /// <summary>More than is there.</summary>
    TooMany,
}

/// <summary>What is on our shelves: counted in, out and again.</summary>
public sealed class StockService(GroupStore store)
{
    /// <param name="count">How many are there at the start.</param>
    public Task AddAsync(Guid id, StockDetails details, int count, Actor by) => store.Write("StockAdded", by, async unit =>
    {
        if (await unit.Db.Stock.FindAsync(id) is not null)
            return;
        var stock = new StockItem { Id = id, Name = details.Name.Trim(), Item = details.Item, LowAt = details.LowAt };
        unit.Db.Stock.Add(stock);
        if (count > 0)
            StockBook.Add(unit, stock, StockMoveKind.CameIn, count);
    });

    /// <exception cref="StaleVersionException">Somebody else changed it first.</exception>
    public Task<StockChange> ChangeAsync(Guid id, Guid seen, StockDetails details, bool kept, Actor by) => store.Write("StockChanged", by, async unit =>
    {
        if (await unit.Db.Stock.FindAsync(id) is not { } stock)
            return StockChange.NoSuchStock;
        Unit.Expect(stock, seen);
        (stock.Name, stock.Item, stock.LowAt) = (details.Name.Trim(), details.Item, details.LowAt);
        stock.RetiredAt = kept ? null : stock.RetiredAt ?? unit.Now;
        return StockChange.Done;
    });

    /// <param name="move">The id the form gave: sent twice, it is one movement.</param>
    /// <param name="count">More than nothing.</param>
    public Task<StockChange> MoveAsync(Guid id, Guid move, bool into, int count, string? words, Actor by) => OnAsync(into ? "StockCameIn" : "StockWentOut", id, move, by, (unit, stock) =>
    {
        if (!into && count > stock.Count)
            return StockChange.TooMany;
        StockBook.Add(unit, stock, into ? StockMoveKind.CameIn : StockMoveKind.WentOut, into ? count : -count, words: words, id: move);
        return StockChange.Done;
    });

    /// <summary>Counted again: so many are there.</summary>
    public Task<StockChange> CountAgainAsync(Guid id, Guid move, int there, string why, Actor by) => OnAsync("StockCountedAgain", id, move, by, (unit, stock) =>
    {
        StockBook.Add(unit, stock, StockMoveKind.CountedAgain, there - stock.Count, words: why, id: move);
        return StockChange.Done;
    });

    private Task<StockChange> OnAsync(string kind, Guid id, Guid move, Actor by, Func<Unit, StockItem, StockChange> change) =>
        HelpService.AgainAsync(() => store.Write(kind, by, async unit => await unit.Db.Stock.FindAsync(id) is not { } stock ? StockChange.NoSuchStock
            : await unit.Db.StockMoves.AnyAsync(m => m.Id == move) ? StockChange.Done
            : change(unit, stock)));
}
