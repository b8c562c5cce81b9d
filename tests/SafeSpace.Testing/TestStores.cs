using Microsoft.Extensions.Time.Testing;
using SafeSpace.Core;
using SafeSpace.Core.Data;
using SafeSpace.Core.Network;

namespace SafeSpace.Testing;

/// <summary>Stores of one engine for a test process, with a clock that tests turn. Each test makes a group of its own.</summary>
public sealed class TestStores : IAsyncDisposable
{
    /// <summary>A Tuesday in winter: 10 March 2026, 17:00 in London.</summary>
    public static readonly DateTimeOffset Start = new(2026, 3, 10, 17, 0, 0, TimeSpan.Zero);

    private static int groups;

    private TestStores(EngineKind kind, string folder, string? database, FakeTimeProvider clock)
    {
        Kind = kind;
        Folder = folder;
        Database = database;
        Clock = clock;
        Stores = House.Open(folder, database, clock);
    }

    public EngineKind Kind { get; }

    public string Folder { get; }

    public string? Database { get; }

    public FakeTimeProvider Clock { get; }

    public Stores Stores { get; }

    /// <param name="prepared">False: an empty folder and database, in which a test lays stores of its own.</param>
    public static async Task<TestStores> OpenAsync(EngineKind kind, bool prepared = true)
    {
        var folder = Directory.CreateTempSubdirectory("safespace-test-").FullName;
        var database = kind == EngineKind.Postgres ? await NewDatabaseAsync() : null;
        var stores = new TestStores(kind, folder, database, new FakeTimeProvider(Start));
        if (prepared)
            await stores.Stores.PrepareAsync();
        return stores;
    }

    /// <summary>A new group with an address nobody else has.</summary>
    public Task<GroupStore> NewGroupAsync(string language = "en", string timeZone = "Europe/London") =>
        Stores.AddAsync(new NewGroup(NewSlug(), "Riverside Safe Space", timeZone, Language: language));

    public static string NewSlug() => $"g{Interlocked.Increment(ref groups)}-{Guid.CreateVersion7():N}"[..20].TrimEnd('-');

    public async ValueTask DisposeAsync()
    {
        await Stores.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }

    private static async Task<string> NewDatabaseAsync()
    {
        var name = $"t_{Guid.CreateVersion7():N}";
        await using var source = Npgsql.NpgsqlDataSource.Create(TestPostgres.ConnectionString);
        await using var create = source.CreateCommand($"CREATE DATABASE {name}");
        await create.ExecuteNonQueryAsync();
        // Many stores stand side by side in one run, and each keeps what it opened for a while: a server has only so many.
        return new Npgsql.NpgsqlConnectionStringBuilder(TestPostgres.ConnectionString) { Database = name, ConnectionIdleLifetime = 20 }.ToString();
    }
}
