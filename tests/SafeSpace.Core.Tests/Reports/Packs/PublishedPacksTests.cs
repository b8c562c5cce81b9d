using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.Referrals;
using SafeSpace.Core.Register;
using SafeSpace.Core.Register.Counting;
using SafeSpace.Core.Reports.Packs;
using SafeSpace.Core.Reports.Packs.Disclosure;
using SafeSpace.Core.Shared;
using SafeSpace.Testing;
using SafeSpace.Testing.Build;

namespace SafeSpace.Core.Tests.Reports.Packs;

/// <summary>Real packs of a made year: months, a quarter over them, entries that come late, restatements. Attacked with everything that was published.</summary>
public sealed class PublishedPacksTests
{
    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Every_pack_and_restatement_together_give_nobody_away(EngineKind engine)
    {
        await using var stores = await TestStores.OpenAsync(engine);
        var store = await stores.NewGroupAsync();
        await MadeYear.FillAsync(store);
        await store.InventAsync(people: 250, contacts: 2500);
        var packs = new PackService(store);
        await PublishAsync(packs, new(2025, 11), new(2025, 11));
        await PublishAsync(packs, new(2025, 12), new(2025, 12));
        await LateAsync(store, new DateOnly(2025, 12, 9), 1);
        await PublishAsync(packs, new(2026, 1), new(2026, 1));
        await PublishAsync(packs, new(2025, 11), new(2026, 1));
        await LateAsync(store, new DateOnly(2025, 12, 20), 7);
        await RestateAsync(packs, 2);
        await LateAsync(store, new DateOnly(2025, 11, 20), 2);
        await RestateAsync(packs, 4);
        await PublishAsync(packs, new(2026, 2), new(2026, 2));

        var published = await PublishedAsync(store, packs);
        var all = PackFigures.Together(published.Select(p => p.Exact));
        Assert.Contains(all.Quantities, q => q.GivesAway);
        Assert.Contains(all.Quantities, q => q.Shown);
        Assert.NotEmpty(all.Changes);
        Assert.Empty(Attack.On(all));
        Assert.Empty(Attack.On(all, HowTheyHangTogether.Of(published)));
    }

    /// <summary>The attack above is worth something only if it finds what is there: each figure that was withheld for a small one's sake, shown after all.</summary>
    [Fact]
    public async Task Planted_leaks_in_a_real_pack_are_found_by_an_attacker_of_their_own_mind()
    {
        await using var stores = await TestStores.OpenAsync(EngineKind.Sqlite);
        var store = await stores.NewGroupAsync();
        await store.InventAsync(people: 250, contacts: 2500);
        var packs = new PackService(store);
        await PublishAsync(packs, new(2026, 1), new(2026, 1));
        var published = await PublishedAsync(store, packs);
        var exact = published[0].Exact;
        var withheld = exact.Quantities.Where(q => !q.Shown && !q.Hidden && !q.TooFew).ToList();
        Assert.NotEmpty(withheld);

        var found = 0;
        foreach (var quantity in withheld)
        {
            quantity.Shown = true;
            found += Attack.On(exact, HowTheyHangTogether.Of(published)).Count > 0 ? 1 : 0;
            quantity.Shown = false;
        }

        Assert.True(found >= (withheld.Count + 1) / 2, $"{found} of {withheld.Count} planted leaks were found");
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Published_pack_never_changes_and_a_restatement_stands_beside_it(EngineKind engine)
    {
        await using var stores = await TestStores.OpenAsync(engine);
        var store = await stores.NewGroupAsync();
        await store.InventAsync(people: 250, contacts: 2500);
        var packs = new PackService(store);
        await PublishAsync(packs, new(2026, 1), new(2026, 1));
        var before = (await PublishedAsync(store, packs))[0].Document.Write();
        await LateAsync(store, new DateOnly(2026, 1, 9), 9);
        await RestateAsync(packs, 1);

        var published = await PublishedAsync(store, packs);
        Assert.Equal(before, published[0].Document.Write());
        var change = Assert.Single(published[1].Document.Changes, c => c is { Table: "Referrals", Row: "New people", Column: "2026-01" });
        Assert.Equal(9, change.Difference);
        Assert.Equal(PublishOutcome.RestatedAlready, (await packs.RestateAsync(Ids.New(), 1, "Again.", Actor.CommandLine)).Outcome);
        Assert.Equal(PublishOutcome.NoSuchPack, (await packs.RestateAsync(Ids.New(), 99, "Again.", Actor.CommandLine)).Outcome);
    }

    [Fact]
    public async Task Pack_holds_no_exact_figure_that_it_does_not_show()
    {
        await using var stores = await TestStores.OpenAsync(EngineKind.Sqlite);
        var store = await stores.NewGroupAsync();
        await MadeYear.FillAsync(store);
        var packs = new PackService(store);
        await PublishAsync(packs, new(2026, 1), new(2026, 1));

        var cells = (await PublishedAsync(store, packs))[0].Document.Tables.SelectMany(t => t.Rows).SelectMany(r => r.Cells).ToList();
        Assert.Contains(cells, c => c.State == CellState.Withheld);
        Assert.All(cells.Where(c => c.State != CellState.Shown), c => Assert.Null(c.Value));
        Assert.DoesNotContain(cells, c => c is { State: CellState.Shown, Value: > 0 and < 5, Key: not null });
    }

    [Fact]
    public async Task What_nobody_asked_is_missing_and_no_nought()
    {
        await using var stores = await TestStores.OpenAsync(EngineKind.Sqlite);
        var store = await stores.NewGroupAsync();
        await store.InventAsync(people: 40, contacts: 200);
        var packs = new PackService(store);
        await PublishAsync(packs, new(2026, 1), new(2026, 1));

        var felt = (await PublishedAsync(store, packs))[0].Document.Tables.Single(t => t.Code == "feedback");
        Assert.All(felt.Rows.SelectMany(r => r.Cells), c => Assert.Equal(CellState.Missing, c.State));
    }

    private static async Task PublishAsync(PackService packs, Month from, Month to) =>
        Assert.Equal(PublishOutcome.Published, (await packs.PublishAsync(Ids.New(), from, to, Actor.CommandLine)).Outcome);

    private static async Task RestateAsync(PackService packs, int number) =>
        Assert.Equal(PublishOutcome.Published, (await packs.RestateAsync(Ids.New(), number, "Sheets came late.", Actor.CommandLine)).Outcome);

    private static async Task<IReadOnlyList<PublishedPack>> PublishedAsync(GroupStore store, PackService packs)
    {
        await using var db = await store.ReadAsync();
        return [.. (await db.Packs.AsNoTracking().OrderBy(p => p.Number).ToListAsync()).Select(p => new PublishedPack(packs.Open(p), packs.ExactOf(p)))];
    }

    /// <summary>People whose referral was written down after the month's pack had gone out.</summary>
    private static Task LateAsync(GroupStore store, DateOnly day, int people) => store.Write("CameLate", Actor.CommandLine, async unit =>
    {
        for (var i = 0; i < people; i++)
        {
            var person = await PersonWriter.AddAsync(unit, new PersonDetails { GivenName = "Late", Surname = $"Came{i}" });
            var spell = await CaseWriter.OpenAsync(unit, person.Id, day, "crisis_team");
            unit.Db.Referrals.Add(new Referral
            {
                Id = ReferralId.New(),
                PersonId = person.Id,
                SpellId = spell.Id,
                Channel = Channel.Phone,
                ReceivedAt = unit.Clock.StartOf(day).AddHours(12),
                Day = day,
                Team = "crisis_team",
                Kind = ReferralKind.First,
                Outcome = ReferralOutcome.TakenOn,
                DecidedAt = unit.Clock.StartOf(day).AddHours(13),
            });
        }
    });
}
