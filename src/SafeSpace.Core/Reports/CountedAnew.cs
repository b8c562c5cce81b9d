using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Community;
using SafeSpace.Core.Data;
using SafeSpace.Core.Diary;
using SafeSpace.Core.Referrals;
using SafeSpace.Core.Register;
using SafeSpace.Core.Shared;
using SafeSpace.Core.SocialValue;

namespace SafeSpace.Core.Reports;

/// <summary>
/// Throws kept figures away and counts every row there is as if it had just come, by the tallies that count each change: one rule, not two.
/// In one transaction, during which nobody else of the group can save: some minutes with millions of rows.
/// </summary>
public static class CountedAnew
{
    private const int PeopleAtOnce = 1000;
    private const int RowsAtOnce = 20_000;
    private static readonly TimeSpan Patience = TimeSpan.FromHours(1);

    public static async Task RunAsync(GroupStore store)
    {
        await store.Write("CountedAnew", Actor.CommandLine, async unit =>
        {
            var db = unit.Db;
            var usual = db.Database.GetCommandTimeout();
            db.Database.SetCommandTimeout(Patience);
            await OperationWriter.LockHeadAsync(db, store); // nobody counts on another node meanwhile
            foreach (var figure in store.Kept)
                await figure.ForgetAsync(db);
            var everybody = await db.PeopleWithMerged.Select(p => p.Id).ToListAsync();
            foreach (var people in everybody.Chunk(PeopleAtOnce))
                await CountAsync(store, db, await RowsOfAsync(db, people));
            await CountAllAsync(store, db, db.Contacts.Where(c => c.PersonId == null));
            await CountAllAsync(store, db, db.CentreSignIns);
            await CountAllAsync(store, db, db.LeaderHours);
            await CountAllAsync(store, db, db.SupportLevels);
            await CountAllAsync(store, db, db.CrisisEntries);
            await CountAllAsync(store, db, db.Members);
            db.Database.SetCommandTimeout(usual);
        });
        await KeptFolding.RunAsync(store);
        await BookRecount.FoldAsync(store);
        await KeptWaits.WorkOutAsync(store);
    }

    /// <summary>All that is counted of these people: tallies take them for people who came with all there is of them.</summary>
    private static async Task<List<object>> RowsOfAsync(GroupDb db, PersonId[] people) =>
    [
        .. await db.PeopleWithMerged.AsNoTracking().Where(p => people.Contains(p.Id)).ToListAsync(),
        .. await db.Spells.AsNoTracking().Where(s => people.Contains(s.PersonId)).ToListAsync(),
        .. await db.Referrals.AsNoTracking().Where(r => people.Contains(r.PersonId)).ToListAsync(),
        .. await db.Factors.AsNoTracking().Where(f => people.Contains(f.PersonId)).ToListAsync(),
        .. await db.Contacts.AsNoTracking().Where(c => c.PersonId != null && people.Contains(c.PersonId.Value)).ToListAsync(),
    ];

    private static async Task CountAllAsync<T>(GroupStore store, GroupDb db, IQueryable<T> all) where T : class, IRecorded
    {
        var rows = new List<object>();
        await foreach (var row in all.AsNoTracking().AsAsyncEnumerable())
        {
            rows.Add(row);
            if (rows.Count < RowsAtOnce)
                continue;
            await CountAsync(store, db, rows);
            rows.Clear();
        }

        await CountAsync(store, db, rows);
    }

    private static async Task CountAsync(GroupStore store, GroupDb db, List<object> rows)
    {
        foreach (var tally in store.Kept.Select(figure => figure.Begin()).ToList())
        {
            foreach (var row in rows)
                tally.Add(new RowChange { Table = "", RowId = ((IRecorded)row).RowId, After = row });
            await tally.FlushAsync(db);
        }

        await db.SaveChangesAsync();
        db.ChangeTracker.Clear();
    }
}
