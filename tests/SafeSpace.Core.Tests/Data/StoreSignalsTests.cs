using System.Diagnostics;
using SafeSpace.Core.Audit;
using SafeSpace.Core.Data;
using SafeSpace.Core.Data.Signals;
using SafeSpace.Core.Network;
using SafeSpace.Core.Register;
using SafeSpace.Core.Shared;
using SafeSpace.Testing;

namespace SafeSpace.Core.Tests.Data;

public sealed class StoreSignalsTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task AChange_WakesWhoWaits_WithTheLinkOfTheChainItMade(EngineKind engine)
    {
        await using var stores = await TestStores.OpenAsync(engine);
        var store = await stores.NewGroupAsync();
        var next = store.Signals.Next;
        await AddAsync(store);
        await next.WaitAsync(Patience);
        await using var db = await store.ReadAsync();
        Assert.Equal(await db.VersionAsync(), store.Signals.Version);
    }

    [Fact]
    public async Task WhoLooked_IsNoChange_AndWakesNobody()
    {
        await using var stores = await TestStores.OpenAsync(EngineKind.Sqlite);
        var store = await stores.NewGroupAsync();
        var person = await AddAsync(store);
        await Task.Delay(StoreSignals.Apart * 3);
        var (version, next) = (store.Signals.Version, store.Signals.Next);
        await new ViewLog(store, stores.Folder).RecordAsync(Actor.CommandLine, "person", person);
        await Task.Delay(StoreSignals.Apart * 3);
        Assert.False(next.IsCompleted);
        Assert.Equal(version, store.Signals.Version);
    }

    [Fact]
    public async Task ManyChanges_WakeAtMostOnceInFiftyMilliseconds_AndTheLastIsHeard()
    {
        var signals = new StoreSignals();
        var (woken, last) = (0, 0L);
        var clock = Stopwatch.StartNew();
        var listener = Task.Run(async () =>
        {
            while (last < 500)
            {
                await signals.Next;
                (woken, last) = (woken + 1, signals.Version);
            }
        });
        for (var version = 1; version <= 500; version++)
        {
            signals.Committed(version);
            if (version % 50 == 0)
                await Task.Delay(20);
        }

        await listener.WaitAsync(Patience);
        Assert.Equal(500, last);
        Assert.InRange(woken, 1, (clock.ElapsedMilliseconds / StoreSignals.Apart.TotalMilliseconds) + 2);
    }

    [Fact]
    public async Task AnOlderWord_FromAnotherNode_WakesNobody()
    {
        var signals = new StoreSignals();
        signals.Heard(7);
        await Task.Delay(StoreSignals.Apart * 2);
        var next = signals.Next;
        signals.Heard(6);
        await Task.Delay(StoreSignals.Apart * 2);
        Assert.False(next.IsCompleted);
        Assert.Equal(7, signals.Version);
    }

    [Fact]
    public async Task AChangeOnOneNode_IsHeardOnTheOther_AndALookCuresAMissedOne()
    {
        await using var one = await TestStores.OpenAsync(EngineKind.Postgres);
        var here = await one.NewGroupAsync();
        await using var other = House.Open(one.Folder, one.Database, one.Clock);
        var there = await other.GetAsync(here.Slug);
        using var stop = new CancellationTokenSource();
        var pump = new SignalPump(other).RunAsync(stop.Token);
        while (there.Signals.Version == 0) // until its line stands
        {
            await AddAsync(here);
            await Task.Delay(100);
        }

        var next = there.Signals.Next;
        await AddAsync(here);
        await next.WaitAsync(Patience);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => pump);

        await AddAsync(here); // nobody listens now
        await SignalPump.LookAsync(there);
        await using var db = await there.ReadAsync();
        Assert.Equal(await db.VersionAsync(), there.Signals.Version);
    }

    private static async Task<PersonId> AddAsync(GroupStore store) =>
        (await store.Write("PersonAdded", Actor.CommandLine, unit => PersonWriter.AddAsync(unit, new PersonDetails { GivenName = "Sam", Surname = "Harley" }))).Id;
}
