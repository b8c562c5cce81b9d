using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.Diary;
using SafeSpace.Core.Jobs.Invented;
using SafeSpace.Core.Network;
using SafeSpace.Core.Referrals;
using SafeSpace.Core.Register;
using SafeSpace.Core.Register.Counting;
using SafeSpace.Core.Reports;
using SafeSpace.Core.Shared;
using SafeSpace.Testing;

namespace SafeSpace.Core.Tests.Jobs;

public sealed class InventorTests
{
    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task What_is_invented_is_as_many_as_asked_and_sound(EngineKind engine)
    {
        await using var stores = await TestStores.OpenAsync(engine);
        var store = await stores.NewGroupAsync();
        var told = new List<(long, long)>();
        var made = await new Inventor(store, new InventionPlan(700, 3001) { Seed = 3 }).RunAsync((done, all) => told.Add((done, all)));
        Assert.Equal((700, 3001), (made.People, made.Contacts));
        Assert.Equal((700L, 700L), told[^1]);
        await using var db = await store.ReadAsync();
        Assert.Equal(700, await db.People.CountAsync(TestContext.Current.CancellationToken));
        Assert.Equal(3001, await db.Contacts.CountAsync(TestContext.Current.CancellationToken));
        Assert.Equal(made.Referrals, await db.Referrals.CountAsync(TestContext.Current.CancellationToken));
        Assert.Empty((await new StoreCheck(stores.Stores, House.Recounts).RunAsync(store.Slug)).Problems);
    }

    [Fact]
    public async Task The_same_seed_gives_the_same_figures_on_both_engines_and_another_seed_others()
    {
        var first = await FiguresAsync(EngineKind.Sqlite, 5);
        Assert.Equal(first, await FiguresAsync(EngineKind.Postgres, 5));
        Assert.NotEqual(first, await FiguresAsync(EngineKind.Sqlite, 6));
    }

    /// <summary>What the stories say of first, repeat, double and of open spells is what the one counting rule says of the rows.</summary>
    [Fact]
    public async Task Invented_referrals_keep_the_counting_rule()
    {
        await using var stores = await TestStores.OpenAsync(EngineKind.Sqlite);
        var store = await stores.NewGroupAsync();
        await store.InventAsync(400, 400, seed: 8);
        await using var db = await store.ReadAsync();
        var referrals = await db.Referrals.AsNoTracking().ToListAsync(TestContext.Current.CancellationToken);
        var spells = await db.Spells.AsNoTracking().ToListAsync(TestContext.Current.CancellationToken);
        var closed = spells.ToDictionary(s => s.Id, s => s.ClosedOn);
        var counted = CountingRule.Work(referrals.Select(r => new ReferralFact(r.Id.Value, r.PersonId.Value, r.Day, closed[r.SpellId!.Value], r.Order)));
        Assert.Equal(
            referrals.OrderBy(r => r.Id.Value).Select(r => r.Kind),
            counted.SelectMany(c => c.Referrals).OrderBy(r => r.Id).Select(r => r.Kind));
        Assert.Equal(spells.Count, counted.Sum(c => c.Spells.Count));
        Assert.All(Enum.GetValues<ReferralKind>(), kind => Assert.Contains(referrals, r => r.Kind == kind));
        var cases = await db.Cases.AsNoTracking().ToDictionaryAsync(c => c.PersonId, TestContext.Current.CancellationToken);
        foreach (var newest in spells.GroupBy(s => s.PersonId).Select(g => g.MaxBy(s => s.OpenedOn)!))
            Assert.Equal(newest.ClosedOn is not null, cases[newest.PersonId].State == CaseState.Closed);
    }

    [Fact]
    public async Task Invented_years_look_like_a_real_service()
    {
        await using var stores = await TestStores.OpenAsync(EngineKind.Sqlite);
        var store = await stores.NewGroupAsync();
        var made = await new Inventor(store, new InventionPlan(1000, 11000) { Seed = 20200301 }).RunAsync();
        await using var db = await store.ReadAsync();
        Assert.InRange(made.Referrals, 1200, 1500);
        Assert.InRange(await db.Contacts.CountAsync(c => c.Kind == ContactKind.CallIn || c.Kind == ContactKind.CallOut), 9300, 10100);
        Assert.InRange(await db.Contacts.CountAsync(c => c.Kind == ContactKind.NoAnswer), 550, 800);
        Assert.InRange(await db.Spells.CountAsync(s => s.ClosedOn == null), 90, 220);
        var calls = await db.PersonMonths.Where(m => m.Month != PersonMonth.All).GroupBy(m => m.PersonId).Select(g => g.Sum(m => m.Calls)).ToListAsync(TestContext.Current.CancellationToken);
        Assert.InRange(calls.Max(), 50, 180);
        Assert.Equal(calls.Max(), await db.PersonMonths.Where(m => m.Month == PersonMonth.All).MaxAsync(m => m.Calls, TestContext.Current.CancellationToken));
        var last = await db.Contacts.MaxAsync(c => c.Day);
        Assert.Equal(store.Clock.Today.AddDays(-1), last);
    }

    [Fact]
    public async Task Invented_numbers_ring_nowhere()
    {
        await using var stores = await TestStores.OpenAsync(EngineKind.Sqlite);
        var store = await stores.NewFilledGroupAsync(300, 10);
        await using var db = await store.ReadAsync();
        Assert.All(await db.Phones.Select(p => p.Number).ToListAsync(TestContext.Current.CancellationToken), n => Assert.StartsWith("07700 900", n, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Inventing_twice_adds_and_gives_no_reference_twice()
    {
        await using var stores = await TestStores.OpenAsync(EngineKind.Sqlite);
        var store = await stores.NewFilledGroupAsync(30, 50);
        await store.InventAsync(30, 50, seed: 2);
        await using var db = await store.ReadAsync();
        var references = await db.People.Select(p => p.Reference).ToListAsync(TestContext.Current.CancellationToken);
        Assert.Equal(60, references.Distinct().Count());
        Assert.Contains("SS0060", references);
    }

    private static async Task<string> FiguresAsync(EngineKind engine, int seed)
    {
        await using var stores = await TestStores.OpenAsync(engine);
        var store = await stores.NewGroupAsync();
        await store.InventAsync(150, 900, seed);
        await using var db = await store.ReadAsync();
        var months = await db.ContactMonths.GroupBy(m => new { m.Month, m.Kind }).Select(g => new { g.Key.Month, g.Key.Kind, Contacts = g.Sum(m => m.Contacts), Minutes = g.Sum(m => m.Minutes) }).ToListAsync();
        var names = await db.People.OrderBy(p => p.ReferenceNumber).Select(p => p.GivenName + " " + p.Surname).ToListAsync();
        return string.Join('\n', months.Select(m => m.ToString()!).Order(StringComparer.Ordinal).Concat(names));
    }
}
