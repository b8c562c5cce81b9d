using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.Diary;
using SafeSpace.Core.Import;
using SafeSpace.Core.Import.Bringing;
using SafeSpace.Core.Import.Mapping;
using SafeSpace.Core.Import.Reading;
using SafeSpace.Core.Network;
using SafeSpace.Core.Referrals;
using SafeSpace.Core.Register;
using SafeSpace.Core.Reports;
using SafeSpace.Core.Shared;
using SafeSpace.Testing;

namespace SafeSpace.Core.Tests.Import.Bringing;

/// <summary>Brings books into stores, and counts what is there then.</summary>
internal static class BringingBooks
{
    public static readonly IReadOnlyList<BookSource> TeamsFiles =
        [BookSource.FromPath(SharedData.Path("safe-space/diary.csv")), BookSource.FromPath(SharedData.Path("safe-space/register.xlsx"))];

    private static readonly Lazy<Task<(TestStores, GroupStore, ImportResult)>>[] Imported =
        [new(() => ImportTeamsFilesAsync(EngineKind.Sqlite)), new(() => ImportTeamsFilesAsync(EngineKind.Postgres))];

    /// <summary>The team's files brought in once for each engine, for tests that change nothing.</summary>
    public static Task<(TestStores Stores, GroupStore Store, ImportResult Result)> TeamsFilesAsync(EngineKind engine) => Imported[(int)engine].Value;

    public static Task<ImportResult> BringInAsync(
        this GroupStore store, IEnumerable<BookSource> files, bool dry = false, bool apply = false, Action<ImportProgress>? progress = null, string? mapping = null, Guid? run = null, CancellationToken cancel = default)
    {
        var reading = ImportReading.Open(files, new ImportOptions(store.Clock.Today, store.Profile.ReferencePrefix), mapping is null ? null : MappingReader.Read("mapping.yaml", mapping));
        return new ImportService(store).RunAsync(reading, new ImportRequest(run ?? Ids.New(), ["books"], Actor.CommandLine) { DryRun = dry, ApplyChanges = apply }, progress, cancel);
    }

    /// <summary>A register and a diary written in a test.</summary>
    public static Task<ImportResult> BringInAsync(this GroupStore store, string? register, string? diary = null, bool dry = false, bool apply = false) =>
        store.BringInAsync(
            [.. new[] { (register, "register.csv", Importing.Register), (diary, "diary.csv", Importing.Diary) }
                .Where(b => b.Item1 is not null).Select(b => Importing.Csv(b.Item3 + b.Item1, b.Item2))],
            dry,
            apply);

    public static async Task<StoreCounts> CountAsync(this GroupStore store)
    {
        await using var db = await store.ReadAsync();
        return new StoreCounts(
            await db.People.CountAsync(), await db.Referrals.CountAsync(), await db.Spells.CountAsync(), await db.Cases.CountAsync(), await db.Factors.CountAsync(f => f.TakenBackAt == null),
            await db.Contacts.CountAsync(), await db.BroughtInRows.CountAsync(), await db.ListEntries.CountAsync());
    }

    public static async Task<long> OperationsAsync(this GroupStore store)
    {
        await using var db = await store.ReadAsync();
        return await db.Operations.LongCountAsync();
    }

    /// <summary>The chain, every row and every kept figure are as they should be.</summary>
    public static async Task SoundAsync(this TestStores stores, GroupStore store) =>
        Assert.Empty((await new StoreCheck(stores.Stores, KeptRecount.RunAsync).RunAsync(store.Slug)).Problems);

    private static async Task<(TestStores, GroupStore, ImportResult)> ImportTeamsFilesAsync(EngineKind engine)
    {
        var stores = await TestStores.OpenAsync(engine);
        var store = await stores.NewGroupAsync();
        return (stores, store, await store.BringInAsync(TeamsFiles));
    }
}

internal sealed record StoreCounts(int People, int Referrals, int Spells, int Cases, int Factors, int Contacts, int Marks, int ListEntries);
