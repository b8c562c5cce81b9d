using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.Diary;
using SafeSpace.Core.Network;
using SafeSpace.Core.Network.Backup;
using SafeSpace.Core.Register;
using SafeSpace.Core.Shared;
using SafeSpace.Testing;

namespace SafeSpace.Core.Tests.Network;

public sealed class BackupTests
{
    /// <summary>From either engine into either: the same rows, the same chain, words that open, and it goes on from there.</summary>
    [Theory]
    [InlineData(EngineKind.Sqlite, EngineKind.Sqlite)]
    [InlineData(EngineKind.Sqlite, EngineKind.Postgres)]
    [InlineData(EngineKind.Postgres, EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres, EngineKind.Postgres)]
    public async Task A_backup_goes_back_into_another_house(EngineKind from, EngineKind into)
    {
        await using var here = await TestStores.OpenAsync(from);
        var store = await here.NewFilledGroupAsync();
        var account = await new Access.AccountService(store).AddAsync("ann@example.org", "Ann", [Access.Role.Peer], "kettle-river-lamp-42", Actor.System);
        var file = Path.Combine(here.Folder, "copy", "backup.db");
        var made = await new Backups(here.Stores).MakeAsync(store.Slug, file);
        Assert.True(made.Bytes > 10_000);

        await using var there = await TestStores.OpenAsync(into);
        TakeKey(here, there, store.Slug);
        var restored = await new Backups(there.Stores).RestoreAsync(store.Slug, file);
        Assert.Null(restored.Kept);
        Assert.Equal(made.Sequence, restored.Sequence);
        var again = await there.Stores.GetAsync(store.Slug);
        Assert.Equal(await CountsAsync(store), await CountsAsync(again));
        Assert.Empty((await new StoreCheck(there.Stores).RunAsync(store.Slug)).Problems);
        Assert.Equal(await WordsAsync(store), await WordsAsync(again));
        await again.InventAsync(3, 10, seed: 7);
        await again.Write("AccountTouched", Actor.System, async unit =>
        {
            unit.Db.Users.Single(u => u.Id == account!.Id).DisplayName = "Anna";
            unit.Db.UserClaims.Add(new Microsoft.AspNetCore.Identity.IdentityUserClaim<Guid> { UserId = account!.Id, ClaimType = "a", ClaimValue = "b" });
            await Task.CompletedTask;
        });
        Assert.Empty((await new StoreCheck(there.Stores).RunAsync(store.Slug)).Problems);
        Assert.Contains(await there.Stores.ListAsync(), g => g.Slug == store.Slug && g.Name == "Riverside Safe Space");
    }

    /// <summary>Whatever mask the program was started with: stores, their logs, keys, copies of both kinds and what was put back.</summary>
    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task What_it_writes_is_for_its_own_user_alone(EngineKind engine)
    {
        await using var here = await TestStores.OpenAsync(engine);
        var store = await here.NewFilledGroupAsync(5, 10);
        await new CookieKeys(here.Stores).PrepareAsync();
        await new NightlyCopies(here.Stores, new CopyPlan()).RunAsync(store);
        var file = Path.Combine(here.Folder, "copy", "backup.db");
        await new Backups(here.Stores).MakeAsync(store.Slug, file);
        await new Backups(here.Stores).RestoreAsync(store.Slug, file);
        await (await here.Stores.GetAsync(store.Slug)).InventAsync(1, 1, seed: 7);

        var files = Directory.GetFiles(here.Folder, "*", SearchOption.AllDirectories);
        Assert.True(files.Length >= (engine == EngineKind.Sqlite ? 7 : 4));
        if (OperatingSystem.IsWindows())
            return;
        foreach (var path in files)
            Assert.Equal((path, UnixFileMode.UserRead | UnixFileMode.UserWrite), (path, File.GetUnixFileMode(path)));
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Restored_in_its_own_place_the_later_rows_are_gone_and_the_old_store_is_kept(EngineKind engine)
    {
        await using var stores = await TestStores.OpenAsync(engine);
        var store = await stores.NewFilledGroupAsync();
        var before = await CountsAsync(store);
        var file = Path.Combine(stores.Folder, "backup.db");
        await new Backups(stores.Stores).MakeAsync(store.Slug, file);
        await store.InventAsync(5, 30, seed: 9);
        await new ChainAnchors(stores.Stores).KeepAsync(store);
        var restored = await new Backups(stores.Stores).RestoreAsync(store.Slug, file);
        Assert.NotNull(restored.Kept);
        if (engine == EngineKind.Sqlite)
            Assert.True(File.Exists(restored.Kept));
        var again = await stores.Stores.GetAsync(store.Slug);
        Assert.Equal(before, await CountsAsync(again));
        Assert.Empty((await new StoreCheck(stores.Stores).RunAsync(store.Slug)).Problems);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Taken_while_others_write_it_is_one_moment(EngineKind engine)
    {
        await using var stores = await TestStores.OpenAsync(engine);
        var store = await stores.NewFilledGroupAsync();
        using var stop = new CancellationTokenSource();
        var writing = Task.Run(async () =>
        {
            var written = 0;
            for (; !stop.IsCancellationRequested; written++)
                await store.InventAsync(2, 10, seed: written + 100);
            return written;
        });
        var file = Path.Combine(stores.Folder, "backup.db");
        var made = await new Backups(stores.Stores).MakeAsync(store.Slug, file);
        await stop.CancelAsync();
        Assert.True(await writing > 0);
        await using var there = await TestStores.OpenAsync(EngineKind.Sqlite);
        TakeKey(stores, there, store.Slug);
        await new Backups(there.Stores).RestoreAsync(store.Slug, file);
        var found = await new StoreCheck(there.Stores).RunAsync(store.Slug);
        Assert.Empty(found.Problems);
        Assert.Equal(made.Sequence, found.Operations);
    }

    [Fact]
    public async Task The_key_is_not_in_the_backup_and_without_it_nothing_is_restored()
    {
        await using var here = await TestStores.OpenAsync(EngineKind.Sqlite);
        var store = await here.NewFilledGroupAsync();
        var file = Path.Combine(here.Folder, "backup.db");
        await new Backups(here.Stores).MakeAsync(store.Slug, file);
        var hex = await File.ReadAllTextAsync(KeyOf(here, store.Slug), TestContext.Current.CancellationToken);
        var bytes = await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken);
        Assert.True(bytes.AsSpan().IndexOf(Convert.FromHexString(hex)) < 0);
        Assert.True(bytes.AsSpan().IndexOf(System.Text.Encoding.ASCII.GetBytes(hex)) < 0);

        await using var there = await TestStores.OpenAsync(EngineKind.Sqlite);
        var missing = await Assert.ThrowsAnyAsync<SafeSpaceException>(() => new Backups(there.Stores).RestoreAsync(store.Slug, file));
        Assert.Contains("key", missing.Message, StringComparison.Ordinal);
        Directory.CreateDirectory(Path.GetDirectoryName(KeyOf(there, store.Slug))!);
        await File.WriteAllTextAsync(KeyOf(there, store.Slug), new string('a', 64), TestContext.Current.CancellationToken);
        var wrong = await Assert.ThrowsAsync<SafeSpaceException>(() => new Backups(there.Stores).RestoreAsync(store.Slug, file));
        Assert.Contains("does not belong to this backup", wrong.Message, StringComparison.Ordinal);
        Assert.Empty(await there.Stores.ListAsync());
    }

    [Fact]
    public async Task A_file_that_is_no_backup_changes_nothing()
    {
        await using var stores = await TestStores.OpenAsync(EngineKind.Sqlite);
        var store = await stores.NewFilledGroupAsync();
        var before = await CountsAsync(store);
        var good = Path.Combine(stores.Folder, "good.db");
        await new Backups(stores.Stores).MakeAsync(store.Slug, good);
        var bad = Path.Combine(stores.Folder, "bad.db");
        await File.WriteAllTextAsync(bad, "Dear team, here is the backup.", TestContext.Current.CancellationToken);
        await RefusedAsync(stores, store.Slug, bad, "not a backup");
        var whole = await File.ReadAllBytesAsync(good, TestContext.Current.CancellationToken);
        await File.WriteAllBytesAsync(bad, whole[..(whole.Length / 2)], TestContext.Current.CancellationToken);
        await RefusedAsync(stores, store.Slug, bad, "damaged");
        await RefusedAsync(stores, store.Slug, Path.Combine(stores.Folder, "none.db"), "There is no file");
        File.Delete(bad);
        await using (var other = new SqliteConnection($"Data Source={bad};Pooling=False"))
        {
            await other.OpenAsync(TestContext.Current.CancellationToken);
            await using var make = other.CreateCommand();
            make.CommandText = "CREATE TABLE shopping (what TEXT)";
            await make.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        await RefusedAsync(stores, store.Slug, bad, "not a backup");
        Assert.Equal(before, await CountsAsync(await stores.Stores.GetAsync(store.Slug)));
        Assert.Empty(Directory.GetFiles(stores.Folder, "restoring-*"));
    }

    [Fact]
    public async Task A_store_that_another_program_has_open_is_not_replaced()
    {
        await using var stores = await TestStores.OpenAsync(EngineKind.Sqlite);
        var store = await stores.NewFilledGroupAsync();
        var file = Path.Combine(stores.Folder, "backup.db");
        await new Backups(stores.Stores).MakeAsync(store.Slug, file);
        await using var other = new SqliteConnection($"Data Source={Path.Combine(stores.Folder, "groups", store.Slug + ".db")};Pooling=False");
        await other.OpenAsync(TestContext.Current.CancellationToken);
        await using var read = other.CreateCommand();
        read.CommandText = "SELECT count(*) FROM person";
        await read.ExecuteScalarAsync(TestContext.Current.CancellationToken);
        await RefusedAsync(stores, store.Slug, file, "in use");
    }

    [Fact]
    public async Task A_file_that_is_there_is_never_written_over()
    {
        await using var stores = await TestStores.OpenAsync(EngineKind.Sqlite);
        var store = await stores.NewFilledGroupAsync();
        var file = Path.Combine(stores.Folder, "precious.db");
        await File.WriteAllTextAsync(file, "precious", TestContext.Current.CancellationToken);
        await Assert.ThrowsAsync<SafeSpaceException>(() => new Backups(stores.Stores).MakeAsync(store.Slug, file));
        Assert.Equal("precious", await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));
        var nowhere = await Assert.ThrowsAsync<SafeSpaceException>(() => new Backups(stores.Stores).MakeAsync(store.Slug, Path.Combine(file, "below-a-file.db")));
        Assert.StartsWith("The backup could not be written", nowhere.Message, StringComparison.Ordinal);
    }

    private static async Task RefusedAsync(TestStores stores, string slug, string file, string why)
    {
        var refused = await Assert.ThrowsAsync<SafeSpaceException>(() => new Backups(stores.Stores).RestoreAsync(slug, file));
        Assert.Contains(why, refused.Message, StringComparison.Ordinal);
    }

    private static string KeyOf(TestStores stores, string slug) => Path.Combine(stores.Folder, "keys", slug + ".key");

    private static void TakeKey(TestStores from, TestStores into, string slug)
    {
        Directory.CreateDirectory(Path.Combine(into.Folder, "keys"));
        File.Copy(KeyOf(from, slug), KeyOf(into, slug));
    }

    private static async Task<string> CountsAsync(GroupStore store)
    {
        await using var db = await store.ReadAsync();
        return $"{await db.People.CountAsync()} {await db.Contacts.CountAsync()} {await db.Spells.CountAsync()} {await db.Operations.CountAsync()} {await db.NamePairs.CountAsync()} {await db.SealingKeys.CountAsync()}";
    }

    private static async Task<List<string?>> WordsAsync(GroupStore store)
    {
        await using var db = await store.ReadAsync();
        var rows = await db.Contacts.AsNoTracking().Where(c => c.Words != null).OrderBy(c => c.Id).Take(20).ToListAsync();
        Assert.NotEmpty(rows);
        return [.. rows.Select(r => store.Vault.Open("contact.words", r.Id.Value, r.Words))];
    }
}
