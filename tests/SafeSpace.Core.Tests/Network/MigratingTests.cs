using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.Network.Backup;
using SafeSpace.Core.Shared;
using SafeSpace.Testing;

namespace SafeSpace.Core.Tests.Network;

public sealed class MigratingTests
{
    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task A_store_of_this_version_is_left_alone(EngineKind engine)
    {
        await using var stores = await TestStores.OpenAsync(engine);
        var store = await stores.NewGroupAsync();
        var done = Assert.Single(await new Migrating(stores.Stores).RunAsync(null));
        Assert.Equal((store.Slug, null), (done.Slug, done.Backup));
        Assert.Empty(done.Steps);
    }

    /// <summary>The last step is taken out of the history: making it again fails, as a bad step would.</summary>
    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task An_older_store_is_not_opened_and_a_step_that_fails_leaves_a_backup_and_the_rows(EngineKind engine)
    {
        await using var stores = await TestStores.OpenAsync(engine);
        var store = await stores.NewFilledGroupAsync();
        await using (var db = await store.ReadAsync())
            await db.Database.ExecuteSqlRawAsync("DELETE FROM schema_version WHERE \"MigrationId\" = (SELECT max(\"MigrationId\") FROM schema_version)");
        await stores.Stores.CloseAsync(store.Slug);
        Assert.Equal(store.Slug, Assert.Single(await new Migrating(stores.Stores).LookAsync(null)).Slug);
        var older = await Assert.ThrowsAsync<StoreShutException>(() => stores.Stores.GetAsync(store.Slug));
        Assert.Contains($"safespace migrate --group {store.Slug}", older.Message, StringComparison.Ordinal);
        await Assert.ThrowsAnyAsync<Exception>(() => new Migrating(stores.Stores).RunAsync(store.Slug));
        var backup = Assert.Single(Directory.GetFiles(Path.Combine(stores.Folder, "backups")));
        Assert.True(new FileInfo(backup).Length > 10_000);
    }

    /// <summary>A newer program was here: what it keeps, this one would not.</summary>
    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task A_newer_store_is_not_opened(EngineKind engine)
    {
        await using var stores = await TestStores.OpenAsync(engine);
        var store = await stores.NewGroupAsync();
        await using (var db = await store.ReadAsync())
            await db.Database.ExecuteSqlRawAsync("INSERT INTO schema_version (\"MigrationId\", \"ProductVersion\") VALUES ('29990101000000_Later', '10.0.0')");
        Assert.Null(await stores.Stores.WhyShutAsync(store.Slug)); // it is open
        await stores.Stores.CloseAsync(store.Slug);
        Assert.Contains("newer version", await stores.Stores.WhyShutAsync(store.Slug), StringComparison.Ordinal);
        Assert.Contains("newer version", (await Assert.ThrowsAsync<StoreShutException>(() => stores.Stores.GetAsync(store.Slug))).Message, StringComparison.Ordinal);
    }

    /// <summary>Killed after the last step, and before the lists of this version were put in.</summary>
    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task One_that_was_cut_off_after_its_steps_gets_its_lists_all_the_same(EngineKind engine)
    {
        await using var stores = await TestStores.OpenAsync(engine);
        var store = await stores.NewGroupAsync();
        await using var db = await store.ReadAsync();
        var whole = await db.ListEntries.CountAsync();
        await store.Write("Emptied", Actor.CommandLine, async unit => unit.Db.ListEntries.RemoveRange(await unit.Db.ListEntries.ToListAsync()));
        await new Migrating(stores.Stores).RunAsync(null);
        Assert.Equal(whole, await db.ListEntries.CountAsync());
    }

    /// <summary>A program that was killed while it brought a store forward leaves its lock as a row.</summary>
    [Fact]
    public async Task A_lock_that_a_killed_program_left_keeps_nobody_waiting()
    {
        await using var stores = await TestStores.OpenAsync(EngineKind.Sqlite);
        var store = await stores.NewFilledGroupAsync(3, 3);
        const string lockIt = "CREATE TABLE IF NOT EXISTS \"__EFMigrationsLock\" (\"Id\" INTEGER NOT NULL PRIMARY KEY, \"Timestamp\" TEXT NOT NULL); INSERT OR IGNORE INTO \"__EFMigrationsLock\" VALUES (1, '2026-01-01 00:00:00')";
        await using (var db = await store.ReadAsync())
            await db.Database.ExecuteSqlRawAsync(lockIt);
        await using (var network = await stores.Stores.NetworkAsync())
            await network.Database.ExecuteSqlRawAsync(lockIt);
        var copy = Path.Combine(stores.Folder, "copy.db");
        await new Backups(stores.Stores).MakeAsync(store.Slug, copy);

        await new Migrating(stores.Stores).RunAsync(null).WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        await new Backups(stores.Stores).RestoreAsync(store.Slug, copy).WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);

        using var other = new FileStream(Path.Combine(stores.Folder, "migrating.lock"), FileMode.Open, FileAccess.Write, FileShare.None);
        Assert.Contains("another program", (await Assert.ThrowsAsync<SafeSpaceException>(() => new Migrating(stores.Stores).RunAsync(null))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_group_that_is_not_there_is_said()
    {
        await using var stores = await TestStores.OpenAsync(EngineKind.Sqlite);
        var refused = await Assert.ThrowsAsync<SafeSpaceException>(() => new Migrating(stores.Stores).RunAsync("nobody"));
        Assert.Equal("There is no group \"nobody\".", refused.Message);
    }
}
