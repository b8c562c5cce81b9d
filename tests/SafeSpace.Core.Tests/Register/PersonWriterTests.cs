using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.Register;
using SafeSpace.Core.Shared;
using SafeSpace.Testing;

namespace SafeSpace.Core.Tests.Register;

public sealed class PersonWriterTests
{
    private static Task<Person> AddAsync(GroupStore store, PersonDetails details, string? reference = null) =>
        store.Write("PersonAdded", Actor.CommandLine, unit => PersonWriter.AddAsync(unit, details, reference));

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task References_AreGivenInOrderAndNeverTwice(EngineKind engine)
    {
        await using var stores = await TestStores.OpenAsync(engine);
        var store = await stores.NewGroupAsync();
        var many = await Task.WhenAll(Enumerable.Range(0, 40).Select(i => AddAsync(store, new PersonDetails { GivenName = $"Sam{i}" })));
        Assert.Equal(40, many.Select(p => p.Reference).Distinct().Count());
        Assert.Equal("SS0041", (await AddAsync(store, new PersonDetails())).Reference);
        Assert.Equal("SS0100", (await AddAsync(store, new PersonDetails(), "SS0100")).Reference);
        Assert.Equal("SS0101", (await AddAsync(store, new PersonDetails())).Reference);
        Assert.Equal("OLD/7", (await AddAsync(store, new PersonDetails(), "OLD/7")).Reference);
        Assert.Equal("SS0103", (await AddAsync(store, new PersonDetails())).Reference);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task References_OfTwoNodesOnOneStore_NeverMeet(EngineKind engine)
    {
        await using var stores = await TestStores.OpenAsync(engine);
        var store = await stores.NewGroupAsync();
        await using var other = House.Open(stores.Folder, stores.Database, stores.Clock);
        var second = await other.GetAsync(store.Slug);
        var people = await Task.WhenAll(Enumerable.Range(0, 60).Select(i => AddAsync(i % 2 == 0 ? store : second, new PersonDetails { GivenName = "Kim", Surname = $"Name{i % 7}" })));
        Assert.Equal(60, people.Select(p => p.ReferenceNumber).Distinct().Count());
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Change_KeepsWhatStays_AndIndexesTheNewName(EngineKind engine)
    {
        await using var stores = await TestStores.OpenAsync(engine);
        var store = await stores.NewGroupAsync();
        var details = new PersonDetails { GivenName = "Ana", Surname = "Kowalska", Phones = [new PhoneDetails("01302 123456", "mum's")], BeforeRinging = "Likes texts first." };
        var person = await AddAsync(store, details);
        var same = await ChangeAsync(store, person.Id, details);
        Assert.Equal(person.Version, same.Version);
        await ChangeAsync(store, person.Id, details with { Surname = "Nowak", Phones = [new PhoneDetails("07700 900123"), new PhoneDetails("01302 123456", "home")] });
        await using var db = await store.ReadAsync();
        Assert.Equal(["01302 123456", "07700 900123"], (await db.Phones.ToListAsync()).Select(p => p.Number).Order());
        var words = await db.NamePairs.Join(db.NameWords, p => p.SurnameWordId, w => w.Id, (_, w) => w.Word).ToListAsync();
        Assert.Equal(["nowak"], words);
        var row = await db.People.AsNoTracking().SingleAsync();
        Assert.Equal("Likes texts first.", PersonDetails.Of(row, [], store.Vault).BeforeRinging);
        Assert.Empty((await new Verifier(store).RunAsync([])).Problems);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Many_AtOnce_AreAsIfAddedOneByOne(EngineKind engine)
    {
        await using var stores = await TestStores.OpenAsync(engine);
        var store = await stores.NewGroupAsync();
        var people = await store.Write("PeopleImported", Actor.CommandLine, unit => PersonWriter.AddManyAsync(
            unit, [.. Enumerable.Range(1, 500).Select(i => (new PersonDetails { GivenName = "Sam", Surname = $"Harley{i}", Phones = [new PhoneDetails($"07700 90{i:0000}")], SafeTimes = "evenings" }, (string?)$"SS{i:0000}"))]));
        await using var db = await store.ReadAsync();
        Assert.Equal(500, people.Count);
        Assert.Equal(500, await db.NamePairs.CountAsync());
        Assert.Equal(500, await db.Phones.CountAsync());
        Assert.Equal("SS0501", (await AddAsync(store, new PersonDetails())).Reference);
        var row = await db.People.AsNoTracking().FirstAsync(p => p.Reference == "SS0077");
        Assert.Equal("evenings", PersonDetails.Of(row, [], store.Vault).SafeTimes);
        Assert.Empty((await new Verifier(store).RunAsync([])).Problems);
    }

    [Theory]
    [InlineData("ss42", "SS0042")]
    [InlineData("SS-0042", "SS0042")]
    [InlineData("#42", "SS0042")]
    [InlineData("AB 7", "AB0007")]
    [InlineData("Sam", null)]
    [InlineData("", null)]
    [InlineData("12345678901", null)]
    public void Reference_AsTyped_IsReadAsWritten(string typed, string? read) => Assert.Equal(read, References.Read("SS", typed));

    private static Task<Person> ChangeAsync(GroupStore store, PersonId id, PersonDetails details) =>
        store.Write("PersonChanged", Actor.CommandLine, async unit =>
        {
            var person = await unit.Db.People.SingleAsync(p => p.Id == id);
            await PersonWriter.ChangeAsync(unit, person, details);
            return person;
        });
}
