using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.Diary;
using SafeSpace.Core.Network;
using SafeSpace.Core.Register;
using SafeSpace.Core.Shared;
using SafeSpace.Testing;

namespace SafeSpace.Core.Tests.Network;

/// <summary>Two programs on one PostgreSQL: what one changes the other knows, and of two that change one thing one wins.</summary>
public sealed class SecondNodeTests
{
    /// <summary>The time zone says on which day something was; the other node must not go by the old one.</summary>
    [Fact]
    public async Task What_the_group_says_of_itself_reaches_the_other_node()
    {
        await using var here = await TestStores.OpenAsync(EngineKind.Postgres);
        var store = await here.NewGroupAsync();
        await using var there = House.Open(here.Folder, here.Database, here.Clock);
        var beside = await there.GetAsync(store.Slug);
        Assert.Equal("Europe/London", beside.Profile.TimeZone);

        await store.Write("GroupChanged", Actor.CommandLine, async unit => (await unit.Db.Profile.SingleAsync()).TimeZone = "Asia/Tokyo");
        await SignalPump.LookAsync(beside);

        Assert.Equal("Asia/Tokyo", beside.Profile.TimeZone);
        Assert.Equal(new DateOnly(2026, 3, 11), beside.Clock.Today); // five in the afternoon in London
    }

    /// <summary>An entry that both correct, or join to somebody, in the same moment: one does, the other is told so; and the kept figures are those of the rows.</summary>
    [Fact]
    public async Task An_entry_is_corrected_once_and_joined_once_whoever_asks_where()
    {
        await using var here = await TestStores.OpenAsync(EngineKind.Postgres);
        var store = await here.NewFilledGroupAsync(6, 20);
        await using var there = House.Open(here.Folder, here.Database, here.Clock);
        GroupStore[] nodes = [store, await there.GetAsync(store.Slug)];
        await using var db = await store.ReadAsync();
        var people = await db.People.Where(p => p.DiedAt == null).Select(p => p.Id).Take(2).ToListAsync();
        for (var round = 0; round < 25; round++)
        {
            var (known, unknown) = (ContactId.New(), ContactId.New());
            await store.Write("Planted", Actor.CommandLine, async unit =>
            {
                await ContactWriter.AddAsync(unit, new ContactDetails { Id = known, PersonId = people[0], Kind = ContactKind.CallIn, Minutes = 5 });
                await ContactWriter.AddAsync(unit, new ContactDetails { Id = unknown, Kind = ContactKind.CallIn, Minutes = 5 });
            });
            var corrected = await Task.WhenAll(nodes.Select(n => Task.Run(() => new ContactService(n).CorrectAsync(known, new ContactDetails { PersonId = people[0], Kind = ContactKind.CallIn, Minutes = 7 }, Actor.CommandLine))));
            var joined = await Task.WhenAll(nodes.Zip(people).Select(n => Task.Run(() => new ContactService(n.First).JoinAsync(unknown, n.Second, Actor.CommandLine))));
            Assert.Equal(1, corrected.Count(c => c == ContactChange.Done));
            Assert.Equal(1, joined.Count(j => j == ContactChange.Done));
            Assert.Equal(1, await db.Contacts.CountAsync(c => c.CorrectsId == known));
        }

        Assert.Empty((await new StoreCheck(here.Stores, House.Recounts).RunAsync(store.Slug)).Problems);
    }

    /// <summary>
    /// The owner's account makes and changes the stores, the serving one only reads and writes rows; docs/operations.md has the three statements.
    /// A store that was put back is the serving account's again without another word.
    /// </summary>
    [Fact]
    public async Task Two_accounts_of_the_database_do()
    {
        await using var here = await TestStores.OpenAsync(EngineKind.Postgres, prepared: false);
        var serving = $"serve_{Guid.CreateVersion7():N}";
        var database = new Npgsql.NpgsqlConnectionStringBuilder(here.Database) { Username = serving, Password = "x" }.ToString();
        await RunAsync(here, $"CREATE ROLE {serving} LOGIN PASSWORD 'x'; ALTER DEFAULT PRIVILEGES GRANT USAGE ON SCHEMAS TO {serving}; ALTER DEFAULT PRIVILEGES GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO {serving}");
        try
        {
            await here.Stores.PrepareAsync();
            var owner = await here.NewFilledGroupAsync(6, 20);
            var copy = Path.Combine(here.Folder, "copy.db");
            for (var time = 0; time < 2; time++)
            {
                await using (var serves = House.Open(here.Folder, database, here.Clock))
                {
                    await serves.PrepareAsync();
                    var store = await serves.GetAsync(owner.Slug);
                    await store.Write("Planted", Actor.CommandLine, unit => PersonWriter.AddAsync(unit, new PersonDetails { GivenName = "Zelda" }));
                    await new ChainAnchors(serves).KeepAsync(store);
                    Assert.Empty((await new StoreCheck(serves, House.Recounts).RunAsync(owner.Slug)).Problems);
                    await Assert.ThrowsAnyAsync<Exception>(() => serves.AddAsync(new NewGroup("another", "Another")));
                }

                await new Core.Network.Backup.Backups(here.Stores).MakeAsync(owner.Slug, copy + time);
                await new Core.Network.Backup.Backups(here.Stores).RestoreAsync(owner.Slug, copy + time);
                here.Clock.Advance(TimeSpan.FromMinutes(1)); // the store that is kept has the moment in its name
            }
        }
        finally
        {
            await RunAsync(here, $"DROP OWNED BY {serving}; DROP ROLE {serving}");
        }
    }

    private static async Task RunAsync(TestStores stores, string sql)
    {
        await using var source = Npgsql.NpgsqlDataSource.Create(stores.Database!);
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
