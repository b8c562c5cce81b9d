using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Connections;
using SafeSpace.Core.Connections.Counselling;
using SafeSpace.Core.Connections.Hospital;
using SafeSpace.Core.Data;
using SafeSpace.Core.Desk.Directing;
using SafeSpace.Core.Desk.KeepingApart;
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

    /// <summary>What nobody may have twice, and what may not be beside something else: whoever asks in the same moment on two nodes.</summary>
    [Fact]
    public async Task What_there_is_once_is_made_once_whoever_asks_where()
    {
        await using var here = await TestStores.OpenAsync(EngineKind.Postgres);
        var store = await here.NewFilledGroupAsync(6, 20);
        await using var there = House.Open(here.Folder, here.Database, here.Clock);
        GroupStore[] nodes = [store, await there.GetAsync(store.Slug)];
        var by = Actor.CommandLine;
        await using var db = await store.ReadAsync();
        var person = await db.People.Where(p => p.DiedAt == null).Select(p => p.Id).FirstAsync();
        var counsellor = Ids.New();
        await new CounsellingService(store).AddAsync(counsellor, "Carla", student: false, null, by);
        await MakeAsync(store, "first@test.example", Role.Coordinator);
        var (one, two) = (await MakeAsync(store, "second@test.example", Role.Coordinator), await MakeAsync(store, "third@test.example", Role.Coordinator));
        foreach (var other in await db.Users.Where(u => u.Id != one.Value && u.Id != two.Value).Select(u => u.Id).ToListAsync())
            await new AccountService(store).RetireAsync(new UserId(other), by);
        for (var round = 0; round < 12; round++)
        {
            var today = store.Clock.Today.AddDays(7 * round);
            var stays = await BothAsync(nodes, n => new HospitalService(n).AdmitAsync(Ids.New(), person, "Ward 3", store.Clock.Now, new NextStep(today), by));
            Assert.Equal([DoorChange.Done, DoorChange.Taken], stays.Order());
            Assert.Equal(1, await db.HospitalStays.CountAsync(s => s.HomeAt == null));
            var stay = await db.HospitalStays.AsNoTracking().SingleAsync(s => s.HomeAt == null);
            await new HospitalService(store).HomeAsync(stay.Id, stay.Version, store.Clock.Now, null, by);

            var slots = await BothAsync(nodes, n => new CounsellingService(n).AddSlotsAsync(new NewSlots(counsellor, new LocalMoment(today, new TimeOnly(14, 0)), 50, 1), by));
            Assert.Equal(1, slots.Sum());

            var closed = await BothAsync(nodes, n => new AccountService(n).RetireAsync(n == store ? one : two, by));
            Assert.Equal([AccountOutcome.Done, AccountOutcome.NobodyLeft], closed.Order());
            await new AccountService(store).BringBackAsync(closed[0] == AccountOutcome.Done ? one : two, by);

            // Each takes one of the last two roles away: one is left, and the other is told.
            var worker = await MakeAsync(store, $"worker{round}@test.example", Role.Peer, Role.Facilitator);
            var told = await BothAsync(nodes, async n =>
            {
                try
                {
                    return (AccountOutcome?)await new AccountService(n).SetRolesAsync(worker, [n == store ? Role.Peer : Role.Facilitator], by, [Role.Peer, Role.Facilitator]);
                }
                catch (StaleVersionException)
                {
                    return null;
                }
            });
            Assert.Equal([null, AccountOutcome.Done], told.Order());
            Assert.Equal(1, await db.UserRoles.CountAsync(r => r.UserId == worker));

            // Whoever comes second sees the first: parted again, or not given at all.
            var peer = await MakeAsync(store, $"peer{round}@test.example", Role.Peer);
            var giving = new DirectingService(nodes[1]).GiveAsync(new Giving(Ids.New(), person, peer), by);
            await new KeepApartService(store).SetAsync(Ids.New(), Party.Of(person), Party.Of(peer), null, by);
            await giving;
            Assert.False(await db.Directions.AnyAsync(d => d.PeerId == peer && d.EndedAt == null));
        }
    }

    private static Task<T[]> BothAsync<T>(GroupStore[] nodes, Func<GroupStore, Task<T>> ask) => Task.WhenAll(nodes.Select(n => Task.Run(() => ask(n))));

    private static async Task<UserId> MakeAsync(GroupStore store, string email, params Role[] roles)
    {
        var user = (await new AccountService(store).AddAsync(email, email, roles, null, Actor.CommandLine))!;
        await store.Write("Planted", Actor.CommandLine, async unit => (await unit.Db.Users.SingleAsync(u => u.Id == user.Id)).PasswordHash = "x");
        return user.UserId;
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
