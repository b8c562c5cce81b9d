using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.Register;
using SafeSpace.Core.Register.Search;
using SafeSpace.Core.Shared;
using SafeSpace.Testing;

namespace SafeSpace.Core.Tests.Register.Search;

public sealed class PersonSearchTests
{
    private static readonly (string Given, string Surname, string Born, string Phone, string Postcode)[] People =
    [
        ("Sam", "Harley", "1984-03-14", "07700 900123", "DN1 1AA"),
        ("Samantha", "Harlow", "1990-12-01", "07700 900124", "DN1 1AB"),
        ("Katarzyna", "Wiśniewska", "1979-07-03", "01302 123456", "DN2 4PQ"),
        ("Anne-Marie", "O'Brien", "1966-11-30", "7700900555", "S10 2TN"),
        ("José", "García López", "1988-02-29", "+44 7700 900777", "LS1 4AP"),
        ("Stephen", "Reilly", "1991-05-06", "07700 900888", "DN1 1AA"),
        ("Мария", "Иванова", "1982-01-09", "", "DN4 5HX"),
    ];

    public static TheoryData<EngineKind, string, string> Typed()
    {
        (string, string)[] asked =
        [
            ("sam harley", "Sam Harley"), ("harley sam", "Sam Harley"), ("Sam Harly", "Sam Harley"), ("smantha harlow", "Samantha Harlow"),
            ("kate wisniewska", "Katarzyna Wiśniewska"), ("annemarie obrien", "Anne-Marie O'Brien"), ("anne marie o brien", "Anne-Marie O'Brien"),
            ("jose garcia", "José García López"), ("steven riley", "Stephen Reilly"), ("maria ivanova", "Мария Иванова"),
            ("14/3/1984", "Sam Harley"), ("14 mar 84", "Sam Harley"), ("1984-03-14", "Sam Harley"), ("3.7.1979", "Katarzyna Wiśniewska"), ("7/3/1979", "Katarzyna Wiśniewska"),
            ("0123", "Sam Harley"), ("07700 900 123", "Sam Harley"), ("+44 7700 900555", "Anne-Marie O'Brien"), ("900777", "José García López"),
            ("s10 2tn", "Anne-Marie O'Brien"), ("LS1", "José García López"), ("ss1", "Sam Harley"), ("SS-0003", "Katarzyna Wiśniewska"), ("harley 1984", "Sam Harley"),
            ("riley dn1 1aa", "Stephen Reilly"),
        ];
        var data = new TheoryData<EngineKind, string, string>();
        foreach (var engine in Enum.GetValues<EngineKind>())
            foreach (var (typed, name) in asked)
                data.Add(engine, typed, name);
        return data;
    }

    [Theory]
    [MemberData(nameof(Typed))]
    public async Task Find_AnythingTyped_TheRightPersonFirstAndWhy(EngineKind engine, string typed, string name)
    {
        var store = await SmallRegisterAsync(engine);
        await using var db = await store.ReadAsync();
        var hits = await new PersonSearch(db, store).FindAsync(typed, db.People);
        Assert.NotEmpty(hits);
        Assert.Equal(name, hits[0].FullName);
        Assert.NotEmpty(hits[0].Why);
    }

    /// <summary>More bear the name than are looked at for a name; the year finds the one, also when it is set right later.</summary>
    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Find_ANameThatManyBear_WithTheYear_TheOneFirst(EngineKind engine)
    {
        await using var stores = await TestStores.OpenAsync(engine);
        var store = await stores.NewGroupAsync();
        await store.Write("PeopleAdded", Actor.CommandLine, unit =>
            PersonWriter.AddManyAsync(unit, [.. Enumerable.Range(1930, 60).Select(year => (new PersonDetails { GivenName = "Sam", Surname = "Harley", DateOfBirth = new DateOnly(year, 5, 6) }, (string?)null))]));
        Assert.Equal(1971, await FirstAsync("sam harly 1971"));
        Assert.NotEqual(2001, await FirstAsync("sam harly 2001"));

        await store.Write("PersonChanged", Actor.CommandLine, async unit =>
        {
            var sam = await unit.Db.People.SingleAsync(p => p.DateOfBirth == new DateOnly(1971, 5, 6));
            await PersonWriter.ChangeAsync(unit, sam, PersonDetails.Of(sam, [], store.Vault) with { DateOfBirth = new DateOnly(2001, 5, 6) });
        });

        Assert.Equal(2001, await FirstAsync("sam harly 2001"));
        Assert.NotEqual(1971, await FirstAsync("sam harly 1971"));

        async Task<int?> FirstAsync(string typed)
        {
            await using var db = await store.ReadAsync();
            return (await new PersonSearch(db, store).FindAsync(typed, db.People))[0].DateOfBirth?.Year;
        }
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Find_HardStrings_NeverThrows_AndNothingForNothing(EngineKind engine)
    {
        var store = await SmallRegisterAsync(engine);
        await using var db = await store.ReadAsync();
        var search = new PersonSearch(db, store);
        Assert.Empty(await search.FindAsync("   ", db.People));
        Assert.Empty(await search.FindAsync(null, db.People));
        Assert.Empty(await search.FindAsync("Zbigniew Quartermaine", db.People));
        foreach (var hard in JsonSerializer.Deserialize<string[]>(await File.ReadAllTextAsync(SharedData.Path("reference/naughty-strings.json")))!)
            await search.FindAsync(hard, db.People);
        await search.FindAsync(new string('x', 100_000) + " 1984", db.People);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Find_OutsideWhatMayBeSeen_FindsNobody(EngineKind engine)
    {
        var store = await SmallRegisterAsync(engine);
        await using var db = await store.ReadAsync();
        Assert.Empty(await new PersonSearch(db, store).FindAsync("sam harley", db.People.Where(p => p.Surname == "Reilly")));
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Find_ByEveryWay_UsesIndexesAlone(EngineKind engine)
    {
        var store = await SmallRegisterAsync(engine);
        await using var db = await store.ReadAsync();
        var plans = await QueryPlans.OfAsync(async () =>
        {
            foreach (var typed in new[] { "smantha harlow", "harley", "sam harley 1984", "14/3/1984", "900777", "07700900123", "DN1 1AA", "DN1", "SS0001" })
                await new PersonSearch(db, store).FindAsync(typed, db.People);
        });
        Assert.True(plans.Count > 20);
        Assert.Empty(QueryPlans.Scans(plans, "person", "person_phone", "name_key", "name_word", "name_pair", "person_case"));
        var planted = await QueryPlans.OfAsync(() => db.PeopleWithMerged.Where(p => p.Gender == "x").ToListAsync());
        Assert.NotEmpty(QueryPlans.Scans(planted, "person"));
    }

    private static readonly System.Collections.Concurrent.ConcurrentDictionary<EngineKind, Lazy<Task<GroupStore>>> Registers = new();

    private static Task<GroupStore> SmallRegisterAsync(EngineKind engine) => Registers.GetOrAdd(engine, e => new(async () =>
    {
        var stores = await TestStores.OpenAsync(e);
        var store = await stores.NewGroupAsync();
        await store.Write("PeopleAdded", Actor.CommandLine, async unit =>
        {
            foreach (var (given, surname, born, phone, postcode) in People)
            {
                await PersonWriter.AddAsync(unit, new PersonDetails
                {
                    GivenName = given,
                    Surname = surname,
                    DateOfBirth = DateOnly.ParseExact(born, "yyyy-MM-dd"),
                    Phones = phone.Length == 0 ? [] : [new PhoneDetails(phone)],
                    Postcode = postcode,
                });
            }
        });
        return store;
    })).Value;
}
