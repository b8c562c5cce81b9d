using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Community;
using SafeSpace.Core.Data;
using SafeSpace.Core.Reports.Packs;
using SafeSpace.Core.Reports.Packs.Disclosure;
using SafeSpace.Core.Shared;
using SafeSpace.Core.SocialValue;
using SafeSpace.Testing;

namespace SafeSpace.Core.Tests.Reports.Packs;

/// <summary>The value statement within packs, attacked: the rates are agreed and public, so whoever knows the money of a part may know the people behind it.</summary>
public sealed class ValuePartTests
{
    private static readonly Dictionary<string, decimal> Agreed = new()
    {
        ["lead"] = 29.12m,
        ["level_1"] = 492.98m,
        ["level_2"] = 973.60m,
        ["day"] = 58m,
        ["half_day"] = 29m,
        ["registered"] = 20m,
        ["severe"] = 240m,
        ["brief"] = 100m,
    };

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Money_OfPacksAndRestatements_GivesNobodyAway_AndTheTotalsStayExact(EngineKind engine)
    {
        await using var stores = await TestStores.OpenAsync(engine);
        var store = await stores.NewGroupAsync();
        await store.InventAsync(people: 60, contacts: 400);
        await BooksAsync(store);
        var packs = new PackService(store);
        Month november = new(2025, 11), january = new(2026, 1);
        foreach (var month in Month.Range(november, january))
            await PublishAsync(packs, month, month);
        await CrisesAsync(store, new(2025, 12, 9), "severe", 2);
        await PublishAsync(packs, november, january);
        await CrisesAsync(store, new(2025, 12, 11), "brief", 6);
        Assert.Equal(PublishOutcome.Published, (await packs.RestateAsync(Ids.New(), 2, "Sheets came late.", Actor.CommandLine)).Outcome);

        var published = await PublishedAsync(store, packs);
        var all = PackFigures.Together(published.Select(p => p.Exact));
        Assert.Contains(all.Quantities, q => q is { GivesAway: true } && q.Key.StartsWith("value|CrisisSupport|", StringComparison.Ordinal));
        Assert.Empty(Attack.On(all));
        Assert.Empty(Attack.On(all, HowTheyHangTogether.Of(published, Agreed)));

        await using var db = await store.ReadAsync();
        foreach (var pack in published.Take(3))
        {
            var value = pack.Document.Tables.Single(t => t.Code == "value");
            var own = (await ValueReport.WorkAsync(db, store.Clock, pack.Document.From, pack.Document.To)).Months[0];
            var whole = value.Rows.Single(r => r.Name == "Total social return").Cells[0];
            if (pack.Document.From.Number != 12) // December changed since
                Assert.Equal(Rounding.Money(own.Return!.Value), whole.Value);
            Assert.Equal(3888m, value.Rows.Single(r => r.Name == "Statutory income").Cells[0].Value);
            // What is shown of the parts adds up to the whole: those that few stand behind stand together.
            var parts = value.Rows.SkipWhile(r => r.Name != "Total income").Skip(1).TakeWhile(r => r.Name != "Total social return").ToList();
            Assert.Equal(whole.Value, parts.Sum(r => r.Cells[0].Value ?? 0));
            Assert.DoesNotContain(parts, r => r.Name == "Crisis support");
        }
    }

    /// <summary>The attack is worth something: the money of a few, shown after all, is found out.</summary>
    [Fact]
    public async Task PlantedMoneyOfAFew_IsFoundByTheAttack()
    {
        await using var stores = await TestStores.OpenAsync(EngineKind.Sqlite);
        var store = await stores.NewGroupAsync();
        await store.InventAsync(people: 60, contacts: 400);
        await BooksAsync(store);
        var packs = new PackService(store);
        await PublishAsync(packs, new(2026, 1), new(2026, 1));
        var published = await PublishedAsync(store, packs);
        var exact = published[0].Exact;
        Assert.Empty(Attack.On(exact, HowTheyHangTogether.Of(published, Agreed)));
        exact.Quantities.Single(q => q.Key == "value|CrisisSupport|2026-01").Shown = true;

        Assert.NotEmpty(Attack.On(exact, HowTheyHangTogether.Of(published, Agreed)));
    }

    /// <summary>A missing book is missing in the pack: no nought, and the totals are of what is known.</summary>
    [Fact]
    public async Task BookThatIsMissing_IsNotKnown_AndNoNought()
    {
        await using var stores = await TestStores.OpenAsync(EngineKind.Sqlite);
        var store = await stores.NewGroupAsync();
        await store.InventAsync(people: 60, contacts: 400);
        var packs = new PackService(store);
        await PublishAsync(packs, new(2026, 1), new(2026, 1));

        var value = (await PublishedAsync(store, packs))[0].Document.Tables.Single(t => t.Code == "value");
        Assert.All(value.Rows.SelectMany(r => r.Cells), c => Assert.Equal(CellState.Missing, c.State));
    }

    private static async Task BooksAsync(GroupStore store)
    {
        await store.Write("RatesAgreed", Actor.System, unit =>
        {
            foreach (var (level, pounds) in Agreed)
            {
                var component = level switch
                {
                    "lead" => ValueComponent.Leadership,
                    "level_1" or "level_2" => ValueComponent.PeerSupport,
                    "day" or "half_day" => ValueComponent.CentreUse,
                    "registered" => ValueComponent.Membership,
                    _ => ValueComponent.CrisisSupport,
                };
                unit.Db.Rates.Add(new Rate { Id = Ids.New(), Component = component, Level = level, Unit = RateService.UnitOf(component), Pence = (long)(pounds * 100), From = new(2025, 1, 1) });
            }

            unit.Db.SupportLevelMonths.Add(new SupportLevelMonth { Id = Ids.New(), Month = new(2025, 10) });
            for (var i = 0; i < 12; i++)
                unit.Db.SupportLevels.Add(new SupportLevel { Id = Ids.New(), Month = new(2025, 10), Name = $"Peer {i}", NameKey = $"peer {i}", Level = i < 10 ? "level_1" : "level_2" });
            for (var i = 0; i < 30; i++)
                unit.Db.Members.Add(new Member { Id = Ids.New(), Number = $"M{i:0000}", Name = $"Member {i}", NameKey = $"member {i}", Network = "registered", JoinedOn = new(2025, 1, 1) });
            foreach (var month in Month.Range(new(2025, 11), new(2026, 1)))
            {
                unit.Db.Incomes.Add(new Income { Id = Ids.New(), Month = month, Kind = IncomeKind.Statutory, Pence = 388_800 });
                for (var i = 0; i < 8; i++)
                    unit.Db.LeaderHours.Add(new LeaderHours { Id = Ids.New(), Week = HoursService.MondayOf(month.FirstDay.AddDays(7)), Month = month, Name = $"Leader {i}", NameKey = $"leader {i}", Level = "lead", Seconds = 3600 * (i + 3) });
                for (var i = 0; i < 40; i++)
                    unit.Db.CentreSignIns.Add(new CentreSignIn { Id = Ids.New(), Day = month.FirstDay.AddDays(i % 28), Name = $"Member {i}", NameKey = $"member {i}", Session = i % 4 == 0 ? "half_day" : "day", Way = SignInWay.Sheet });
            }

            return Task.CompletedTask;
        });
        await CrisesAsync(store, new(2025, 11, 7), "severe", 1);
        await CrisesAsync(store, new(2025, 12, 7), "severe", 3);
        await CrisesAsync(store, new(2026, 1, 7), "brief", 2);
    }

    private static Task CrisesAsync(GroupStore store, DateOnly day, string kind, int many) => store.Write("CrisesLogged", Actor.System, unit =>
    {
        for (var i = 0; i < many; i++)
            unit.Db.CrisisEntries.Add(new CrisisEntry { Id = Ids.New(), Day = day.AddDays(i), Kind = kind, Name = $"Somebody {day} {i}", NameKey = $"somebody {day} {i}" });
        return Task.CompletedTask;
    });

    private static async Task PublishAsync(PackService packs, Month from, Month to) =>
        Assert.Equal(PublishOutcome.Published, (await packs.PublishAsync(Ids.New(), from, to, Actor.CommandLine)).Outcome);

    private static async Task<IReadOnlyList<PublishedPack>> PublishedAsync(GroupStore store, PackService packs)
    {
        await using var db = await store.ReadAsync();
        return [.. (await db.Packs.AsNoTracking().OrderBy(p => p.Number).ToListAsync()).Select(p => new PublishedPack(packs.Open(p), packs.ExactOf(p)))];
    }
}
