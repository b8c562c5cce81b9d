using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.Register;
using SafeSpace.Core.Register.Duplicates;
using SafeSpace.Core.Shared;
using SafeSpace.Testing;

namespace SafeSpace.Core.Tests.Register.Duplicates;

public sealed class DecisionFileTests
{
    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Apply_EachLine_IsRecordedOrRefusedWithItsRow_AndAgainChangesNothing(EngineKind engine)
    {
        await using var stores = await TestStores.OpenAsync(engine);
        var store = await stores.NewGroupAsync();
        for (var i = 0; i < 5; i++)
            await store.Write("PersonAdded", Actor.CommandLine, unit => PersonWriter.AddAsync(unit, new PersonDetails { GivenName = "Lin", Surname = "Wu" }));
        const string csv = """
            reference,other_reference,decision,reason
            SS0001,SS0002,same,typo in the name
            ss3,4,different,"cousins, they say"

            SS0001,SS0099,same,
            SS0005,SS0001,perhaps,
            SS0005,SS0005,same,
            SS0005,SS0002,same,
            """;
        var file = new DecisionFile(store, new DuplicateService(store, House.MergeSteps));
        var made = await file.ApplyAsync(new StringReader(csv), Actor.CommandLine);
        Assert.Equal((1, 1, 0), (made.Same, made.Different, made.AlreadySo));
        Assert.Equal([5, 6, 7, 8], made.Refused.Select(r => r.Row));
        var again = await file.ApplyAsync(new StringReader(csv), Actor.CommandLine);
        Assert.Equal((0, 0, 2), (again.Same, again.Different, again.AlreadySo));
        await using var db = await store.ReadAsync();
        Assert.Equal(4, await db.People.CountAsync());
        var decision = await db.PairDecisions.AsNoTracking().SingleAsync(d => d.Verdict == PairVerdict.Different);
        Assert.Equal("cousins, they say", store.Vault.Open(PersonWords.DecisionWhy, decision.Id, decision.Why));
        await Assert.ThrowsAsync<SafeSpaceException>(() => file.ApplyAsync(new StringReader("reference,decision\nSS0001,same\n"), Actor.CommandLine));
        await Assert.ThrowsAsync<SafeSpaceException>(() => file.ApplyAsync(new StringReader(""), Actor.CommandLine));
    }
}
