using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.Diary;
using SafeSpace.Core.Register;
using SafeSpace.Core.Shared;
using SafeSpace.Testing;

namespace SafeSpace.Core.Tests.Data;

public sealed class WriteTests
{
    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task A_change_is_saved_recorded_and_sound(EngineKind engine)
    {
        await using var stores = await TestStores.OpenAsync(engine);
        var store = await stores.NewGroupAsync();
        var (id, contact, before) = (PersonId.New(), ContactId.New(), await OperationsAsync(store));
        await store.Write("PersonAdded", Actor.System, unit =>
        {
            unit.Db.PeopleWithMerged.Add(new Person { Id = id, Reference = "SS0001", ReferenceNumber = 1, GivenName = "Sam", Surname = "Harley", AddedAt = unit.Now });
            unit.Db.Contacts.Add(new Contact { Id = contact, PersonId = id, Kind = ContactKind.CallIn, At = unit.Now, Day = store.Clock.Today, LoggedAt = unit.Now, Minutes = 12, Words = unit.Seal(id, "contact.words", contact.Value, "likes texts first") });
            return Task.CompletedTask;
        });
        await using var db = await store.ReadAsync();
        var row = await db.Contacts.AsNoTracking().SingleAsync(TestContext.Current.CancellationToken);
        Assert.Equal("likes texts first", store.Vault.Open("contact.words", row.Id.Value, row.Words));
        Assert.Equal(before + 1, await OperationsAsync(store));
        var check = await new Verifier(store).RunAsync([]);
        Assert.Empty(check.Problems);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Many_at_once_share_commits_and_one_that_fails_spoils_no_other(EngineKind engine)
    {
        await using var stores = await TestStores.OpenAsync(engine);
        var store = await stores.NewGroupAsync();
        var writes = Enumerable.Range(1, 300).Select(i => store.Write("PersonAdded", Actor.System, unit =>
        {
            unit.Db.PeopleWithMerged.Add(new Person { Id = PersonId.New(), Reference = $"SS{i:0000}", ReferenceNumber = i, AddedAt = unit.Now });
            return i % 7 == 0 ? throw new SafeSpaceException("no") : Task.CompletedTask;
        })).ToList();
        var failed = 0;
        foreach (var write in writes)
        {
            try
            {
                await write;
            }
            catch (SafeSpaceException)
            {
                failed++;
            }
        }

        Assert.Equal(42, failed);
        await using var db = await store.ReadAsync();
        Assert.Equal(258, await db.People.CountAsync(TestContext.Current.CancellationToken));
        Assert.Empty((await new Verifier(store).RunAsync([])).Problems);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task A_reader_that_was_never_used_gives_its_connection_back(EngineKind engine)
    {
        await using var stores = await TestStores.OpenAsync(engine);
        var store = await stores.NewGroupAsync();
        for (var i = 0; i < 40; i++)
        {
            await using (await store.ReadAsync(TestContext.Current.CancellationToken))
            {
            }

            using (store.Read())
            {
            }
        }

        await using var db = await store.ReadAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, await db.People.CountAsync(TestContext.Current.CancellationToken));
    }

    private static async Task<int> OperationsAsync(GroupStore store)
    {
        await using var db = await store.ReadAsync();
        return await db.Operations.CountAsync(TestContext.Current.CancellationToken);
    }
}
