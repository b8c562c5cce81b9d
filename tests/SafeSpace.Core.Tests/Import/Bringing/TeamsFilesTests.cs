using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.Diary;
using SafeSpace.Core.Import.Bringing;
using SafeSpace.Core.Referrals;
using SafeSpace.Core.Register;
using SafeSpace.Core.Register.Counting;
using SafeSpace.Core.Shared;
using SafeSpace.Core.Tests.Import.SafeSpaceBooks;
using SafeSpace.Testing;

namespace SafeSpace.Core.Tests.Import.Bringing;

/// <summary>The team's register and diary in a store, against the truth behind them.</summary>
public sealed class TeamsFilesTests(ReadBooks books) : IClassFixture<ReadBooks>
{
    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Import_BothFiles_AccountsForEveryRow(EngineKind engine)
    {
        var (stores, store, result) = await BringingBooks.TeamsFilesAsync(engine);

        Assert.Equal(Expected.Int("people_before_duplicates_are_merged"), result.People);
        Assert.Equal(Expected.Int("people_before_duplicates_are_merged"), result.PeopleNew);
        Assert.Equal(Expected.Int("referrals"), result.Referrals);
        Assert.Equal(Expected.Int("contacts"), result.Contacts);
        Assert.Equal(0, result.RowsAlreadyKnown);
        Assert.Equal(result.RowsRead, result.RowsImported + result.Refused.Count + result.DuplicatesSkipped.Count + result.RowsIgnored);
        Assert.Equal(Expected.Rejects().OrderBy(r => r), result.Refused.Select(r => (r.Sheet, r.Row, r.Why)).OrderBy(r => r));
        Assert.Equal(Expected.EnteredTwice(), result.DuplicatesSkipped.Select(d => d.Row));
        Assert.Empty(result.Changed);
        await stores.SoundAsync(store);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Import_BothFiles_OffersEveryTruePairAmongFewOthers(EngineKind engine)
    {
        var (_, _, result) = await BringingBooks.TeamsFilesAsync(engine);

        var offered = result.ProbableDuplicates.Select(p => (p.NewReference, p.SamePersonAs)).ToList();

        Assert.Empty(Expected.Pairs().Except(offered));
        Assert.InRange(offered.Count, 32, 64);
        Assert.All(result.ProbableDuplicates, p => Assert.NotEmpty(p.Why));
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Import_BothFiles_CountsReferralsAndSpellsByTheOneRule(EngineKind engine)
    {
        var (_, store, _) = await BringingBooks.TeamsFilesAsync(engine);
        await using var db = await store.ReadAsync();

        var kinds = await db.Referrals.GroupBy(r => r.Kind).ToDictionaryAsync(g => g.Key, g => g.Count());
        var spells = await db.Spells.Select(s => new { s.OpenedOn, s.ClosedOn }).ToListAsync();
        var cases = await db.Cases.Select(c => new { c.State, c.OpenedOn }).ToListAsync();

        Assert.Equal(books.Before.SelectMany(p => p.Referrals).CountBy(r => r.Kind).ToDictionary(), kinds);
        Assert.Equal(books.Before.SelectMany(p => p.Spells).Select(s => (s.OpenedOn, s.ClosedOn)).Order(), spells.Select(s => (s.OpenedOn, s.ClosedOn)).Order());
        Assert.Equal(books.Before.Count(p => p.Spells.Any(s => s.ClosedOn is null)), cases.Count(c => c.State == CaseState.Open));
        Assert.False(await db.Referrals.AnyAsync(r => r.SpellId == null || r.Outcome != ReferralOutcome.TakenOn || r.Team == null));
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Import_BothFiles_KeepsCallsMinutesPeersAndNotes(EngineKind engine)
    {
        var (_, store, _) = await BringingBooks.TeamsFilesAsync(engine);
        await using var db = await store.ReadAsync();

        var contacts = await db.Contacts.AsNoTracking().ToListAsync();

        Assert.Equal(Expected.Int("calls"), contacts.Count(c => c.Kind.IsCall()));
        Assert.Equal(Expected.Int("call_minutes"), contacts.Where(c => c.Kind.IsCall()).Sum(c => c.Minutes ?? 0));
        Assert.Equal(Expected.Int("no_answer"), contacts.Count(c => c.Kind == ContactKind.NoAnswer));
        Assert.Equal(books.Contacts.Select(c => c.Row.Peer).Order(StringComparer.Ordinal), contacts.Select(c => c.PeerName).Order(StringComparer.Ordinal));
        Assert.Equal(
            books.Contacts.Select(c => c.Row.Notes).OfType<string>().Order(StringComparer.Ordinal),
            contacts.Select(c => store.Vault.Open("contact.words", c.Id.Value, c.Words)).OfType<string>().Order(StringComparer.Ordinal));
        Assert.All(contacts, c => Assert.Equal(c.Day, store.Clock.DayOf(c.At)));
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Import_BothFiles_NamesFactorsAsTheGroupsListDoes(EngineKind engine)
    {
        var (_, store, result) = await BringingBooks.TeamsFilesAsync(engine);
        await using var db = await store.ReadAsync();

        var labels = await db.ListEntries.Where(e => e.List == GroupList.Factor).ToDictionaryAsync(e => e.Code, e => e.Label);
        var named = (await db.Factors.Select(f => f.Factor).ToListAsync()).CountBy(f => labels[f]).ToDictionary();

        Assert.Equal(books.Referrals.SelectMany(r => r.Row.Factors).CountBy(f => f).OrderBy(f => f.Key), named.OrderBy(f => f.Key));
        Assert.Empty(Expected.Counts("factors_at_end").Keys.Except(labels.Values));
        Assert.DoesNotContain(result.Notes, n => n.Contains("was not on the list", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Import_BothFiles_KnowsWhoWasFirstSpokenWithWhen(EngineKind engine)
    {
        var (_, store, _) = await BringingBooks.TeamsFilesAsync(engine);
        await using var db = await store.ReadAsync();

        var cases = await db.Cases.AsNoTracking().ToListAsync();
        var answered = (await db.Contacts.AsNoTracking().ToListAsync()).Where(c => c.Kind.IsAnswered()).ToLookup(c => c.PersonId!.Value);

        Assert.All(cases, c => Assert.Equal(answered[c.PersonId].Where(a => a.Day >= c.OpenedOn).Select(a => (DateTime?)a.At).Min(), c.FirstAnsweredAt));
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Import_TheSameFilesAgain_ImportsNothing(EngineKind engine)
    {
        var (stores, store, first) = await BringingBooks.TeamsFilesAsync(engine);
        var before = await store.CountAsync();

        var again = await store.BringInAsync(BringingBooks.TeamsFiles);

        Assert.Equal((first.RowsImported, 0, 0), (again.RowsAlreadyKnown, again.RowsImported, again.PeopleNew));
        Assert.Equal((first.RowsRead, first.RowsIgnored, first.People), (again.RowsRead, again.RowsIgnored, again.People));
        Assert.Equal(first.Refused, again.Refused);
        Assert.Equal(first.DuplicatesSkipped, again.DuplicatesSkipped);
        Assert.Empty(again.Changed);
        Assert.Equal(before, await store.CountAsync());
        await stores.SoundAsync(store);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task DryRun_SaysTheSame_AndWritesNothing(EngineKind engine)
    {
        var (stores, _, first) = await BringingBooks.TeamsFilesAsync(engine);
        var store = await stores.NewGroupAsync();
        var operations = await store.OperationsAsync();

        var dry = await store.BringInAsync(BringingBooks.TeamsFiles, dry: true);

        Assert.Equal(operations, await store.OperationsAsync());
        Assert.Equal(0, (await store.CountAsync()).Marks);
        Assert.True(dry.DryRun);
        Assert.Equal((first.People, first.PeopleNew, first.Referrals, first.Contacts, first.RowsRead), (dry.People, dry.PeopleNew, dry.Referrals, dry.Contacts, dry.RowsRead));
        Assert.Equal(first.Refused, dry.Refused);
        Assert.Empty(Expected.Pairs().Except(dry.ProbableDuplicates.Select(p => (p.NewReference, p.SamePersonAs))));
    }

    [Theory]
    [InlineData(EngineKind.Sqlite, 2, false)]
    [InlineData(EngineKind.Sqlite, 9, false)]
    [InlineData(EngineKind.Postgres, 3, false)]
    [InlineData(EngineKind.Postgres, 10, false)]
    [InlineData(EngineKind.Sqlite, 9, true)]
    [InlineData(EngineKind.Postgres, 10, true)]
    public async Task Import_StoppedInTheMiddle_GoesOnWhenItIsRunAgain(EngineKind engine, int units, bool asTheSameImport)
    {
        Guid? run = asTheSameImport ? Ids.New() : null;
        var (stores, _, first) = await BringingBooks.TeamsFilesAsync(engine);
        var store = await stores.NewGroupAsync();
        using var stop = new CancellationTokenSource();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => store.BringInAsync(BringingBooks.TeamsFiles, progress: _ => { if (--units == 0) stop.Cancel(); }, run: run, cancel: stop.Token));
        var half = await store.CountAsync();
        var again = await store.BringInAsync(BringingBooks.TeamsFiles, run: run);

        Assert.InRange(half.Marks, 1, first.RowsImported - 1);
        Assert.Equal(first.Refused, again.Refused);
        Assert.Equal(half.Marks, again.RowsAlreadyKnown);
        Assert.Equal(first.RowsImported, again.RowsAlreadyKnown + again.RowsImported);
        Assert.Equal(first.People, again.People);
        Assert.Equal(await (await BringingBooks.TeamsFilesAsync(engine)).Store.CountAsync(), await store.CountAsync());
        await stores.SoundAsync(store);
    }
}
