using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.Register;
using SafeSpace.Core.Shared;
using SafeSpace.Testing;

namespace SafeSpace.Core.Tests.Register;

public sealed class CaseWriterTests
{
    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Moves_FollowTheirOrder_AndWrongOnesAreRefused(EngineKind engine)
    {
        await using var stores = await TestStores.OpenAsync(engine);
        var store = await stores.NewGroupAsync();
        var today = store.Clock.Today;
        var person = await store.Write("PersonAdded", Actor.CommandLine, unit => PersonWriter.AddAsync(unit, new PersonDetails { GivenName = "Sam" }));
        Assert.Equal(CaseMove.NoCase, await MoveAsync(store, u => CaseWriter.CloseAsync(u, person.Id, today, null, null)));
        await store.Write("CaseOpened", Actor.CommandLine, u => CaseWriter.OpenAsync(u, person.Id, today.AddDays(-5), "crisis_team"));
        Assert.Equal(CaseMove.BeforeItOpened, await MoveAsync(store, u => CaseWriter.CloseAsync(u, person.Id, today.AddDays(-6), null, null)));
        Assert.Equal(CaseMove.InTheFuture, await MoveAsync(store, u => CaseWriter.CloseAsync(u, person.Id, today.AddDays(1), null, null)));
        Assert.Equal(CaseMove.AlreadyOpen, await MoveAsync(store, u => CaseWriter.StepUpAsync(u, person.Id)));
        Assert.Equal(CaseMove.Done, await MoveAsync(store, u => CaseWriter.StepDownAsync(u, person.Id, today)));
        Assert.Equal(CaseMove.AlreadySteppedDown, await MoveAsync(store, u => CaseWriter.StepDownAsync(u, person.Id, today)));
        Assert.Equal(CaseMove.Done, await MoveAsync(store, u => CaseWriter.CloseAsync(u, person.Id, today, "better", "sleeps again")));
        Assert.Equal(CaseMove.AlreadyClosed, await MoveAsync(store, u => CaseWriter.CloseAsync(u, person.Id, today, null, null)));
        Assert.Equal(CaseMove.AlreadyClosed, await MoveAsync(store, u => CaseWriter.StepDownAsync(u, person.Id, today)));
        Assert.Equal(CaseMove.Done, await MoveAsync(store, u => CaseWriter.UndoCloseAsync(u, person.Id)));
        await using var db = await store.ReadAsync();
        Assert.Equal(CaseState.SteppedDown, (await db.Cases.SingleAsync()).State);
        Assert.Null((await db.Spells.SingleAsync()).ClosedOn);
        Assert.Empty((await new Verifier(store).RunAsync([])).Problems);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Reopening_IsANewSpellOfTheOneCase(EngineKind engine)
    {
        await using var stores = await TestStores.OpenAsync(engine);
        var store = await stores.NewGroupAsync();
        var today = store.Clock.Today;
        var person = await store.Write("PersonAdded", Actor.CommandLine, async unit =>
        {
            var added = await PersonWriter.AddAsync(unit, new PersonDetails { GivenName = "Sam" });
            await CaseWriter.OpenAsync(unit, added.Id, today.AddDays(-30), "crisis_team");
            await CaseWriter.CloseAsync(unit, added.Id, today.AddDays(-20), "better", null);
            await CaseWriter.OpenAsync(unit, added.Id, today, "home_treatment");
            return added;
        });
        await using var db = await store.ReadAsync();
        var @case = await db.Cases.SingleAsync();
        Assert.Equal((CaseState.Open, today, "home_treatment"), (@case.State, @case.OpenedOn, @case.Team));
        Assert.Equal(2, await db.Spells.CountAsync(s => s.PersonId == person.Id && s.CaseId == @case.Id));
        await Assert.ThrowsAsync<InvalidOperationException>(() => store.Write("CaseOpened", Actor.CommandLine, u => CaseWriter.OpenAsync(u, person.Id, today, null)));
    }

    private static Task<CaseMove> MoveAsync(GroupStore store, Func<Unit, Task<CaseMove>> move) => store.Write("CaseMoved", Actor.CommandLine, move);
}
