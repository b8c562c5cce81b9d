using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.Network;
using SafeSpace.Core.Privacy.Map;
using SafeSpace.Core.Register;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Privacy.Erasing;

/// <param name="Why">In words that name nobody.</param>
/// <param name="How">Who asked, and how we knew it was them; names nobody either.</param>
public sealed record ErasureDetails(ErasureWay Way, ErasureAsked Asked, string? Why, string? How);

/// <param name="Number">What it is called; null when it was not done.</param>
/// <param name="Hindrances">Why it was not done: what is still open.</param>
public sealed record ErasureAnswer(int? Number, IReadOnlyList<Hindrance> Hindrances)
{
    public bool IsDone => Number is not null;
}

/// <summary>
/// Erases somebody. In one change every row is emptied and the keys are destroyed; then the chain is emptied and the space on the disk
/// overwritten. If the program ends in between, a job goes on with it.
/// </summary>
public sealed class ErasureService(Stores stores, GroupStore store)
{
    public const string Kind = "PersonErased";

    /// <summary>A longer chain is emptied by the job, a few minutes later: nobody waits for it in front of a page.</summary>
    private const long MostWhileSomebodyWaits = 200_000;

    public async Task<ErasureAnswer> EraseAsync(PersonId person, ErasureDetails details, Actor by)
    {
        var answer = await store.Write(Kind, by, unit => EraseAsync(unit, person, details));
        if (answer.IsDone)
            await BeginFinishingAsync();
        return answer;
    }

    /// <summary>They are erased already: what hinders the rest is the job's to go on with and to tell, and must not say that nothing was done.</summary>
    private async Task BeginFinishingAsync()
    {
        try
        {
            if (await IsShortAsync())
                await FinishAllAsync();
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            System.Diagnostics.Debug.WriteLine(error.GetType().Name);
        }
    }

    /// <summary>Goes on with what was begun: ids to the network, the chain, the disk. Answers how many are done now.</summary>
    public async Task<int> FinishAllAsync()
    {
        List<Erasure> begun;
        await using (var db = await store.ReadAsync())
            begun = await db.Erasures.AsNoTracking().Where(e => e.FinishedAt == null).OrderBy(e => e.Number).ToListAsync();
        var done = 0;
        foreach (var erasure in begun)
            done += await FinishAsync(erasure) ? 1 : 0;
        return done;
    }

    /// <summary>What another node destroyed, this one forgets too.</summary>
    public static async Task ForgetKeysAsync(GroupStore store)
    {
        await using var db = await store.ReadAsync();
        await store.Vault.ForgetDestroyedAsync(db, store.Clock.Now.AddDays(-1));
    }

    /// <summary>After an older copy was put back: whoever was erased since is erased again. Answers how many records.</summary>
    public static async Task<int> EraseAgainAsync(Stores stores, GroupStore store, IReadOnlyList<ErasedPerson> people)
    {
        var count = 0;
        foreach (var erased in await StandingAsync(store, people))
        {
            count += await store.Write(Kind, Actor.System, async unit =>
            {
                var there = await unit.Db.PeopleWithMerged.AnyAsync(p => p.Id == erased.PersonId && p.ErasedAt == null && (erased.Everything || p.NamelessAt == null));
                if (!there)
                    return 0;
                await LooseEnds.CloseAsync(unit, erased.PersonId);
                await DoAsync(unit, [erased.PersonId], new ErasureDetails(erased.Everything ? ErasureWay.Everything : ErasureWay.Identity, ErasureAsked.AfterRestore, null, null));
                return 1;
            });
        }

        if (count > 0)
            await new ErasureService(stores, store).FinishAllAsync();
        return count;
    }

    /// <summary>Those who are not erased here, or not as much. Asked at each opening of a store.</summary>
    private static async Task<List<ErasedPerson>> StandingAsync(GroupStore store, IReadOnlyList<ErasedPerson> people)
    {
        await using var db = await store.ReadAsync();
        var standing = new List<ErasedPerson>();
        foreach (var some in people.Chunk(500))
        {
            var ids = some.Select(e => e.PersonId).ToList();
            var named = await db.PeopleWithMerged.Where(p => ids.Contains(p.Id) && p.ErasedAt == null).ToDictionaryAsync(p => p.Id, p => p.NamelessAt == null);
            standing.AddRange(some.Where(e => named.TryGetValue(e.PersonId, out var isNamed) && (e.Everything || isNamed)));
        }

        return standing;
    }

    /// <summary>The record that stands, and every one that was merged into it.</summary>
    public static async Task<IReadOnlyList<PersonId>> RecordsAsync(GroupDb db, PersonId person) =>
        [person, .. await db.PeopleWithMerged.Where(p => p.MergedIntoId == person).Select(p => p.Id).ToListAsync()];

    private static async Task<ErasureAnswer> EraseAsync(Unit unit, PersonId person, ErasureDetails details)
    {
        await References.LockAsync(unit); // from here on no other node sets a hold
        if (!await unit.Db.People.AnyAsync(p => p.Id == person))
            return new ErasureAnswer(null, []);
        var records = await RecordsAsync(unit.Db, person);
        var open = await StillOpen.OfAsync(unit.Db, records);
        return open.Count > 0 ? new ErasureAnswer(null, open) : new ErasureAnswer(await DoAsync(unit, records, details), []);
    }

    private static async Task<int> DoAsync(Unit unit, IReadOnlyList<PersonId> records, ErasureDetails details)
    {
        var rows = await new Eraser(unit, records, details.Way == ErasureWay.Everything).RunAsync();
        var erasure = new Erasure
        {
            Id = Ids.New(),
            Number = (await unit.Db.Erasures.MaxAsync(e => (int?)e.Number) ?? 0) + 1,
            Way = details.Way,
            Asked = details.Asked,
            At = unit.Now,
            ById = unit.By.Id,
            ByName = unit.By.Name,
            Rows = rows,
        };
        erasure.Why = unit.Seal(null, ErasureSets.Why, erasure.Id, details.Why?.Trim());
        erasure.How = unit.Seal(null, ErasureSets.How, erasure.Id, details.How?.Trim());
        unit.Db.Erasures.Add(erasure);
        unit.Db.ErasedRecords.AddRange(records.Select(r => new ErasedRecord { Id = Ids.New(), ErasureId = erasure.Id, ErasedId = r }));
        return erasure.Number;
    }

    private async Task<bool> IsShortAsync()
    {
        await using var db = await store.ReadAsync();
        return await db.VersionAsync() <= MostWhileSomebodyWaits;
    }

    private async Task<bool> FinishAsync(Erasure erasure)
    {
        List<PersonId> records;
        List<string> tables;
        await using (var db = await store.ReadAsync())
        {
            records = await db.ErasedRecords.Where(r => r.ErasureId == erasure.Id).Select(r => r.ErasedId).ToListAsync();
            tables = [.. DataMap.Tables.Where(t => t.Goes || t.Columns.Any(c => c.Kept is null || c.Grade is Grade.Words or Grade.Secret)).Select(t => db.Model.FindEntityType(t.Type)!.GetTableName()!).Distinct()];
        }

        var erased = new ErasedPeople(stores);
        await erased.AddAsync(store.Slug, records, erasure.Way == ErasureWay.Everything, erasure.At);
        await new ChainEmptying(store).RunAsync(erasure);
        if (!await store.Engine.OverwriteFreedAsync(store.Slug, tables))
            return false;
        await erased.WriteBesideCopiesAsync(store.Slug);
        await store.Write("ErasureFinished", Actor.System, async unit => (await unit.Db.Erasures.SingleAsync(e => e.Id == erasure.Id)).FinishedAt ??= unit.Now);
        return true;
    }
}
