using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.Shared;
using SafeSpace.Testing;

namespace SafeSpace.Web.Tests.Cli;

/// <summary>generate, verify, backup, restore and migrate, one after the other, as an operator runs them.</summary>
public sealed class StoreCommandTests
{
    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task From_invented_rows_to_a_backup_and_back(EngineKind engine)
    {
        await using var stores = await TestStores.OpenAsync(engine);
        var store = await stores.NewGroupAsync();
        var generated = await Run.OfAsync(stores, "generate", "--group", store.Slug, "--people", "30", "--contacts", "200", "--seed", "4", "--json");
        Assert.Equal(0, generated.Code);
        Assert.Equal((30, 200), (generated.Json.GetProperty("people").GetInt32(), generated.Json.GetProperty("contacts").GetInt32()));
        Assert.Equal("People: 100 %", generated.Error.Trim());

        var verified = await Run.OfAsync(stores, "verify", "--group", store.Slug, "--json");
        Assert.Equal(0, verified.Code);
        Assert.True(verified.Json.GetProperty("sound").GetBoolean());
        Assert.Equal(200, verified.Json.GetProperty("counts").GetProperty("contacts").GetInt32());
        Assert.Equal(0, verified.Json.GetProperty("problems").GetArrayLength());

        var file = Path.Combine(stores.Folder, "town.db");
        var backup = await Run.OfAsync(stores, "backup", "--group", store.Slug, "--to", file);
        Assert.Equal(0, backup.Code);
        Assert.Contains("The group's key is not in this file.", backup.Output, StringComparison.Ordinal);
        (await Run.OfAsync(stores, "backup", "--group", store.Slug, "--to", file)).IsRefused(1, "already");

        await Run.OfAsync(stores, "generate", "--group", store.Slug, "--people", "5", "--contacts", "9", "--seed", "5");
        await stores.Stores.CloseAsync(store.Slug);
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        var restored = await Run.OfAsync(stores, "restore", "--group", store.Slug, "--from", file, "--json");
        Assert.Equal((0, ""), (restored.Code, restored.Error));
        Assert.NotNull(restored.Json.GetProperty("kept").GetString());
        var after = await Run.OfAsync(stores, "verify", "--group", store.Slug);
        Assert.Equal(0, after.Code);
        Assert.Contains("is sound", after.Output, StringComparison.Ordinal);
        Assert.Contains("30 people", after.Output, StringComparison.Ordinal);

        var migrated = await Run.OfAsync(stores, "migrate");
        Assert.Equal($"\"{store.Slug}\" is of this version.", migrated.Output.Trim());
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task A_kept_figure_that_is_wrong_is_counted_anew(EngineKind engine)
    {
        await using var stores = await TestStores.OpenAsync(engine);
        var store = await stores.NewFilledGroupAsync(5, 10);
        await store.Write("Broken", Actor.System, unit => unit.Db.Database.ExecuteSqlRawAsync("UPDATE contact_month SET contacts = contacts + 1"));
        Assert.Equal(1, (await Run.OfAsync(stores, "verify", "--group", store.Slug)).Code);

        var first = await Run.OfAsync(stores, "recount", "--group", store.Slug);
        Assert.Equal((0, ""), (first.Code, first.Error));
        Assert.StartsWith($"\"{store.Slug}\": counted anew. It was wrong:", first.Output, StringComparison.Ordinal);
        Assert.Contains("are kept, the diary has", first.Output, StringComparison.Ordinal);

        var again = await Run.OfAsync(stores, "recount", "--group", store.Slug, "--json");
        Assert.Equal((0, 0), (again.Json.GetProperty("wrong").GetArrayLength(), again.Json.GetProperty("left").GetArrayLength()));
        Assert.Equal(0, (await Run.OfAsync(stores, "verify", "--group", store.Slug)).Code);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task What_was_changed_behind_its_back_is_said_and_the_code_is_1(EngineKind engine)
    {
        await using var stores = await TestStores.OpenAsync(engine);
        var store = await stores.NewFilledGroupAsync(5, 10);
        await using (var db = await store.ReadAsync())
            await db.Database.ExecuteSqlRawAsync("UPDATE contact SET minutes = 99 WHERE minutes <> 99 OR minutes IS NULL");
        var words = await Run.OfAsync(stores, "verify", "--group", store.Slug);
        Assert.Equal(1, words.Code);
        Assert.StartsWith($"\"{store.Slug}\" is not as it was recorded:", words.Output, StringComparison.Ordinal);
        var json = await Run.OfAsync(stores, "verify", "--group", store.Slug, "--json");
        Assert.Equal(1, json.Code);
        Assert.False(json.Json.GetProperty("sound").GetBoolean());
        Assert.NotEqual(0, json.Json.GetProperty("problems").GetArrayLength());
    }
}
