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

    /// <summary>The history is made to name the last step otherwise: making it again fails, as a bad step would.</summary>
    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task An_older_store_is_not_opened_and_a_step_that_fails_leaves_a_backup_and_the_rows(EngineKind engine)
    {
        await using var stores = await TestStores.OpenAsync(engine);
        var store = await stores.NewFilledGroupAsync();
        await using (var db = await store.ReadAsync())
            await db.Database.ExecuteSqlRawAsync("UPDATE schema_version SET \"MigrationId\" = '20000101000000_' || substr(\"MigrationId\", 16) WHERE \"MigrationId\" = (SELECT max(\"MigrationId\") FROM schema_version)");
        await stores.Stores.CloseAsync(store.Slug);
        var older = await Assert.ThrowsAsync<SafeSpaceException>(() => stores.Stores.GetAsync(store.Slug));
        Assert.Contains($"safespace migrate --group {store.Slug}", older.Message, StringComparison.Ordinal);
        await Assert.ThrowsAnyAsync<Exception>(() => new Migrating(stores.Stores).RunAsync(store.Slug));
        var backup = Assert.Single(Directory.GetFiles(Path.Combine(stores.Folder, "backups")));
        Assert.True(new FileInfo(backup).Length > 10_000);
    }

    [Fact]
    public async Task A_group_that_is_not_there_is_said()
    {
        await using var stores = await TestStores.OpenAsync(EngineKind.Sqlite);
        var refused = await Assert.ThrowsAsync<SafeSpaceException>(() => new Migrating(stores.Stores).RunAsync("nobody"));
        Assert.Equal("There is no group \"nobody\".", refused.Message);
    }
}
