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
/// In one transaction, during which nobody else of the group can save: some minutes with millions of rows. For a command, which is alone in
/// its batch: what came before it in one would be counted twice.
/// </summary>
public static class CountedAnew
{
    private const int PeopleAtOnce = 5000;
    private static readonly TimeSpan Patience = TimeSpan.FromHours(1);

    /// <summary>Folding takes rows out and puts their sum in: what it has not saved yet would be neither seen nor forgotten.</summary>
    private const string NobodyFolds = "LOCK TABLE contact_month, person_month, spell_day, referral_day, factor_day, referred_month, referral_reach, wait_month, book_count IN EXCLUSIVE MODE";

    public static async Task RunAsync(GroupStore store)
    {
        await store.Write("CountedAnew", Actor.CommandLine, async unit =>
        {
            var db = unit.Db;
            var usual = db.Database.GetCommandTimeout();
            db.Database.SetCommandTimeout(Patience);
            await OperationWriter.LockHeadAsync(db, store); // nobody counts on another node meanwhile
            if (store.Engine.Kind == EngineKind.Postgres)
                await db.Database.ExecuteSqlRawAsync(NobodyFolds);
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

    /// <summary>Rows about nobody, of which tallies hold sums alone: one after the other, and what they add up to is written when all are read.</summary>
    private static async Task CountAllAsync<T>(GroupStore store, GroupDb db, IQueryable<T> all) where T : class, IRecorded
    {
        var tallies = store.Kept.Select(figure => figure.Begin()).ToList();
        await foreach (var row in all.AsNoTracking().AsAsyncEnumerable())
            Add(tallies, row);
        await SaveAsync(db, tallies);
    }

    private static Task CountAsync(GroupStore store, GroupDb db, List<object> rows)
    {
        var tallies = store.Kept.Select(figure => figure.Begin()).ToList();
        foreach (var row in rows)
            Add(tallies, (IRecorded)row);
        return SaveAsync(db, tallies);
    }

    private static void Add(List<KeptTally> tallies, IRecorded row)
    {
        var came = new RowChange { Table = "", RowId = row.RowId, After = row };
        foreach (var tally in tallies)
            tally.Add(came);
    }

    private static async Task SaveAsync(GroupDb db, List<KeptTally> tallies)
    {
        foreach (var tally in tallies)
            await tally.FlushAsync(db);
        await db.SaveChangesAsync();
        db.ChangeTracker.Clear();
    }
}
