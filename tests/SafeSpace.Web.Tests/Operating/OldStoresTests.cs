using System.IO.Compression;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using SafeSpace.Core.Data;
using SafeSpace.Core.Help;
using SafeSpace.Core.Shared;
using SafeSpace.Testing;
using SafeSpace.Web.Tests.Cli;

namespace SafeSpace.Web.Tests.Operating;

/// <summary>Stores as earlier versions left them (see OldStores/README.md) are brought to this one, with everything in them.</summary>
public sealed class OldStoresTests
{
    private const string Slug = "demo";

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Migrated_ItIsSound_AndEveryFigureIsAsItWas(EngineKind engine)
    {
        await using var stores = await TestStores.OpenAsync(engine, prepared: false);
        await OfFirstVersionAsync(stores);
        (await Run.OfAsync(stores, "verify", "--group", Slug)).IsRefused(1, "safespace migrate");

        var migrated = await Run.OfAsync(stores, "migrate", "--json");

        Assert.Equal((0, ""), (migrated.Code, migrated.Error));
        await AssertWholeAsync(stores);

        // Back to the version before: what was copied first is of that version, and comes in here as well.
        var copy = migrated.Json.GetProperty("groups")[0].GetProperty("backup").GetString()!;
        Assert.Equal(["First"], await VersionsAsync(copy));
        await using var elsewhere = await TestStores.OpenAsync(engine, prepared: false);
        Directory.CreateDirectory(Path.Combine(elsewhere.Folder, "keys"));
        File.Copy(Old("0.1-first.key"), Path.Combine(elsewhere.Folder, "keys", Slug + ".key"));
        await Run.OfAsync(elsewhere, "migrate");
        var restored = await Run.OfAsync(elsewhere, "restore", "--group", Slug, "--from", copy);
        Assert.Equal((0, ""), (restored.Code, restored.Error));
        await Run.OfAsync(elsewhere, "migrate");
        await AssertWholeAsync(elsewhere);
    }

    /// <summary>The files of the first version, in the place of this one's.</summary>
    private static async Task OfFirstVersionAsync(TestStores stores)
    {
        Directory.CreateDirectory(Path.Combine(stores.Folder, "keys"));
        File.Copy(Old("0.1-first.key"), Path.Combine(stores.Folder, "keys", Slug + ".key"));
        if (stores.Database is null)
        {
            Directory.CreateDirectory(Path.Combine(stores.Folder, "groups"));
            await UnpackAsync("0.1-first-network.db.gz", Path.Combine(stores.Folder, "network.db"));
            await UnpackAsync("0.1-first.db.gz", Path.Combine(stores.Folder, "groups", Slug + ".db"));
            return;
        }

        await using var packed = new GZipStream(File.OpenRead(Old("0.1-first.sql.gz")), CompressionMode.Decompress);
        using var sql = new StreamReader(packed);
        await using var source = NpgsqlDataSource.Create(stores.Database);
        await using var command = source.CreateCommand(await sql.ReadToEndAsync());
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Sound; as many records; and each figure the old version printed is printed by this one.</summary>
    private static async Task AssertWholeAsync(TestStores stores)
    {
        var verified = await Run.OfAsync(stores, "verify", "--group", Slug, "--json");
        Assert.True(verified.Code == 0, verified.Output + verified.Error);
        var counts = verified.Json.GetProperty("counts");
        Assert.Equal((75, 71, 600), (counts.GetProperty("people").GetInt32(), counts.GetProperty("referrals").GetInt32(), counts.GetProperty("contacts").GetInt32()));
        await using (var db = await (await stores.Stores.GetAsync(Slug)).ReadAsync())
        {
            Assert.Empty(Enum.GetValues<GroupList>().Except(await db.ListEntries.Select(e => e.List).Distinct().ToListAsync()));
            Assert.True(await db.SupportItems.AnyAsync());
        }

        await stores.Stores.CloseAsync(Slug);
        var report = await Run.OfAsync(stores, "report", "monitoring", "--group", Slug, "--from", "2026-05", "--to", "2026-10", "--format", "json");
        Assert.Equal((0, ""), (report.Code, report.Error));
        using var old = JsonDocument.Parse(await File.ReadAllTextAsync(Old("0.1-first-monitoring.json")));
        Assert.Empty(Missing(old.RootElement, report.Json, ""));
    }

    private static IEnumerable<string> Missing(JsonElement old, JsonElement now, string at) => old.ValueKind switch
    {
        JsonValueKind.Object => old.EnumerateObject().SelectMany(p => now.TryGetProperty(p.Name, out var value) ? Missing(p.Value, value, $"{at}/{p.Name}") : [$"{at}/{p.Name} is gone"]),
        JsonValueKind.Array when now.ValueKind == JsonValueKind.Array && now.GetArrayLength() == old.GetArrayLength() => old.EnumerateArray().Zip(now.EnumerateArray()).SelectMany((pair, i) => Missing(pair.First, pair.Second, $"{at}[{i}]")),
        _ => old.GetRawText() == now.GetRawText() ? [] : [$"{at} was {old.GetRawText()}, is {now.GetRawText()}"],
    };

    private static async Task<IReadOnlyList<string>> VersionsAsync(string file)
    {
        await using var db = new SqliteConnection($"Data Source={file};Mode=ReadOnly;Pooling=False");
        await db.OpenAsync();
        await using var command = db.CreateCommand();
        command.CommandText = "SELECT substr(\"MigrationId\", 16) FROM schema_version";
        await using var rows = await command.ExecuteReaderAsync();
        var versions = new List<string>();
        while (await rows.ReadAsync())
            versions.Add(rows.GetString(0));
        return versions;
    }

    private static async Task UnpackAsync(string name, string to)
    {
        await using var packed = new GZipStream(File.OpenRead(Old(name)), CompressionMode.Decompress);
        await using var file = File.Create(to);
        await packed.CopyToAsync(file);
    }

    private static string Old(string name) => Path.Combine(AppContext.BaseDirectory, "OldStores", name);
}
