using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.Diary;
using SafeSpace.Core.Register;
using SafeSpace.Core.Register.Duplicates;
using SafeSpace.Core.Shared;
using SafeSpace.Testing;

namespace SafeSpace.Core.Tests.Import.Bringing;

/// <summary>A row is known again whatever became of its person here.</summary>
public sealed class KnownAgainTests
{
    private const string Register = "SS0001,3/1/2021,Sam,Hill,1/2/1980,07700 900123,isolation,\n" + "SS0002,4/1/2021,Samuel,Hil,1/2/1980,07700 900123,debt,\n";
    private const string Diary = "5/1/2021,10:00,Call in,,Sam Hill,Kelly,15,\n" + "6/1/2021,11:00,Call out,SS0002,,Kelly,20,\n" + "7/1/2021,11:00,Call out,,Samuel Hil,Kelly,20,\n";

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task TwoRecordsWereJoined_TheSameFilesImportNothing(EngineKind engine)
    {
        await using var stores = await TestStores.OpenAsync(engine);
        var store = await stores.NewGroupAsync();
        await store.BringInAsync(Register, Diary);
        var (sam, samuel) = (await FindAsync(store, "SS0001"), await FindAsync(store, "SS0002"));
        Assert.Equal(PairOutcome.Done, await new DuplicateService(store, House.MergeSteps).SameAsync(sam.Id, samuel.Id, "the same man", Actor.CommandLine));
        var before = await store.CountAsync();

        var again = await store.BringInAsync(Register, Diary);

        Assert.Equal((1, 0, 0, 5), (again.People, again.PeopleNew, again.RowsImported, again.RowsAlreadyKnown));
        Assert.Empty(again.Refused);
        Assert.Empty(again.Changed);
        Assert.Equal(before, await store.CountAsync());
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task NewRowsOfARecordThatWasJoined_GoToTheKeptOne(EngineKind engine)
    {
        await using var stores = await TestStores.OpenAsync(engine);
        var store = await stores.NewGroupAsync();
        await store.BringInAsync(Register, Diary);
        var (sam, samuel) = (await FindAsync(store, "SS0001"), await FindAsync(store, "SS0002"));
        await new DuplicateService(store, House.MergeSteps).SameAsync(sam.Id, samuel.Id, null, Actor.CommandLine);

        var again = await store.BringInAsync(Register, Diary + "8/1/2021,11:00,Text,SS0002,,Kelly,,\n");

        Assert.Equal(1, again.Contacts);
        await using var db = await store.ReadAsync();
        Assert.Equal(4, await db.Contacts.CountAsync(c => c.PersonId == sam.Id));
        await stores.SoundAsync(store);
    }

    [Fact]
    public async Task ANameWasPutRightHere_RowsOfTheOldNameAreKnown()
    {
        await using var stores = await TestStores.OpenAsync(EngineKind.Sqlite);
        var store = await stores.NewGroupAsync();
        const string NoReference = ",3/1/2021,Jon,Smyth,1/2/1980,,,\n";
        const string Call = "5/1/2021,10:00,Call in,,Jon Smyth,Kelly,15,\n";
        await store.BringInAsync(NoReference, Call);
        await store.Write("PersonChanged", Actor.CommandLine, async unit =>
        {
            var person = await unit.Db.People.SingleAsync();
            await PersonWriter.ChangeAsync(unit, person, PersonDetails.Of(person, [], store.Vault) with { GivenName = "John", Surname = "Smith" });
        });

        var again = await store.BringInAsync(NoReference, Call + "6/1/2021,10:00,Call in,,Jon Smyth,Kelly,15,\n");

        Assert.Equal((1, 0, 1, 2), (again.People, again.PeopleNew, again.Contacts, again.RowsAlreadyKnown));
    }

    [Fact]
    public async Task ADiaryWithoutTheRegister_FindsItsPeopleInTheStore()
    {
        await using var stores = await TestStores.OpenAsync(EngineKind.Sqlite);
        var store = await stores.NewGroupAsync();
        await store.BringInAsync(Register);

        var diary = await store.BringInAsync(null, Diary + "9/1/2021,10:00,Call in,,Nobody Atall,Kelly,15,\n");

        Assert.Equal(3, diary.Contacts);
        Assert.Equal("nobody of that name", Assert.Single(diary.Refused).Why);
    }

    [Fact]
    public async Task AWordNobodyExplained_IsKeptUnderAnEntryOfItsOwn_AndSaid()
    {
        await using var stores = await TestStores.OpenAsync(EngineKind.Sqlite);
        var store = await stores.NewGroupAsync();

        var result = await store.BringInAsync("SS0001,3/1/2021,Sam,Hill,,,\"isolation, noisy neighbours\",\n");

        Assert.Contains(result.Notes, n => n.Contains("“noisy neighbours”", StringComparison.Ordinal));
        await using var db = await store.ReadAsync();
        Assert.Equal(["isolation", "noisy_neighbours"], await db.Factors.Select(f => f.Factor).Order().ToListAsync());
        Assert.True(await db.ListEntries.AnyAsync(e => e.List == GroupList.Factor && e.Label == "noisy neighbours"));
    }

    private static async Task<Person> FindAsync(GroupStore store, string reference)
    {
        await using var db = await store.ReadAsync();
        return await db.People.SingleAsync(p => p.Reference == reference);
    }
}
