using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Community;
using SafeSpace.Core.Data;
using SafeSpace.Core.Diary;
using SafeSpace.Core.Network;
using SafeSpace.Core.Reports;
using SafeSpace.Core.Reports.Monitoring;
using SafeSpace.Core.Shared;
using SafeSpace.Core.SocialValue;
using SafeSpace.Testing;
using SafeSpace.Testing.Build;

namespace SafeSpace.Core.Tests.Reports;

public sealed class KeptRecountTests
{
    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task AfterCorrectionsAndAMerge_KeptFiguresAgreeWithTheirRows(EngineKind engine)
    {
        var (store, _) = await MadeStore.OnAsync(engine);
        await using var db = await store.ReadAsync();
        Assert.Empty(await KeptRecount.RunAsync(db, store.Clock));
    }

    [Theory]
    [InlineData(EngineKind.Sqlite, "UPDATE contact_month SET contacts = contacts + 1 WHERE kind = 'CallIn' AND month = 202507", "Contacts of the kind CallIn in 2025-07")]
    [InlineData(EngineKind.Postgres, "UPDATE contact_month SET minutes = minutes + 1 WHERE kind = 'CallOut' AND month = 202507", "Contacts of the kind CallOut in 2025-07")]
    [InlineData(EngineKind.Sqlite, "UPDATE person_month SET calls = calls + 1 WHERE month = 202508", "Calls of each person in 2025-08")]
    [InlineData(EngineKind.Postgres, "DELETE FROM person_month WHERE month = 202508", "Calls of each person in 2025-08")]
    [InlineData(EngineKind.Sqlite, "UPDATE person_month SET calls = calls + 1 WHERE month = 0", "Calls of each person in all months together")]
    [InlineData(EngineKind.Postgres, "DELETE FROM person_month WHERE month = 0", "Calls of each person in all months together")]
    [InlineData(EngineKind.Sqlite, "UPDATE spell_day SET closed = closed + 1 WHERE day = '2025-01-20'", "Spells on 2025-01-20")]
    [InlineData(EngineKind.Postgres, "UPDATE spell_day SET opened = opened - 1 WHERE day = '2025-01-20'", "Spells on 2025-01-20")]
    [InlineData(EngineKind.Sqlite, "UPDATE referral_day SET referrals = referrals + 1 WHERE day = '2025-01-20'", "Referrals on 2025-01-20")]
    [InlineData(EngineKind.Postgres, "DELETE FROM referral_day WHERE day = '2025-01-20'", "Referrals on 2025-01-20")]
    [InlineData(EngineKind.Sqlite, "UPDATE factor_day SET people = people + 1 WHERE day = '2025-01-20'", "Factors from 2025-01-20")]
    [InlineData(EngineKind.Postgres, "DELETE FROM factor_day WHERE day = '2025-01-20'", "Factors from 2025-01-20")]
    [InlineData(EngineKind.Sqlite, "UPDATE referral_reach SET answered_at = NULL", "First tried and first spoken with")]
    [InlineData(EngineKind.Postgres, "DELETE FROM referral_reach", "First tried and first spoken with")]
    [InlineData(EngineKind.Sqlite, "UPDATE referred_month SET people = people + 1 WHERE month = 202501", "People referred in 2025-01")]
    [InlineData(EngineKind.Postgres, "DELETE FROM referred_month WHERE month = 202501", "People referred in 2025-01")]
    [InlineData(EngineKind.Sqlite, "UPDATE wait_month SET waits = (SELECT waits FROM wait_month WHERE month = 202502) WHERE month = 202501", "Waits of 2025-01")]
    [InlineData(EngineKind.Postgres, "UPDATE referral SET decided_at = decided_at - interval '1 second'", "Waits of 2025")]
    [InlineData(EngineKind.Sqlite, "UPDATE referral SET kind = 'First' WHERE kind = 'Double'", "more than one first referral")]
    [InlineData(EngineKind.Postgres, "UPDATE spell SET closed_on = NULL", "counted twice")]
    public async Task AKeptFigureThatIsWrong_IsNamed(EngineKind engine, string wrong, string said)
    {
        await using var stores = await TestStores.OpenAsync(engine);
        var store = await stores.NewGroupAsync();
        await MadeYear.FillAsync(store);
        await KeptWaits.WorkOutAsync(store);
        await store.Write("Broken", Actor.System, unit => unit.Db.Database.ExecuteSqlRawAsync(wrong));
        await using var db = await store.ReadAsync();
        Assert.Contains(await KeptRecount.RunAsync(db, store.Clock), sentence => sentence.Contains(said, StringComparison.Ordinal));
    }

    /// <summary>Whatever was kept, counted anew it is as the rows have it: of the register, and of the record books.</summary>
    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task CountedAnew_EveryFigureIsAsItsRowsHaveIt(EngineKind engine)
    {
        await using var stores = await TestStores.OpenAsync(engine);
        var store = await stores.NewGroupAsync();
        await MadeYear.FillAsync(store);
        await store.Write("BooksFilled", Actor.CommandLine, unit =>
        {
            var month = new Month(2025, 3);
            unit.Db.LeaderHours.Add(new LeaderHours { Id = Ids.New(), Week = new DateOnly(2025, 3, 3), Month = month, Name = "Lee Jay", NameKey = "lee jay", Level = "lead", Seconds = 7200 });
            for (var i = 0; i < 1_000; i++)
                unit.Db.CentreSignIns.Add(new CentreSignIn { Id = Ids.New(), Day = month.FirstDay, Name = $"Ann Oak {i}", NameKey = $"ann oak {i}", Session = "day", Way = SignInWay.Sheet });
            unit.Db.SupportLevelMonths.Add(new SupportLevelMonth { Id = Ids.New(), Month = month });
            unit.Db.SupportLevels.Add(new SupportLevel { Id = Ids.New(), Month = month, Name = "Lee Jay", NameKey = "lee jay", Level = "level_1" });
            unit.Db.Members.Add(new Member { Id = Ids.New(), Number = "M0001", Name = "Ann Oak", NameKey = "ann oak", Network = "registered", JoinedOn = month.FirstDay });
            unit.Db.CrisisEntries.Add(new CrisisEntry { Id = Ids.New(), Day = month.FirstDay, Kind = "brief", Name = "Ann Oak", NameKey = "ann oak" });
            unit.Db.Contacts.Add(new Contact { Id = ContactId.New(), Kind = ContactKind.CallIn, At = unit.Now, Day = unit.Clock.Today, LoggedAt = unit.Now, PeerName = "Wendy" });
            return Task.CompletedTask;
        });
        await KeptWaits.WorkOutAsync(store);
        var (report, books) = (await ReportAsync(store), await BooksAsync(store));
        Assert.Equal(5, books.Count);
        await store.Write("Broken", Actor.System, async unit =>
        {
            foreach (var figure in House.KeptFigures)
                await figure.ForgetAsync(unit.Db);
        });
        Assert.NotEqual(report, await ReportAsync(store));

        await CountedAnew.RunAsync(store);

        Assert.Equal(report, await ReportAsync(store));
        Assert.Equal(books, await BooksAsync(store));
        await using var db = await store.ReadAsync();
        Assert.True(await db.WaitMonths.AnyAsync(m => m.Waits != null));
        Assert.Empty((await new StoreCheck(stores.Stores, House.Recounts).RunAsync(store.Slug)).Problems);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Folding_LeavesEveryFigureAsItWas_InFewerRows(EngineKind engine)
    {
        await using var stores = await TestStores.OpenAsync(engine);
        var store = await stores.NewGroupAsync();
        await MadeYear.FillAsync(store);
        var before = await ReportAsync(store);
        var rows = await RowsAsync(store);

        var fewer = await KeptFolding.RunAsync(store);

        Assert.True(fewer > 10);
        Assert.Equal(rows - fewer, await RowsAsync(store));
        Assert.Equal(before, await ReportAsync(store));
        Assert.Equal(0, await KeptFolding.RunAsync(store));
        await using var db = await store.ReadAsync();
        Assert.Empty(await KeptRecount.RunAsync(db, store.Clock));
    }

    private static async Task<string> ReportAsync(GroupStore store)
    {
        await using var db = await store.ReadAsync();
        return MonitoringJson.Write(await MonitoringReport.WorkAsync(db, store.Clock, new Month(2025, 1), new Month(2026, 3), store.Clock.Today));
    }

    private static async Task<IReadOnlyList<string>> BooksAsync(GroupStore store)
    {
        await using var db = await store.ReadAsync();
        return [.. (await db.BookCounts.ToListAsync()).Select(c => $"{c.Book} {c.Day} {c.Month} {c.Level} {c.Count}").Order()];
    }

    private static async Task<int> RowsAsync(GroupStore store)
    {
        await using var db = await store.ReadAsync();
        return await db.ContactMonths.CountAsync() + await db.SpellDays.CountAsync() + await db.ReferralDays.CountAsync() + await db.FactorDays.CountAsync() + await db.ReferredMonths.CountAsync();
    }
}
