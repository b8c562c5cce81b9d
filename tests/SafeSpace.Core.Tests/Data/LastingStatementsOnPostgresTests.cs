using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.Shared;
using SafeSpace.Testing;

namespace SafeSpace.Core.Tests.Data;

/// <summary>
/// Statements last on their connection. One that failed in the moment it was made ready is known to the server and only half known to
/// the driver, which then cannot read its answers (github.com/npgsql/npgsql/issues/6391): whoever is lent the connection next must not meet it.
/// </summary>
public sealed class LastingStatementsOnPostgresTests
{
    private const int MoreThanThereAreConnections = 30;

    private static Task<List<int>> AskAsync(GroupDb db, string number, CancellationToken cancel) =>
        db.Database.SqlQuery<int>($"SELECT CAST({number} AS int) AS \"Value\"").ToListAsync(cancel);

    [Fact]
    public async Task What_failed_for_one_who_reads_is_answered_to_the_next()
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var stores = await TestStores.OpenAsync(EngineKind.Postgres);
        var store = await stores.NewGroupAsync();
        for (var i = 0; i < MoreThanThereAreConnections; i++)
        {
            await using var db = await store.ReadAsync(cancel);
            await Assert.ThrowsAnyAsync<Exception>(() => AskAsync(db, "no number", cancel));
        }

        for (var i = 0; i < MoreThanThereAreConnections; i++)
        {
            await using var db = await store.ReadAsync(cancel);
            Assert.Equal([7], await AskAsync(db, "7", cancel));
        }
    }

    [Fact]
    public async Task What_failed_in_one_unit_is_answered_to_those_beside_it_and_after_it()
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var stores = await TestStores.OpenAsync(EngineKind.Postgres);
        var store = await stores.NewGroupAsync();
        for (var round = 0; round < 5; round++)
        {
            var all = Enumerable.Range(0, 12).Select(i => store.Write("Asked", Actor.System, async unit => (await AskAsync(unit.Db, i % 3 == 1 ? "no number" : $"{i}", cancel))[0])).ToList();
            for (var i = 0; i < all.Count; i++)
            {
                if (i % 3 == 1)
                    await Assert.ThrowsAnyAsync<Exception>(() => all[i]);
                else
                    Assert.Equal(i, await all[i]);
            }
        }
    }

    [Fact]
    public async Task A_question_that_was_called_off_spoils_no_other()
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var stores = await TestStores.OpenAsync(EngineKind.Postgres);
        var store = await stores.NewGroupAsync();
        for (var i = 0; i < MoreThanThereAreConnections; i++)
        {
            using var off = CancellationTokenSource.CreateLinkedTokenSource(cancel);
            await using var db = await store.ReadAsync(cancel);
            off.CancelAfter(i % 5);
            try
            {
                Assert.Single(await db.Database.SqlQuery<long>($"SELECT count(*) AS \"Value\" FROM generate_series(1, {200_000})").ToListAsync(off.Token));
            }
            catch (OperationCanceledException)
            {
                // As asked.
            }
        }

        for (var i = 0; i < MoreThanThereAreConnections; i++)
        {
            await using var db = await store.ReadAsync(cancel);
            Assert.Equal([5], await db.Database.SqlQuery<long>($"SELECT count(*) AS \"Value\" FROM generate_series(1, {5})").ToListAsync(cancel));
        }
    }
}
