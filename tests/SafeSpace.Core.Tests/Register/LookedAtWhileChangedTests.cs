using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.Network;
using SafeSpace.Core.Register;
using SafeSpace.Core.Register.Duplicates;
using SafeSpace.Core.Shared;
using SafeSpace.Testing;

namespace SafeSpace.Core.Tests.Register;

/// <summary>Somebody is corrected while likes are looked for: what they are called now is compared too.</summary>
public sealed class LookedAtWhileChangedTests
{
    /// <summary>Another node takes the waiting row away in this very moment: no reason to refuse what somebody saves.</summary>
    [Fact]
    public async Task Who_is_changed_while_another_node_ends_its_look_is_saved_and_looked_for_again()
    {
        await using var here = await TestStores.OpenAsync(EngineKind.Postgres);
        var store = await here.NewGroupAsync();
        await using var there = House.Open(here.Folder, here.Database, here.Clock);
        var beside = await there.GetAsync(store.Slug);
        var one = await store.Write("Planted", Actor.CommandLine, unit => PersonWriter.AddAsync(unit, new PersonDetails { GivenName = "Bo", Surname = "Xu" }));
        var (taken, on) = (new TaskCompletionSource(), new TaskCompletionSource());
        var ending = beside.Write("Looked", Actor.CommandLine, async unit =>
        {
            await unit.Db.PairsToLook.ExecuteDeleteAsync(TestContext.Current.CancellationToken);
            taken.TrySetResult();
            await on.Task;
        });
        await taken.Task;
        var changing = new PersonService(store).ChangeAsync(one.Id, one.Version, new PersonDetails { GivenName = "Bo", Surname = "Xiu" }, Actor.CommandLine);
        await Task.Delay(TimeSpan.FromSeconds(1), TestContext.Current.CancellationToken);
        on.SetResult();
        await ending;
        await changing;

        await using var db = await store.ReadAsync();
        Assert.Equal(one.Id, (await db.PairsToLook.SingleAsync()).PersonId);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Who_is_changed_meanwhile_is_looked_for_again(EngineKind engine)
    {
        await using var stores = await TestStores.OpenAsync(engine);
        var store = await stores.NewGroupAsync();
        var details = new PersonDetails { GivenName = "Wilhelmina", Surname = "Quibblethorpe", DateOfBirth = new DateOnly(1980, 2, 3) };
        var one = await store.Write("Planted", Actor.CommandLine, unit => PersonWriter.AddAsync(unit, details));
        await new PairFinder(store).LookAsync(TestContext.Current.CancellationToken); // the next look reads in a moment, long before it may save
        var other = await store.Write("Planted", Actor.CommandLine, unit => PersonWriter.AddAsync(unit, new PersonDetails { GivenName = "Bo", Surname = "Xu" }));
        var (begun, on) = (new TaskCompletionSource(), new TaskCompletionSource());
        var changing = store.Write("Changed", Actor.CommandLine, async unit =>
        {
            begun.TrySetResult();
            await on.Task;
            var person = await unit.Db.People.SingleAsync(p => p.Id == other.Id);
            await PersonWriter.ChangeAsync(unit, person, details);
        });
        await begun.Task;
        var looking = new PairFinder(store).LookAsync(TestContext.Current.CancellationToken); // its end waits for the writer, who is busy
        await Task.Delay(TimeSpan.FromSeconds(1), TestContext.Current.CancellationToken);
        on.SetResult();
        await changing;
        await looking;

        await new PairFinder(store).LookAsync(TestContext.Current.CancellationToken);

        await using var db = await store.ReadAsync();
        Assert.Equal(PairFinder.Ordered(one.Id, other.Id), (await db.PairOffers.Select(o => new { o.FirstId, o.SecondId }).ToListAsync()).Select(o => (o.FirstId, o.SecondId)).Single());
        Assert.Equal(0, await db.PairsToLook.CountAsync());
    }
}
