using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Community;

/// <summary>One line of a month's list of levels.</summary>
public sealed record LevelOf(string Name, string Level);

/// <summary>What became of a change of levels.</summary>
public enum LevelChange
{
    Done,
    NotThere,
    MonthClosed,
}

/// <summary>
/// Peer supporters' levels. A month nobody wrote in goes by the newest list before it; the first change in a month copies that list, and
/// the month has its own from then on.
/// </summary>
public sealed class LevelService(GroupStore store, Func<GroupDb, Month, Task<bool>> isClosed)
{
    /// <summary>The month whose list a month goes by; null before the first list.</summary>
    public static Task<Month?> ListOfAsync(GroupDb db, Month month) =>
        db.SupportLevelMonths.Where(m => m.Month <= month).OrderByDescending(m => m.Month).Select(m => (Month?)m.Month).FirstOrDefaultAsync();

    /// <param name="level">The new level; null: not active in this month.</param>
    public Task<LevelChange> SetAsync(Month month, string name, string? level, Actor by) => store.Write(level is null ? "SupporterStopped" : "SupportLevelSet", by, async unit =>
    {
        if (await isClosed(unit.Db, month))
            return LevelChange.MonthClosed;
        var rows = await OwnListAsync(unit, month);
        var key = BookNames.Of(name);
        var row = rows.SingleOrDefault(l => l.NameKey == key);
        if (level is null)
        {
            if (row is null)
                return LevelChange.NotThere;
            row.StoppedAt ??= unit.Now;
        }
        else if (row is null)
        {
            unit.Db.SupportLevels.Add(new SupportLevel { Id = Ids.New(), Month = month, Name = name.Trim(), NameKey = key, Level = level });
        }
        else
        {
            (row.Level, row.StoppedAt) = (level, null);
        }

        return LevelChange.Done;
    });

    private static async Task<List<SupportLevel>> OwnListAsync(Unit unit, Month month)
    {
        if (await unit.Db.SupportLevelMonths.AnyAsync(m => m.Month == month))
            return await unit.Db.SupportLevels.Where(l => l.Month == month).ToListAsync();
        // Months between the last list and this one go on by the old list.
        var rows = await ListOfAsync(unit.Db, month) is { } before
            ? (await unit.Db.SupportLevels.AsNoTracking().Where(l => l.Month == before && l.StoppedAt == null).ToListAsync())
                .ConvertAll(l => new SupportLevel { Id = Ids.New(), Month = month, Name = l.Name, NameKey = l.NameKey, Level = l.Level })
            : [];
        unit.Db.SupportLevelMonths.Add(new SupportLevelMonth { Id = Ids.New(), Month = month });
        unit.Db.SupportLevels.AddRange(rows);
        return rows;
    }
}
