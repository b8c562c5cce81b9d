using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.Reports;
using SafeSpace.Core.Reports.Monitoring;
using SafeSpace.Core.Shared;
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
        Assert.Empty(await KeptRecount.RunAsync(db));
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
    [InlineData(EngineKind.Sqlite, "UPDATE referral SET kind = 'First' WHERE kind = 'Double'", "more than one first referral")]
    [InlineData(EngineKind.Postgres, "UPDATE spell SET closed_on = NULL", "counted twice")]
    public async Task AKeptFigureThatIsWrong_IsNamed(EngineKind engine, string wrong, string said)
    {
        await using var stores = await TestStores.OpenAsync(engine);
        var store = await stores.NewGroupAsync();
        await MadeYear.FillAsync(store);
        await store.Write("Broken", Actor.System, unit => unit.Db.Database.ExecuteSqlRawAsync(wrong));
        await using var db = await store.ReadAsync();
        Assert.Contains(await KeptRecount.RunAsync(db), sentence => sentence.Contains(said, StringComparison.Ordinal));
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
        Assert.Empty(await KeptRecount.RunAsync(db));
    }

    private static async Task<string> ReportAsync(GroupStore store)
    {
        await using var db = await store.ReadAsync();
        return MonitoringJson.Write(await MonitoringReport.WorkAsync(db, store.Clock, new Month(2025, 1), new Month(2026, 3), store.Clock.Today));
    }

    private static async Task<int> RowsAsync(GroupStore store)
    {
        await using var db = await store.ReadAsync();
        return await db.ContactMonths.CountAsync() + await db.SpellDays.CountAsync() + await db.ReferralDays.CountAsync() + await db.FactorDays.CountAsync();
    }
}
