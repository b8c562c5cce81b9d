using Microsoft.EntityFrameworkCore;
using SafeSpace.Core;
using SafeSpace.Core.Data;
using SafeSpace.Core.FollowUp;
using SafeSpace.Core.Network;
using SafeSpace.Core.Network.Backup;
using SafeSpace.Core.Privacy.Erasing;
using SafeSpace.Core.Register;
using SafeSpace.Core.Shared;
using SafeSpace.Testing;

namespace SafeSpace.Web.Tests.Privacy;

/// <summary>A copy that was made before somebody was erased still holds them: put back, they are erased again.</summary>
public sealed class ErasedAndRestoredTests
{
    private const string Given = "Wilhelmina", Surname = "Quibblethorpe";

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task AnOlderCopy_PutBack_ErasesThemAgain(EngineKind engine)
    {
        await using var stores = await TestStores.OpenAsync(engine);
        var store = await stores.NewFilledGroupAsync(6, 20);
        await using (var db = await store.ReadAsync())
            Assert.NotEmpty(await db.People.ToListAsync());
        var person = await AnybodyAsync(store);
        var copy = Path.Combine(stores.Folder, "copy", "before.db");
        await new Backups(stores.Stores).MakeAsync(store.Slug, copy);
        var erased = await new ErasureService(stores.Stores, store).EraseAsync(person.Id, new ErasureDetails(ErasureWay.Everything, ErasureAsked.TheyAsked, null, null), Actor.CommandLine);
        Assert.True(erased.IsDone, string.Join(", ", erased.Hindrances));

        Assert.Equal(1, (await new Backups(stores.Stores).RestoreAsync(store.Slug, copy)).ErasedAgain);

        var again = await stores.Stores.GetAsync(store.Slug);
        Assert.Empty(await Leftovers.OnDiskAsync(again, person.FullName, person.Reference + " "));
        Assert.Empty(await Leftovers.SealedAsync(again, person.FullName));
        await using (var db = await again.ReadAsync())
        {
            Assert.NotNull((await db.PeopleWithMerged.SingleAsync(p => p.Id == person.Id)).ErasedAt);
            Assert.Equal(ErasureAsked.AfterRestore, (await db.Erasures.SingleAsync()).Asked);
        }

        Assert.Empty((await new StoreCheck(stores.Stores, House.Recounts).RunAsync(store.Slug)).Problems);
    }

    /// <summary>The group's key is changed before and after: what was emptied in the chain still hashes to what is kept of it.</summary>
    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task AKeyThatIsChanged_BeforeAndAfter_LeavesTheStoreSound_AndThemErased(EngineKind engine)
    {
        await using var stores = await TestStores.OpenAsync(engine);
        var store = await stores.NewFilledGroupAsync(20, 60);
        var names = new List<string>();
        for (var time = 0; time < 2; time++)
        {
            var person = await AnybodyAsync(store);
            names.Add(person.FullName);
            var erased = await new ErasureService(stores.Stores, store).EraseAsync(person.Id, new ErasureDetails(ErasureWay.Everything, ErasureAsked.TheyAsked, null, null), Actor.CommandLine);
            Assert.True(erased.IsDone, string.Join(", ", erased.Hindrances));
            await new KeyRotation(stores.Stores).RunAsync(store.Slug);
            Assert.Empty((await new StoreCheck(stores.Stores, House.Recounts).RunAsync(store.Slug)).Problems);
            Assert.Empty(await Leftovers.SealedAsync(store, [.. names]));
        }
    }

    /// <summary>In the copy their case was open and a call promised: nobody is asked to ring somebody who is nobody any more.</summary>
    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task ACopyInWhichTheirCaseWasOpen_PutBack_LeavesNothingToDo(EngineKind engine)
    {
        await using var stores = await TestStores.OpenAsync(engine);
        var store = await stores.NewGroupAsync();
        var person = await store.Write("Planted", Actor.CommandLine, async unit =>
        {
            var made = await PersonWriter.AddAsync(unit, new PersonDetails { GivenName = Given, Surname = Surname });
            await unit.Db.SaveChangesAsync();
            await CaseWriter.OpenAsync(unit, made.Id, unit.Clock.Today, null);
            unit.Db.Promises.Add(new Promise { Id = Ids.New(), PersonId = made.Id, DueOn = unit.Clock.Today, MadeAt = unit.Now });
            return made;
        });
        var copy = Path.Combine(stores.Folder, "copy", "before.db");
        await new Backups(stores.Stores).MakeAsync(store.Slug, copy);
        await store.Write("Tidied", Actor.CommandLine, async unit =>
        {
            (await unit.Db.Promises.SingleAsync()).State = PromiseState.Kept;
            await CaseWriter.CloseAsync(unit, person.Id, unit.Clock.Today, null, null);
        });
        Assert.True((await new ErasureService(stores.Stores, store).EraseAsync(person.Id, new ErasureDetails(ErasureWay.Everything, ErasureAsked.TheyAsked, null, null), Actor.CommandLine)).IsDone);

        await new Backups(stores.Stores).RestoreAsync(store.Slug, copy);

        await using var db = await (await stores.Stores.GetAsync(store.Slug)).ReadAsync();
        Assert.Empty(await StillOpen.OfAsync(db, [person.Id]));
        Assert.Empty((await new StoreCheck(stores.Stores, House.Recounts).RunAsync(store.Slug)).Problems);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task ACopyPutBackOnAnotherMachine_GoesByTheListBesideIt(EngineKind engine)
    {
        await using var here = await TestStores.OpenAsync(engine);
        var store = await here.NewFilledGroupAsync(6, 20);
        var person = await AnybodyAsync(store);
        var copy = Path.Combine(here.Folder, "copy", "before.db");
        await new Backups(here.Stores).MakeAsync(store.Slug, copy);
        await new ErasureService(here.Stores, store).EraseAsync(person.Id, new ErasureDetails(ErasureWay.Everything, ErasureAsked.TheyAsked, null, null), Actor.CommandLine);
        await new ErasedPeople(here.Stores).WriteBesideAsync(store.Slug, Path.GetDirectoryName(copy)!);

        await using var there = await TestStores.OpenAsync(engine);
        Directory.CreateDirectory(Path.Combine(there.Folder, "keys"));
        File.Copy(Path.Combine(here.Folder, "keys", store.Slug + ".key"), Path.Combine(there.Folder, "keys", store.Slug + ".key"));
        await new Backups(there.Stores).RestoreAsync(store.Slug, copy);

        await using var db = await (await there.Stores.GetAsync(store.Slug)).ReadAsync();
        Assert.NotNull((await db.PeopleWithMerged.SingleAsync(p => p.Id == person.Id)).ErasedAt);
    }

    /// <summary>The machine lost its current when the copy was in its place and nobody had been erased from it yet.</summary>
    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task ARestoreThatIsCutOff_BringsNobodyBack(EngineKind engine)
    {
        await using var here = await TestStores.OpenAsync(engine);
        var store = await here.NewFilledGroupAsync(6, 20);
        var person = await AnybodyAsync(store);
        var copy = Path.Combine(here.Folder, "copy", "before.db");
        await new Backups(here.Stores).MakeAsync(store.Slug, copy);
        await new ErasureService(here.Stores, store).EraseAsync(person.Id, new ErasureDetails(ErasureWay.Everything, ErasureAsked.TheyAsked, null, null), Actor.CommandLine);
        await here.Stores.CloseAsync(store.Slug);
        await using (var cutOff = new Stores(Engine.For(here.Folder, here.Database), new GroupKeys(here.Folder), here.Clock, House.KeptFigures) { EraseAgain = (_, _, _) => throw new IOException("The current is gone.") })
            await Assert.ThrowsAsync<IOException>(() => new Backups(cutOff).RestoreAsync(store.Slug, copy));

        await using var next = House.Open(here.Folder, here.Database, here.Clock);
        var again = await next.GetAsync(store.Slug);

        await using (var db = await again.ReadAsync())
            Assert.NotNull((await db.PeopleWithMerged.SingleAsync(p => p.Id == person.Id)).ErasedAt);
        Assert.Empty(await Leftovers.SealedAsync(again, person.FullName));
    }

    /// <summary>The machine is lost the same day: what lies beside the copies, perhaps on another disk, knows it all the same.</summary>
    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task TheListBesideTheCopies_IsWrittenWithTheErasure(EngineKind engine)
    {
        await using var stores = await TestStores.OpenAsync(engine);
        var store = await stores.NewFilledGroupAsync(6, 20);
        var person = await AnybodyAsync(store);
        var nightly = new NightlyCopies(stores.Stores, new CopyPlan { Folder = Path.Combine(stores.Folder, "elsewhere") });
        await nightly.RunAsync(store);

        await new ErasureService(stores.Stores, store).EraseAsync(person.Id, new ErasureDetails(ErasureWay.Everything, ErasureAsked.TheyAsked, null, null), Actor.CommandLine);

        Assert.Contains(person.Id.Value.ToString("N"), await File.ReadAllTextAsync(Path.Combine(nightly.Folder, store.Slug, "erased.list")), StringComparison.Ordinal);
    }

    /// <summary>They are erased; only what comes after it cannot be done just now. Nobody is told that nothing was done.</summary>
    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task AnErasureThatCannotBeFinishedNow_IsDone_AndTheJobGoesOnWithIt(EngineKind engine)
    {
        await using var stores = await TestStores.OpenAsync(engine);
        var store = await stores.NewFilledGroupAsync(6, 20);
        var person = await AnybodyAsync(store);
        async Task RenameAsync(string from, string to)
        {
            await using var network = await stores.Stores.NetworkAsync();
#pragma warning disable EF1002 // names of tables, from this test
            await network.Database.ExecuteSqlRawAsync($"ALTER TABLE {from} RENAME TO {to}");
#pragma warning restore EF1002
        }

        var table = await TableAsync(stores);
        await RenameAsync(table, "away");
        var erased = await new ErasureService(stores.Stores, store).EraseAsync(person.Id, new ErasureDetails(ErasureWay.Everything, ErasureAsked.TheyAsked, null, null), Actor.CommandLine);
        Assert.True(erased.IsDone);
        await RenameAsync("away", table);
        Assert.Equal(1, await new ErasureService(stores.Stores, store).FinishAllAsync());
        Assert.Empty(await Leftovers.OnDiskAsync(store, person.FullName, person.Reference + " "));
        Assert.Empty((await new StoreCheck(stores.Stores, House.Recounts).RunAsync(store.Slug)).Problems);
    }

    private static async Task<string> TableAsync(TestStores stores)
    {
        await using var network = await stores.Stores.NetworkAsync();
        return network.Model.FindEntityType(typeof(ErasedPerson))!.GetTableName()!;
    }

    /// <summary>Somebody of an invented group whom nothing holds here any more.</summary>
    private static async Task<Person> AnybodyAsync(GroupStore store)
    {
        await using var db = await store.ReadAsync();
        foreach (var person in await db.People.AsNoTracking().OrderBy(p => p.ReferenceNumber).ToListAsync())
        {
            if ((await StillOpen.OfAsync(db, [person.Id])).Count == 0)
                return person;
        }

        throw new InvalidOperationException("Everybody of the invented group is still supported.");
    }
}
