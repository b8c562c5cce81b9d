using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Community;
using SafeSpace.Core.Data;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.SocialValue;

/// <summary>Makes one of many kept rows; and for <c>verify</c> counts the record books again, row by row.</summary>
public static class BookRecount
{
    /// <summary>Days whose batches left more than one row are made one. The sums stay the same.</summary>
    public static Task<int> FoldAsync(GroupStore store) => store.Write("FiguresFolded", Actor.System, async unit =>
    {
        var fewer = 0;
        var many = await unit.Db.BookCounts.GroupBy(c => new { c.Book, c.Day, c.Level }).Where(g => g.Count() > 1).Select(g => g.Key).ToListAsync();
        foreach (var key in many)
        {
            var rows = await unit.Db.BookCounts.Where(c => c.Book == key.Book && c.Day == key.Day && c.Level == key.Level).ToListAsync();
            unit.Db.BookCounts.RemoveRange(rows);
            fewer += rows.Count;
            if (rows.Sum(r => r.Count) is not 0 and var sum)
            {
                unit.Db.BookCounts.Add(new BookCount { Id = Ids.New(), Book = key.Book, Day = key.Day, Month = Month.Of(key.Day), Level = key.Level, Count = sum });
                fewer--;
            }
        }

        return fewer;
    });

    /// <summary>Sentences where what is kept and the rows differ; none means all agree. Reads every row.</summary>
    public static async Task<IReadOnlyList<string>> RunAsync(GroupDb db)
    {
        var counted = new Dictionary<(CountedBook Book, DateOnly Day, string Level), long>();
        await CountAsync(db.CentreSignIns);
        await CountAsync(db.LeaderHours);
        await CountAsync(db.SupportLevels);
        await CountAsync(db.CrisisEntries);
        await CountAsync(db.Members);
        var kept = await db.BookCounts.AsNoTracking().GroupBy(c => new { c.Book, c.Day, c.Level }).Select(g => new { g.Key, Count = g.Sum(c => c.Count) })
            .ToDictionaryAsync(g => (g.Key.Book, g.Key.Day, g.Key.Level), g => g.Count);
        return
        [
            .. counted.Keys.Union(kept.Keys).OrderBy(k => k.Book).ThenBy(k => k.Day).ThenBy(k => k.Level, StringComparer.Ordinal)
                .Where(k => counted.GetValueOrDefault(k) != kept.GetValueOrDefault(k))
                .Select(k => $"{k.Book} on {k.Day:yyyy-MM-dd} ({(k.Level.Length > 0 ? k.Level : "not said")}): {kept.GetValueOrDefault(k)} are kept, the book has {counted.GetValueOrDefault(k)}."),
        ];

        async Task CountAsync<T>(IQueryable<T> rows) where T : class
        {
            await foreach (var row in rows.AsNoTracking().AsAsyncEnumerable())
                foreach (var (book, day, level, count) in BookCounts.Of(row))
                    counted[(book, day, level)] = counted.GetValueOrDefault((book, day, level)) + count;
        }
    }
}
