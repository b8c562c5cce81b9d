using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.SocialValue;

/// <summary>What became of closing or opening a month.</summary>
public enum ClosingOutcome
{
    Done,

    /// <summary>It is not over yet.</summary>
    NotOver,

    /// <summary>Sign-ins of it wait for "a day or half a day".</summary>
    Undecided,

    /// <summary>A level that was used has no rate.</summary>
    NoRate,
    ClosedAlready,
    NotClosed,
    NoReason,
}

/// <summary>Closes months, whose figures stand from then on; and opens one again, with a reason, to put something right.</summary>
public sealed class ClosingService(GroupStore store)
{
    /// <param name="none">Books with nothing of this month in which nothing happened: they count as none, where the others stay missing.</param>
    /// <param name="isWhole">The sign-in book begins or ends within it, and the month is whole all the same: the centre was shut.</param>
    public Task<ClosingOutcome> CloseAsync(Month month, Actor by, IReadOnlyCollection<ValueComponent>? none = null, bool isWhole = false) => store.Write("MonthClosed", by, async unit =>
    {
        if (month.LastDay >= unit.Clock.Today)
            return ClosingOutcome.NotOver;
        if (await ClosedMonths.IsClosedAsync(unit.Db, month))
            return ClosingOutcome.ClosedAlready;
        var figures = (await ValueReport.WorkAsync(unit.Db, unit.Clock, month, month)).Months[0];
        figures = figures with { WithoutBook = [.. figures.WithoutBook.Except(none ?? [])], IsPart = figures.IsPart && !isWhole };
        if (figures.Undecided > 0)
            return ClosingOutcome.Undecided;
        if (figures.Lines.Any(l => l.Pence is null && !l.Count.IsZero))
            return ClosingOutcome.NoRate;
        unit.Db.MonthClosings.Add(new MonthClosing
        {
            Id = Ids.New(),
            Month = month,
            Number = 1 + await unit.Db.MonthClosings.CountAsync(c => c.Month == month),
            Figures = figures.ToJson(),
            ClosedAt = unit.Now,
            ClosedBy = unit.By.Name,
        });
        return ClosingOutcome.Done;
    });

    /// <param name="why">What is to be put right: people read it beside the difference.</param>
    public Task<ClosingOutcome> OpenAgainAsync(Month month, string? why, Actor by) => string.IsNullOrWhiteSpace(why)
        ? Task.FromResult(ClosingOutcome.NoReason)
        : store.Write("MonthOpenedAgain", by, async unit =>
        {
            if (await unit.Db.MonthClosings.SingleOrDefaultAsync(c => c.Month == month && c.ReopenedAt == null) is not { } closing)
                return ClosingOutcome.NotClosed;
            (closing.ReopenedAt, closing.ReopenedBy, closing.Why) = (unit.Now, unit.By.Name, why.Trim());
            return ClosingOutcome.Done;
        });
}

/// <summary>One cell that two versions of a month say differently. Money in pence.</summary>
public sealed record CellDifference(string Month, string Cell, Fraction? Was, Fraction? Now)
{
    public Fraction? By => Now - Was;

    public static IReadOnlyList<CellDifference> Between(IReadOnlyList<MonthFigures> was, IReadOnlyList<MonthFigures> now) =>
    [
        .. from old in was
           join fresh in now on old.Month equals fresh.Month
           from cell in ValueCells.Money
           where old.Cell(cell) != fresh.Cell(cell)
           select new CellDifference(old.Month, cell, old.Cell(cell), fresh.Cell(cell)),
    ];
}
