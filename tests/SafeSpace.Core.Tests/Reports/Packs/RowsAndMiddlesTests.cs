using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.Diary;
using SafeSpace.Core.Referrals;
using SafeSpace.Core.Register;
using SafeSpace.Core.Register.Counting;
using SafeSpace.Core.Reports;
using SafeSpace.Core.Reports.Monitoring;
using SafeSpace.Core.Reports.Packs;
using SafeSpace.Core.Reports.Packs.Disclosure;
using SafeSpace.Core.Shared;
using SafeSpace.Testing;
using SafeSpace.Testing.Build;

namespace SafeSpace.Core.Tests.Reports.Packs;

/// <summary>What no sum tells and yet could tell of somebody: that a row is there, a word of somebody's own, a middle that moved, bands cut anew.</summary>
public sealed class RowsAndMiddlesTests
{
    private static readonly Month January = new(2026, 1);

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Rows_stand_whether_or_not_anybody_is_in_them_and_no_word_of_a_few_is_one(EngineKind engine)
    {
        await using var stores = await TestStores.OpenAsync(engine);
        var store = await stores.NewGroupAsync();
        await MadeYear.FillAsync(store);
        await store.InventAsync(people: 250, contacts: 2500);
        var packs = new PackService(store);
        await using var db = await store.ReadAsync();

        var document = (await packs.PreviewAsync(db, January, January)).Document;

        Assert.Equal([.. await LabelsAsync(db, GroupList.ReferringTeam), "Not said, or not on the list"], Rows(document, "teams"));
        Assert.Equal([.. await LabelsAsync(db, GroupList.CloseReason), "Not noted, or not on the list", "All that ended"], Rows(document, "where-next"));
        Assert.Equal([.. await LabelsAsync(db, GroupList.WouldHaveTurned), "Answered"], Rows(document, "turned"));
        var genders = Rows(document, "gender");
        Assert.Contains("In other words", genders);
        Assert.DoesNotContain("trans woman", genders);
        var first = db.Referrals.Where(r => r.Kind == ReferralKind.First && r.Day >= new DateOnly(2026, 1, 1) && r.Day <= new DateOnly(2026, 1, 31)).Select(r => r.PersonId);
        var said = (await db.PeopleWithMerged.Where(p => first.Contains(p.Id)).Select(p => p.Gender).ToListAsync()).GroupBy(g => (g ?? "").Trim().ToUpperInvariant()).ToDictionary(g => g.Key, g => g.Count());
        Assert.Contains(said, g => g.Key.Length > 0 && g.Value < Quantity.Fewest);
        Assert.All(genders.Except(["In other words", "not said"]), g => Assert.True(said[g.Trim().ToUpperInvariant()] >= Quantity.Fewest, g));
        var own = (await db.Factors.Where(f => f.Factor == "own_word" && f.TakenBackAt == null && first.Contains(f.PersonId)).Select(f => f.PersonId).Distinct().ToListAsync()).Count;
        Assert.True(own is > 0 and < Quantity.Fewest, $"{own} people");
        Assert.DoesNotContain("own_word", Rows(document, "factors"));
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Call_written_down_late_moves_nothing_in_a_month_that_was_published(EngineKind engine)
    {
        await using var stores = await TestStores.OpenAsync(engine);
        var store = await stores.NewGroupAsync();
        await store.InventAsync(people: 250, contacts: 2500);
        var packs = new PackService(store);
        await packs.PublishAsync(Ids.New(), January, January, Actor.CommandLine);
        await LateCallsAsync(store, people: 3);
        await packs.PublishAsync(Ids.New(), new(2025, 9), January, Actor.CommandLine);

        await using var db = await store.ReadAsync();
        var published = (await db.Packs.AsNoTracking().OrderBy(p => p.Number).ToListAsync()).ConvertAll(p => new PublishedPack(packs.Open(p), packs.ExactOf(p)));
        var (one, five) = (Calls(published[0]), Calls(published[1]));
        Assert.True(five.Rows.Count < one.Rows.Count, "the first month has so few that bands are joined");
        Assert.Equal(Cell(one, "Median calls per person", 0), Cell(five, "Median calls per person", 4));
        Assert.Equal(Cell(one, "People with at least one call", 0), Cell(five, "People with at least one call", 4));
        var all = PackFigures.Together(published.Select(p => p.Exact));
        var live = (await MonitoringReport.WorkAsync(db, store.Clock, January, January, January.LastDay)).CallsPerPerson.People;
        Assert.Equal(live - 3, all.Quantities.Single(q => q.Key == "callers|all|2026-01").Value);
        var known = all.Quantities.ToLookup(q => q.Key);
        Assert.Equal(live - 3, five.Rows.Take(five.Rows.Count - 2).Sum(r => known[r.Cells[4].Key!].Last().Value));
        Assert.Empty(Attack.On(all));
        Assert.Empty(Attack.On(all, HowTheyHangTogether.Of(published)));
    }

    [Fact]
    public void Middle_stands_until_five_came_or_went()
    {
        const string whole = "t|all|2026-01";
        const string middle = "t|median|2026-01";
        var first = new PackBuilder(new Ledger([]), January, January);
        first.Add(whole, 20);
        first.Middle(middle, 3, 20, whole);
        DisclosureControl.Protect(PackFigures.None, first.Figures);
        var ledger = new Ledger([first.Figures]);

        Assert.Equal(3, After(new PackBuilder(ledger, January, new(2026, 2)), 21));
        Assert.Equal(3, After(new PackBuilder(ledger, January, January, restating: true), 24));
        Assert.Equal(4, After(new PackBuilder(ledger, January, January, restating: true), 25));
        Assert.Equal(CellState.Withheld, new PackBuilder(new Ledger([]), January, January).Middle(middle, 2, 9, whole).State);
        Assert.Equal(CellState.Missing, new PackBuilder(new Ledger([]), January, January).Middle(middle, null, 0, whole).State);

        static decimal? After(PackBuilder pack, int people)
        {
            pack.Add(whole, people);
            pack.Middle(middle, 4, people, whole);
            return pack.ValueOf(middle);
        }
    }

    private static async Task<IReadOnlyList<string>> LabelsAsync(GroupDb db, GroupList list) =>
        await db.ListEntries.Where(e => e.List == list && e.RetiredAt == null).OrderBy(e => e.Position).Select(e => e.Label).ToListAsync();

    private static IReadOnlyList<string> Rows(PackDocument document, string table) => [.. document.Tables.Single(t => t.Code == table).Rows.Select(r => r.Name)];

    private static PackTable Calls(PublishedPack pack) => pack.Document.Tables.Single(t => t.Code == "calls-per-person");

    private static (CellState, decimal?) Cell(PackTable table, string row, int column)
    {
        var cell = table.Rows.Single(r => r.Name == row).Cells[column];
        return (cell.State, cell.Value);
    }

    /// <summary>One call each, in January, of people who had none there.</summary>
    private static Task LateCallsAsync(GroupStore store, int people) => store.Write("CameLate", Actor.CommandLine, async unit =>
    {
        var day = new DateOnly(2026, 1, 20);
        var rang = unit.Db.PersonMonths.Where(m => m.Month == January && m.Calls > 0).Select(m => m.PersonId);
        foreach (var person in await unit.Db.People.Where(p => !rang.Contains(p.Id)).OrderBy(p => p.ReferenceNumber).Take(people).ToListAsync())
            unit.Db.Contacts.Add(new Contact { Id = ContactId.New(), PersonId = person.Id, Kind = ContactKind.CallIn, At = unit.Clock.StartOf(day).AddHours(12), Day = day, LoggedAt = unit.Now, Minutes = 10, PeerName = "Wendy" });
    });
}
