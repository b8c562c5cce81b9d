using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.Register;
using SafeSpace.Core.Shared;
using SafeSpace.Testing;

namespace SafeSpace.Core.Tests.Data;

/// <summary>A context goes from one request to the next, and nothing in it does.</summary>
public sealed class SpareContextsTests
{
    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task One_given_back_is_lent_again_with_nothing_in_it(EngineKind engine)
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var stores = await TestStores.OpenAsync(engine);
        var store = await stores.NewGroupAsync();
        await store.InventAsync(3, 5);
        GroupDb first;
        using (var lent = new LentContext(store))
        {
            first = lent.Db;
            Assert.Equal(3, (await first.People.ToListAsync(cancel)).Count);
            await first.DisposeAsync(); // who asks the container for a context disposes it once or twice: it is not theirs to end
            first.Dispose();
            Assert.Equal(3, await first.People.CountAsync(cancel));
        }

        using var again = new LentContext(store);
        Assert.Same(first, again.Db);
        Assert.Empty(again.Db.ChangeTracker.Entries());
        Assert.Empty(again.Db.Walled);
        Assert.Equal(3, await again.Db.People.CountAsync(cancel));
        using var other = new LentContext(store);
        Assert.NotSame(first, other.Db);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task What_was_left_in_the_middle_of_something_is_over(EngineKind engine)
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var stores = await TestStores.OpenAsync(engine);
        var store = await stores.NewGroupAsync();
        await store.InventAsync(3, 5);
        GroupDb changing;
        IAsyncEnumerator<Person> rows;
        using (var lent = new LentContext(store))
        {
            changing = lent.Db;
            await changing.Database.BeginTransactionAsync(cancel);
        }

        using (var lent = new LentContext(store))
        {
            Assert.NotSame(changing, lent.Db);
            rows = lent.Db.People.AsAsyncEnumerable().GetAsyncEnumerator(cancel);
            Assert.True(await rows.MoveNextAsync());
        }

        using var next = new LentContext(store);
        Assert.NotSame(changing, next.Db);
        await Assert.ThrowsAnyAsync<Exception>(async () => await rows.MoveNextAsync());
        Assert.Empty(next.Db.ChangeTracker.Entries());
        Assert.Equal(3, await next.Db.People.CountAsync(cancel));
    }

    /// <summary>More ask at once than there are connections: nobody holds a thread while waiting, and each has theirs when one is free.</summary>
    [Fact]
    public async Task Who_waits_for_a_connection_holds_no_thread()
    {
        await using var stores = await TestStores.OpenAsync(EngineKind.Postgres);
        var store = await stores.NewGroupAsync();
        var lent = new List<LentContext>();
        var waiting = new List<Task>();
        for (var i = 0; i < 60; i++)
        {
            lent.Add(new LentContext(store));
            waiting.Add(lent[i].OpenAsync(TestContext.Current.CancellationToken)); // comes back at once, open or not
        }

        Assert.Contains(waiting, w => !w.IsCompleted);
        for (var i = 0; i < 60; i++)
        {
            await waiting[i].WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
            lent[i].Dispose();
        }
    }

    /// <summary>More wait for the writer than there are connections: all stand in its queue, somebody reads meanwhile, and each can go on reading their own group afterwards.</summary>
    [Fact]
    public async Task Who_waits_for_the_writer_holds_no_connection()
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var stores = await TestStores.OpenAsync(EngineKind.Postgres);
        var (store, other) = (await stores.NewGroupAsync(), await stores.NewGroupAsync());
        await store.InventAsync(3, 5);
        await other.InventAsync(5, 5);
        var (open, asked) = (new TaskCompletionSource(), 0);
        var posts = Enumerable.Range(0, 40).Select(_ => Task.Run(
            async () =>
            {
                using var lent = new LentContext(store);
                lent.Begin(isPost: true);
                await lent.OpenAsync(cancel);
                Assert.Equal(3, await lent.Db.People.CountAsync(cancel));
                var waiting = store.Write("Waited", Actor.System, _ => open.Task);
                Interlocked.Increment(ref asked);
                await waiting;
                Assert.Equal(3, await lent.Db.People.CountAsync(cancel));
            },
            cancel)).ToList();
        for (var tries = 0; Volatile.Read(ref asked) < 40 && tries < 600; tries++)
            await Task.Delay(50, cancel);
        Assert.Equal(40, asked);
        await using (var reading = await other.ReadAsync(cancel))
            Assert.Equal(5, await reading.People.CountAsync(cancel));
        open.SetResult();
        await Task.WhenAll(posts);
    }

    [Fact]
    public async Task A_store_at_rest_keeps_none_and_works_as_before()
    {
        await using var stores = await TestStores.OpenAsync(EngineKind.Sqlite);
        var store = await stores.NewGroupAsync();
        GroupDb first;
        using (var lent = new LentContext(store))
            first = lent.Db;
        store.Rest();
        using var again = new LentContext(store);
        Assert.NotSame(first, again.Db);
        await store.InventAsync(2, 2);
        Assert.Equal(2, await again.Db.People.CountAsync(TestContext.Current.CancellationToken));
    }
}
