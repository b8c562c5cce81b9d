using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.Diary;
using SafeSpace.Core.Network;
using SafeSpace.Core.Register;
using SafeSpace.Core.Shared;
using SafeSpace.Testing;

namespace SafeSpace.Core.Tests.Data;

/// <summary>What the one writer does when things go wrong: nobody is told "saved" who was not, and it goes on afterwards.</summary>
public sealed class WriterTests
{
    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task The_queue_is_full_and_those_beyond_it_are_told_at_once(EngineKind engine)
    {
        await using var stores = await TestStores.OpenAsync(engine);
        var store = await stores.NewGroupAsync();
        var open = new TaskCompletionSource();
        var started = new TaskCompletionSource();
        var first = store.Write("Waited", Actor.System, async _ =>
        {
            started.TrySetResult();
            await open.Task;
        });
        await started.Task;
        var writes = Enumerable.Range(0, 1100).Select(_ => LogAsync(store)).ToList();
        var refused = writes.Where(w => w.IsFaulted).ToList();
        Assert.Equal(100, refused.Count);
        Assert.All(refused, w => Assert.IsType<StoreBusyException>(w.Exception!.InnerException));
        open.SetResult();
        await first;
        await Task.WhenAll(writes.Except(refused));
        Assert.Equal(1000, await CountAsync(store));
        await LogAsync(store);
        await SoundAsync(stores, store, 1001);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task The_shared_transaction_dies_and_the_others_are_saved_one_by_one(EngineKind engine)
    {
        await using var stores = await TestStores.OpenAsync(engine);
        var store = await stores.NewGroupAsync();
        var runs = 0;
        var answers = await TogetherAsync(store, 10, at: 5, async unit =>
        {
            if (Interlocked.Increment(ref runs) == 1)
                await unit.Db.Database.ExecuteSqlRawAsync(engine == EngineKind.Sqlite ? "ROLLBACK" : "SELECT pg_terminate_backend(pg_backend_pid())");
        });
        Assert.All(answers, Assert.Null);
        Assert.Equal(2, runs);
        await SoundAsync(stores, store, 10);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task One_that_kills_the_transaction_every_time_fails_alone(EngineKind engine)
    {
        await using var stores = await TestStores.OpenAsync(engine);
        var store = await stores.NewGroupAsync();
        var answers = await TogetherAsync(store, 10, at: 5, unit =>
            unit.Db.Database.ExecuteSqlRawAsync(engine == EngineKind.Sqlite ? "ROLLBACK" : "SELECT pg_terminate_backend(pg_backend_pid())"));
        Assert.NotNull(answers[5]);
        Assert.Equal(1, answers.Count(a => a is not null));
        await SoundAsync(stores, store, 9);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task The_disk_is_full_and_nobody_in_the_batch_is_told_it_was_saved(EngineKind engine)
    {
        await using var stores = await TestStores.OpenAsync(engine);
        var store = await stores.NewGroupAsync();
        await LogAsync(store);
        var answers = await TogetherAsync(store, 10, at: 5, async unit =>
        {
            if (engine == EngineKind.Postgres)
                await unit.Db.Database.ExecuteSqlRawAsync("DO $$ BEGIN RAISE EXCEPTION 'could not extend file' USING ERRCODE = '53100'; END $$");
            await unit.Db.Database.ExecuteSqlRawAsync("PRAGMA max_page_count=1");
            await unit.InsertManyAsync(Enumerable.Range(0, 20_000).Select(_ => Row(unit)).ToList());
        });
        Assert.All(answers, a => Assert.IsType<StoreBusyException>(a));
        await SoundAsync(stores, store, 1);
        await LogAsync(store);
        await SoundAsync(stores, store, 2);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task What_was_queued_when_the_store_closes_is_still_saved(EngineKind engine)
    {
        await using var stores = await TestStores.OpenAsync(engine);
        var store = await stores.NewGroupAsync();
        var writes = Enumerable.Range(0, 200).Select(_ => LogAsync(store)).ToList();
        await stores.Stores.CloseAsync(store.Slug);
        await Task.WhenAll(writes);
        await SoundAsync(stores, await stores.Stores.GetAsync(store.Slug), 200);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Nothing_changed_and_nothing_is_recorded(EngineKind engine)
    {
        await using var stores = await TestStores.OpenAsync(engine);
        var store = await stores.NewFilledGroupAsync(3, 5);
        var before = await OperationsAsync(store);
        await store.Write("PersonChanged", Actor.System, async unit => (await unit.Db.People.FirstAsync()).Gender = (await unit.Db.People.AsNoTracking().FirstAsync()).Gender);
        Assert.Equal(before, await OperationsAsync(store));
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Two_edit_one_row_and_the_second_is_told(EngineKind engine)
    {
        await using var stores = await TestStores.OpenAsync(engine);
        var store = await stores.NewFilledGroupAsync(3, 5);
        Person seen;
        await using (var db = await store.ReadAsync())
            seen = await db.People.AsNoTracking().OrderBy(p => p.ReferenceNumber).FirstAsync();
        Task RenameAsync(string name) => store.Write("PersonChanged", Actor.System, async unit =>
        {
            var row = await unit.Db.People.SingleAsync(p => p.Id == seen.Id);
            Unit.Expect(row, seen.Version);
            row.GivenName = name;
        });
        await RenameAsync("Ada");
        await Assert.ThrowsAsync<StaleVersionException>(() => RenameAsync("Eve"));
        await using var after = await store.ReadAsync();
        Assert.Equal("Ada", (await after.People.SingleAsync(p => p.Id == seen.Id, TestContext.Current.CancellationToken)).GivenName);
    }

    /// <summary>Those beside one that failed run again: what each is told is what its second run made.</summary>
    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task One_fails_and_each_of_the_others_is_told_what_was_saved(EngineKind engine)
    {
        await using var stores = await TestStores.OpenAsync(engine);
        var store = await stores.NewGroupAsync();
        var (open, started) = (new TaskCompletionSource(), new TaskCompletionSource());
        var first = store.Write("Waited", Actor.System, async _ =>
        {
            started.TrySetResult();
            await open.Task;
        });
        await started.Task;
        var runs = new int[10];
        var writes = Enumerable.Range(0, runs.Length).Select(i => store.Write("ContactLogged", Actor.System, async unit =>
        {
            runs[i]++;
            var row = Row(unit);
            unit.Db.Contacts.Add(row);
            await unit.Db.SaveChangesAsync();
            return i == 5 ? throw new SafeSpaceException("no") : row.Id;
        })).ToList();
        open.SetResult();
        await first;
        await Assert.ThrowsAsync<SafeSpaceException>(() => writes[5]);
        var told = new List<ContactId>();
        foreach (var write in writes.Where((_, i) => i != 5))
            told.Add(await write);
        Assert.Equal([2, 2, 2, 2, 2, 2, 1, 1, 1, 1], runs);
        await using var db = await store.ReadAsync(TestContext.Current.CancellationToken);
        Assert.Equal(told.OrderBy(t => t.Value), (await db.Contacts.Select(c => c.Id).ToListAsync(TestContext.Current.CancellationToken)).OrderBy(t => t.Value));
        await SoundAsync(stores, store, 9);
    }

    /// <summary>Alone it runs once, and what it had done is gone.</summary>
    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task One_that_fails_alone_runs_once_and_leaves_nothing(EngineKind engine)
    {
        await using var stores = await TestStores.OpenAsync(engine);
        var store = await stores.NewGroupAsync();
        var runs = 0;
        await Assert.ThrowsAsync<SafeSpaceException>(() => LogAsync(store, _ => ++runs > 0 ? throw new SafeSpaceException("no") : Task.CompletedTask));
        Assert.Equal(1, runs);
        await SoundAsync(stores, store, 0);
        await LogAsync(store);
        await SoundAsync(stores, store, 1);
    }

    /// <summary>Puts so many writes in one batch, one of them special; answers each one's failure, or null.</summary>
    private static async Task<Exception?[]> TogetherAsync(GroupStore store, int count, int at, Func<Unit, Task> special)
    {
        var open = new TaskCompletionSource();
        var started = new TaskCompletionSource();
        var first = store.Write("Waited", Actor.System, async _ =>
        {
            started.TrySetResult();
            await open.Task;
        });
        await started.Task;
        var writes = Enumerable.Range(0, count).Select(i => i == at ? LogAsync(store, special) : LogAsync(store)).ToList();
        open.SetResult();
        await first;
        var answers = new Exception?[count];
        for (var i = 0; i < count; i++)
            answers[i] = await Record.ExceptionAsync(() => writes[i]);
        return answers;
    }

    private static Task LogAsync(GroupStore store, Func<Unit, Task>? also = null) => store.Write("ContactLogged", Actor.System, async unit =>
    {
        unit.Db.Contacts.Add(Row(unit));
        await unit.Db.SaveChangesAsync();
        if (also is not null)
            await also(unit);
    });

    private static Contact Row(Unit unit) => new() { Id = ContactId.New(), Kind = ContactKind.CallIn, At = unit.Now, Day = unit.Clock.Today, LoggedAt = unit.Now };

    private static async Task<int> CountAsync(GroupStore store)
    {
        await using var db = await store.ReadAsync();
        return await db.Contacts.CountAsync();
    }

    private static async Task<int> OperationsAsync(GroupStore store)
    {
        await using var db = await store.ReadAsync();
        return await db.Operations.CountAsync();
    }

    private static async Task SoundAsync(TestStores stores, GroupStore store, int contacts)
    {
        Assert.Equal(contacts, await CountAsync(store));
        Assert.Empty((await new StoreCheck(stores.Stores).RunAsync(store.Slug)).Problems);
    }
}
