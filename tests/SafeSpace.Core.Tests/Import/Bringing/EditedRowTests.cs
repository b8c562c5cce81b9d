using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.Diary;
using SafeSpace.Core.Import.Bringing;
using SafeSpace.Core.Referrals;
using SafeSpace.Core.Register;
using SafeSpace.Core.Register.Counting;
using SafeSpace.Testing;

namespace SafeSpace.Core.Tests.Import.Bringing;

/// <summary>Rows edited since they were brought in: listed with both values, and set right only when somebody says so.</summary>
public sealed class EditedRowTests
{
    private const string Sam = "SS0001,3/1/2021,Sam,Hill,1/2/1980,07700 900123,isolation,\n";
    private const string Ana = "SS0002,4/1/2021,Ana,Kowalska,5/5/1990,07700 900456,debt,1/3/2021\n";
    private const string First = "5/1/2021,10:00,Call in,SS0001,,Kelly,15,slept well\n";
    private const string Second = "6/1/2021,11:00,Call out,SS0001,,Kelly,20,\n";
    private const string Third = "7/1/2021,12:00,Visit,SS0002,,Beth,,\n";

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Diary_ACellWasEdited_IsListedAndChangesNothing(EngineKind engine)
    {
        await using var stores = await TestStores.OpenAsync(engine);
        var store = await BroughtInAsync(stores);
        var before = await store.CountAsync();

        var again = await store.BringInAsync(Sam + Ana, First + Second.Replace(",20,", ",25,talked of the garden", StringComparison.Ordinal) + Third);

        var row = Assert.Single(again.Changed);
        Assert.Equal(("diary.csv", 3, "SS0001", false), (row.File, row.Row, row.Reference, row.Applied));
        Assert.Equal([new("minutes", "25", "20"), new("notes", "talked of the garden", "nothing")], row.What);
        Assert.Equal((0, 5), (again.RowsImported, again.RowsAlreadyKnown));
        Assert.Equal(before, await store.CountAsync());
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Diary_AnEditIsApplied_CorrectsTheContactAndIsKnownFromThen(EngineKind engine)
    {
        await using var stores = await TestStores.OpenAsync(engine);
        var store = await BroughtInAsync(stores);
        var edited = First + Second.Replace(",20,", ",25,", StringComparison.Ordinal) + Third;

        var applied = await store.BringInAsync(Sam + Ana, edited, apply: true);
        var again = await store.BringInAsync(Sam + Ana, edited, apply: true);

        Assert.True(Assert.Single(applied.Changed).Applied);
        Assert.Empty(again.Changed);
        Assert.Equal(5, again.RowsAlreadyKnown);
        await using var db = await store.ReadAsync();
        Assert.Equal([15, 25], await db.Contacts.Where(c => c.CorrectedById == null && c.Minutes != null).OrderBy(c => c.At).Select(c => c.Minutes!.Value).ToListAsync());
        Assert.Equal(20, (await db.Contacts.SingleAsync(c => c.CorrectedById != null)).Minutes);
        await stores.SoundAsync(store);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Diary_TheDayWasEdited_IsAnEditAndNoSecondContact(EngineKind engine)
    {
        await using var stores = await TestStores.OpenAsync(engine);
        var store = await BroughtInAsync(stores);

        var again = await store.BringInAsync(Sam + Ana, First + Second.Replace("6/1/2021", "8/1/2021", StringComparison.Ordinal) + Third, apply: true);

        Assert.Equal([new Difference("day", "2021-01-08", "2021-01-06")], Assert.Single(again.Changed).What);
        Assert.Equal(0, again.RowsImported);
        await using var db = await store.ReadAsync();
        Assert.Equal([5, 7, 8], await db.Contacts.Where(c => c.CorrectedById == null).OrderBy(c => c.At).Select(c => c.Day.Day).ToListAsync());
        await stores.SoundAsync(store);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Diary_TheReferenceWasEdited_MovesTheContactWhenApplied(EngineKind engine)
    {
        await using var stores = await TestStores.OpenAsync(engine);
        var store = await BroughtInAsync(stores);

        var again = await store.BringInAsync(Sam + Ana, First + Second.Replace("SS0001", "SS0002", StringComparison.Ordinal) + Third, apply: true);

        Assert.Equal([new Difference("who", "SS0002", "SS0001")], Assert.Single(again.Changed).What);
        await using var db = await store.ReadAsync();
        var ana = await db.People.SingleAsync(p => p.Reference == "SS0002");
        Assert.Equal(2, await db.Contacts.CountAsync(c => c.PersonId == ana.Id && c.CorrectedById == null));
        await stores.SoundAsync(store);
    }

    [Theory]
    [InlineData("5/1/2021,16:00,Call in,SS0001,,Kelly,15,slept well\n", "between")]
    [InlineData("9/1/2021,10:00,Call in,SS0002,,Kelly,5,\n", "after")]
    public async Task Diary_ARowWasAdded_ComesInAndNothingWasEdited(string row, string where)
    {
        await using var stores = await TestStores.OpenAsync(EngineKind.Sqlite);
        var store = await BroughtInAsync(stores);

        var again = await store.BringInAsync(Sam + Ana, where == "between" ? First + row + Second + Third : First + Second + Third + row);

        Assert.Empty(again.Changed);
        Assert.Equal((1, 5), (again.Contacts, again.RowsAlreadyKnown));
    }

    [Fact]
    public async Task Diary_OnlyTheNewMonthComes_UnderTheSameName_ComesInWhole()
    {
        await using var stores = await TestStores.OpenAsync(EngineKind.Sqlite);
        var store = await BroughtInAsync(stores);

        var again = await store.BringInAsync(null, First.Replace("/1/", "/2/", StringComparison.Ordinal) + Second.Replace("/1/", "/2/", StringComparison.Ordinal));

        Assert.Empty(again.Changed);
        Assert.Equal((2, 0), (again.Contacts, again.RowsAlreadyKnown));
    }

    [Fact]
    public async Task Diary_RowsInAnotherOrderAndAnotherFile_AreKnown()
    {
        await using var stores = await TestStores.OpenAsync(EngineKind.Sqlite);
        var store = await BroughtInAsync(stores);

        var again = await store.BringInAsync([Importing.Csv(Importing.Diary + Third + First + Second, "diary (2).csv")]);

        Assert.Empty(again.Changed);
        Assert.Equal((0, 3), (again.RowsImported, again.RowsAlreadyKnown));
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Register_CellsWereEdited_AreListedAndAppliedWhenSomebodySaysSo(EngineKind engine)
    {
        await using var stores = await TestStores.OpenAsync(engine);
        var store = await BroughtInAsync(stores);
        const string Edited = "SS0001,3/1/2021,Sam,Hill,1/2/1981,07700 900123,\"isolation, dv\",9/2/2021\n";

        var listed = await store.BringInAsync(Edited + Ana);
        var applied = await store.BringInAsync(Edited + Ana, apply: true);
        var again = await store.BringInAsync(Edited + Ana);

        Assert.Equal(
            [new("factors", "domestic_violence, isolation", "isolation"), new("date closed", "2021-02-09", "nothing"), new("date of birth", "1981-02-01", "1980-02-01")],
            Assert.Single(listed.Changed).What);
        Assert.True(Assert.Single(applied.Changed).Applied);
        Assert.Empty(again.Changed);
        await using var db = await store.ReadAsync();
        var sam = await db.People.SingleAsync(p => p.Reference == "SS0001");
        Assert.Equal(new DateOnly(1981, 2, 1), sam.DateOfBirth);
        Assert.Equal(CaseState.Closed, (await db.Cases.SingleAsync(c => c.PersonId == sam.Id)).State);
        Assert.Equal(2, await db.Factors.CountAsync(f => f.PersonId == sam.Id && f.TakenBackAt == null));
        await stores.SoundAsync(store);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Register_TheDayWasEdited_MovesReferralAndSpell(EngineKind engine)
    {
        await using var stores = await TestStores.OpenAsync(engine);
        var store = await BroughtInAsync(stores);

        var again = await store.BringInAsync(Sam + Ana.Replace("4/1/2021", "14/1/2021", StringComparison.Ordinal), apply: true);

        Assert.Equal([new Difference("date of referral", "2021-01-14", "2021-01-04")], Assert.Single(again.Changed).What);
        await using var db = await store.ReadAsync();
        Assert.Equal(2, await db.Referrals.CountAsync());
        Assert.Equal([(3, 0), (14, 60)], (await db.Spells.OrderBy(s => s.OpenedOn).ToListAsync()).Select(s => (s.OpenedOn.Day, s.ClosedOn?.DayOfYear ?? 0)));
        await stores.SoundAsync(store);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Register_ANewRowOfSomebodyKnown_IsCountedWithThoseBefore(EngineKind engine)
    {
        await using var stores = await TestStores.OpenAsync(engine);
        var store = await BroughtInAsync(stores);

        var again = await store.BringInAsync(
            Sam + Ana + "SS0001,20/1/2021,,,,,alcohol,\n" + "SS0002,5/4/2021,Ana,Kowalska,5/5/1990,07700 900999,debt,\n" + ",6/4/2021,Lee,Novak,1/1/1970,,,\n");

        Assert.Equal((3, 1, 2), (again.Referrals, again.PeopleNew, again.RowsAlreadyKnown));
        await using var db = await store.ReadAsync();
        var kinds = await db.Referrals.OrderBy(r => r.Day).Select(r => r.Kind).ToListAsync();
        Assert.Equal([ReferralKind.First, ReferralKind.First, ReferralKind.Double, ReferralKind.Repeat, ReferralKind.First], kinds);
        Assert.Equal("SS0003", (await db.People.SingleAsync(p => p.Surname == "Novak")).Reference);
        Assert.Equal(4, await db.Spells.CountAsync());
        Assert.Equal(CaseState.Open, (await db.Cases.SingleAsync(c => c.Team == null && c.OpenedOn == new DateOnly(2021, 4, 5))).State);
        await stores.SoundAsync(store);
    }

    [Fact]
    public async Task Edited_ButTheSameThingIsSaid_IsKnown()
    {
        await using var stores = await TestStores.OpenAsync(EngineKind.Sqlite);
        var store = await BroughtInAsync(stores);

        var again = await store.BringInAsync(Sam + Ana, First.Replace("5/1/2021,10:00", "05.01.21,10am", StringComparison.Ordinal) + Second + Third);

        Assert.Empty(again.Changed);
        Assert.Equal((0, 5), (again.RowsImported, again.RowsAlreadyKnown));
    }

    private static async Task<GroupStore> BroughtInAsync(TestStores stores)
    {
        var store = await stores.NewGroupAsync();
        var first = await store.BringInAsync(Sam + Ana, First + Second + Third);
        Assert.Equal((2, 2, 3), (first.PeopleNew, first.Referrals, first.Contacts));
        return store;
    }
}
