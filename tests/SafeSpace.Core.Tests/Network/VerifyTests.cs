using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.Diary;
using SafeSpace.Core.Network;
using SafeSpace.Core.Shared;
using SafeSpace.Testing;

namespace SafeSpace.Core.Tests.Network;

/// <summary>Whatever is done to a store behind its back is found, on both engines.</summary>
public sealed class VerifyTests
{
    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Nothing_was_done_and_nothing_is_found(EngineKind engine)
    {
        await using var stores = await TestStores.OpenAsync(engine);
        var store = await stores.NewFilledGroupAsync();
        var found = await new StoreCheck(stores.Stores).RunAsync(store.Slug);
        Assert.Empty(found.Problems);
        Assert.True(found.Rows > 200, $"{found.Rows} rows");
    }

    /// <summary>It takes minutes in a large store, and people go on saving.</summary>
    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Who_saves_meanwhile_is_not_kept_waiting_and_one_moment_is_checked(EngineKind engine)
    {
        await using var stores = await TestStores.OpenAsync(engine);
        var store = await stores.NewFilledGroupAsync();
        var found = await new Verifier(store).RunAsync([], async (db, _) =>
        {
            var before = await db.Contacts.CountAsync();
            await store.InventAsync(1, 1, seed: 7).WaitAsync(TimeSpan.FromSeconds(10));
            return before == await db.Contacts.CountAsync() ? [] : ["It saw what came later."];
        });
        Assert.Empty(found.Problems);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task One_byte_of_sealed_words_was_changed(EngineKind engine)
    {
        await using var stores = await TestStores.OpenAsync(engine);
        var store = await stores.NewFilledGroupAsync();
        await using (var db = await store.ReadAsync())
        {
            var row = await db.Contacts.AsNoTracking().FirstAsync(c => c.Words != null);
            var bytes = row.Words!.Value.Bytes.ToArray();
            bytes[^1] ^= 1;
            await db.Contacts.Where(c => c.Id == row.Id).ExecuteUpdateAsync(s => s.SetProperty(c => c.Words, new Sealed(bytes)));
        }

        Assert.Contains("of contact is not as it was recorded", await OnlyProblemAsync(stores, store));
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task A_number_was_changed(EngineKind engine)
    {
        await using var stores = await TestStores.OpenAsync(engine);
        var store = await stores.NewFilledGroupAsync();
        await RunAsync(store, "UPDATE contact SET minutes = minutes + 1 WHERE id = (SELECT id FROM contact WHERE minutes IS NOT NULL ORDER BY at LIMIT 1)");
        Assert.Contains("of contact is not as it was recorded", await OnlyProblemAsync(stores, store));
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task A_row_was_made_unreadable(EngineKind engine)
    {
        await using var stores = await TestStores.OpenAsync(engine);
        var store = await stores.NewFilledGroupAsync();
        await RunAsync(store, "UPDATE contact SET kind = 'Nothing' WHERE id = (SELECT id FROM contact ORDER BY at LIMIT 1)");
        Assert.Equal("A row of contact is not as it was recorded: it cannot be read.", await OnlyProblemAsync(stores, store));
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task A_row_was_deleted(EngineKind engine)
    {
        await using var stores = await TestStores.OpenAsync(engine);
        var store = await stores.NewFilledGroupAsync();
        await RunAsync(store, "DELETE FROM contact WHERE id = (SELECT id FROM contact ORDER BY at LIMIT 1)");
        Assert.Contains("was recorded and is gone", await OnlyProblemAsync(stores, store));
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task A_row_was_put_in_behind_its_back(EngineKind engine)
    {
        await using var stores = await TestStores.OpenAsync(engine);
        var store = await stores.NewFilledGroupAsync();
        var id = engine == EngineKind.Sqlite ? "x'01890000000070008000000000000001'" : "'01890000-0000-7000-8000-000000000001'";
        await RunAsync(store, $"INSERT INTO peer_tie (id, person_id, peer_id, kind, \"from\") SELECT {id}, person_id, {id}, 'Claimed', opened_on FROM person_case ORDER BY person_id LIMIT 1".Replace(
            "opened_on FROM", engine == EngineKind.Sqlite ? "'2026-01-01 00:00:00' FROM" : "now() FROM", StringComparison.Ordinal));
        Assert.Contains("no operation recorded it", await OnlyProblemAsync(stores, store));
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task An_operation_was_changed(EngineKind engine)
    {
        await using var stores = await TestStores.OpenAsync(engine);
        var store = await stores.NewFilledGroupAsync();
        await RunAsync(store, "UPDATE operation SET by_name = 'somebody else' WHERE sequence = 2");
        Assert.Equal("Operation 2 was changed, or what stood before it was.", await OnlyProblemAsync(stores, store));
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task The_last_ten_operations_were_cut_off(EngineKind engine)
    {
        await using var stores = await TestStores.OpenAsync(engine);
        var store = await stores.NewFilledGroupAsync();
        await WriteTenAsync(store);
        await CutTenAsync(store);
        var problems = (await new StoreCheck(stores.Stores).RunAsync(store.Slug)).Problems;
        Assert.Contains(problems, p => p.StartsWith("The chain does not end where its head says", StringComparison.Ordinal));
        Assert.Contains(problems, p => p.Contains("no operation recorded it", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task The_last_ten_operations_were_cut_off_and_the_head_patched(EngineKind engine)
    {
        await using var stores = await TestStores.OpenAsync(engine);
        var store = await stores.NewFilledGroupAsync();
        await WriteTenAsync(store);
        await CutTenAsync(store);
        await RunAsync(store, "DELETE FROM contact WHERE logged_at = (SELECT max(logged_at) FROM contact)");
        await RunAsync(store, "UPDATE chain_head SET sequence = (SELECT max(sequence) FROM operation), hash = (SELECT hash FROM operation ORDER BY sequence DESC LIMIT 1)");
        Assert.Contains("The head of the chain is missing or was forged.", (await new StoreCheck(stores.Stores).RunAsync(store.Slug)).Problems);
    }

    /// <summary>The whole store as it was before, head and all: only what is kept outside can tell.</summary>
    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task The_last_ten_operations_and_their_rows_were_undone_with_an_old_head(EngineKind engine)
    {
        await using var stores = await TestStores.OpenAsync(engine);
        var store = await stores.NewFilledGroupAsync();
        ChainHead old;
        await using (var db = await store.ReadAsync())
            old = await db.Set<ChainHead>().AsNoTracking().SingleAsync();
        var written = await WriteTenAsync(store);
        await new ChainAnchors(stores.Stores).KeepAsync(store);
        await using (var db = await store.ReadAsync())
        {
            await db.Contacts.Where(c => written.Contains(c.Id)).ExecuteDeleteAsync();
            await db.OperationParts.Where(p => p.Sequence > old.Sequence).ExecuteDeleteAsync();
            await db.Operations.Where(o => o.Sequence > old.Sequence).ExecuteDeleteAsync();
            await db.Set<ChainHead>().ExecuteUpdateAsync(s => s.SetProperty(h => h.Sequence, old.Sequence).SetProperty(h => h.Hash, old.Hash).SetProperty(h => h.Mac, old.Mac));
        }

        Assert.Empty((await new Verifier(store).RunAsync([])).Problems);
        Assert.StartsWith("The chain was cut off: it ends at operation", await OnlyProblemAsync(stores, store), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite, "UPDATE person_month SET calls = calls + 1 WHERE person_id = (SELECT min(person_id) FROM person_month)")]
    [InlineData(EngineKind.Postgres, "UPDATE contact_month SET contacts = contacts + 1 WHERE kind = 'CallOut'")]
    [InlineData(EngineKind.Sqlite, "DELETE FROM spell_day")]
    [InlineData(EngineKind.Postgres, "DELETE FROM referral_day")]
    public async Task A_kept_figure_was_changed(EngineKind engine, string how)
    {
        await using var stores = await TestStores.OpenAsync(engine);
        var store = await stores.NewFilledGroupAsync();
        Assert.Empty((await new StoreCheck(stores.Stores, House.Recounts).RunAsync(store.Slug)).Problems);
        await RunAsync(store, how);
        Assert.NotEmpty((await new StoreCheck(stores.Stores, House.Recounts).RunAsync(store.Slug)).Problems);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task An_anchor_was_forged(EngineKind engine)
    {
        await using var stores = await TestStores.OpenAsync(engine);
        var store = await stores.NewFilledGroupAsync();
        await new ChainAnchors(stores.Stores).KeepAsync(store);
        await using (var network = await stores.Stores.NetworkAsync())
            await network.ChainAnchors.Where(a => a.Slug == store.Slug).ExecuteUpdateAsync(s => s.SetProperty(a => a.Sequence, 1L));
        Assert.Contains("was forged", await OnlyProblemAsync(stores, store));
    }

    [Fact]
    public async Task Pages_of_the_file_were_overwritten()
    {
        await using var stores = await TestStores.OpenAsync(EngineKind.Sqlite);
        var store = await stores.NewFilledGroupAsync();
        await stores.Stores.CloseAsync(store.Slug);
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        await using (var file = File.OpenWrite(Path.Combine(stores.Folder, "groups", store.Slug + ".db")))
        {
            file.Position = 4096 * 5;
            await file.WriteAsync(new byte[4096 * 40], TestContext.Current.CancellationToken);
        }

        Assert.NotEmpty((await new StoreCheck(stores.Stores).RunAsync(store.Slug)).Problems);
    }

    private static async Task<string> OnlyProblemAsync(TestStores stores, GroupStore store) =>
        Assert.Single((await new StoreCheck(stores.Stores).RunAsync(store.Slug)).Problems);

    private static async Task<List<ContactId>> WriteTenAsync(GroupStore store)
    {
        var written = new List<ContactId>();
        for (var i = 0; i < 10; i++)
        {
            var id = ContactId.New();
            written.Add(id);
            await store.Write("ContactLogged", Actor.System, unit =>
            {
                unit.Db.Contacts.Add(new Contact { Id = id, Kind = ContactKind.CallIn, At = unit.Now, Day = unit.Clock.Today, LoggedAt = unit.Now.AddYears(1) });
                return Task.CompletedTask;
            });
        }

        return written;
    }

    private static async Task CutTenAsync(GroupStore store)
    {
        await RunAsync(store, "DELETE FROM operation_part WHERE sequence > (SELECT max(sequence) - 10 FROM operation)");
        await RunAsync(store, "DELETE FROM operation WHERE sequence > (SELECT max(sequence) - 10 FROM operation)");
    }

    private static async Task RunAsync(GroupStore store, string sql)
    {
        await using var db = await store.ReadAsync();
        Assert.True(await db.Database.ExecuteSqlRawAsync(sql) > 0, sql);
    }
}
