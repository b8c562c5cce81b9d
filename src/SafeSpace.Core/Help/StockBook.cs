using SafeSpace.Core.Data;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Help;

/// <summary>Writes stock inside a unit of work: the movement and the count together.</summary>
internal static class StockBook
{
    public static void Add(Unit unit, StockItem stock, StockMoveKind kind, int count, HelpGiven? help = null, string? words = null, Guid? id = null)
    {
        var move = new StockMove
        {
            Id = id ?? Ids.New(),
            StockId = stock.Id,
            PersonId = help?.PersonId,
            Kind = kind,
            Count = count,
            Day = unit.Clock.DayOf(unit.Now),
            At = unit.Now,
            ById = unit.By.Id,
            ByName = unit.By.Name,
            HelpId = help?.Id,
        };
        move.Words = unit.Seal(help?.PersonId, HelpColumns.Move, move.Id, string.IsNullOrWhiteSpace(words) ? null : words.Trim());
        unit.Db.StockMoves.Add(move);
        stock.Count += count;
    }
}
