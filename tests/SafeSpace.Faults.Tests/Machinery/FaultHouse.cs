using System.Text.Json;
using SafeSpace.Core;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Network;
using SafeSpace.Core.Referrals;
using SafeSpace.Core.Register;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Cli;

namespace SafeSpace.Faults.Tests.Machinery;

/// <summary>One installation with one group: its folder, its database, what clients need to come in. Servers are started on it and killed.</summary>
public sealed class FaultHouse : IAsyncDisposable
{
    public const string Slug = "riverside";
    public const string Password = "kettle-river-lamp-42";
    public const string Email = "peer@test.example";

    private FaultHouse(EngineKind engine, string folder, string? database) => (Engine, Folder, Database) = (engine, folder, database);

    public EngineKind Engine { get; }

    public string Folder { get; }

    public string? Database { get; }

    /// <summary>Of the desk's program: refers people and logs contacts.</summary>
    public string Token { get; private set; } = "";

    /// <summary>References of the people who are known from the start.</summary>
    public IReadOnlyList<string> People { get; private set; } = [];

    public string StoreFile => Path.Combine(Folder, "groups", Slug + ".db");

    public static async Task<FaultHouse> NewAsync(EngineKind engine, string? database = null)
    {
        database ??= engine == EngineKind.Postgres ? await (await PostgresServer.OneAsync()).NewDatabaseAsync() : null;
        var house = new FaultHouse(engine, Directory.CreateTempSubdirectory("safespace-faults-").FullName, database);
        await using var stores = house.Open();
        // A demonstration asks for no second step at sign-in; nothing else is different.
        var store = await stores.AddAsync(new NewGroup(Slug, "Riverside Safe Space") { IsDemonstration = true });
        house.Token = (await new ApiTokenService(store).AddAsync("the desk's program", Role.Facilitator, Actor.CommandLine)).Secret;
        await new AccountService(store).AddAsync(Email, "Pat", [Role.Facilitator], Password, Actor.CommandLine);
        var people = new List<string>();
        foreach (var name in new[] { "Ada", "Ben", "Cleo", "Dan" })
            people.Add((await new ReferralService(store).ReferAsync(ReferralId.New(), new ReferralDetails { Channel = Channel.Phone, Person = new PersonDetails { GivenName = name, Surname = "Known" } }, Actor.CommandLine))!.Reference);
        house.People = people;
        return house;
    }

    /// <summary>Another installation on another engine, with this one's key, restored from a backup of this one. Tokens and accounts come along.</summary>
    public async Task<FaultHouse> MoveAsync(EngineKind engine, string backup)
    {
        var database = engine == EngineKind.Postgres ? await (await PostgresServer.OneAsync()).NewDatabaseAsync() : null;
        var there = new FaultHouse(engine, Directory.CreateTempSubdirectory("safespace-faults-").FullName, database) { Token = Token, People = People };
        Directory.CreateDirectory(Path.Combine(there.Folder, "keys"));
        File.Copy(Path.Combine(Folder, "keys", Slug + ".key"), Path.Combine(there.Folder, "keys", Slug + ".key"));
        var (code, said) = await there.CommandAsync("restore", "--group", Slug, "--from", backup);
        return code == 0 ? there : throw new InvalidOperationException(said);
    }

    /// <summary>The stores, seen from this process. The clock is the machine's, as the server's is.</summary>
    public Stores Open() => House.Open(Folder, Database, TimeProvider.System);

    /// <summary>Starts a server; <see cref="ServerProcess.Address"/> tells when it listens.</summary>
    /// <param name="database">Another way to the same database.</param>
    /// <param name="at">Where it is to listen.</param>
    /// <param name="settings">As environment variables.</param>
    public ServerProcess Start(string? database = null, Uri? at = null, params IEnumerable<(string Name, string Value)> settings) =>
        ServerProcess.Start(at, settings, ["--data", Folder, .. (database ?? Database) is { } given ? ["--database", given] : Array.Empty<string>()]);

    public async Task<(ServerProcess Server, Uri Address)> ServeAsync(string? database = null)
    {
        var server = Start(database);
        return (server, await server.Address.WaitAsync(TimeSpan.FromSeconds(60)));
    }

    /// <summary>Runs a command of <c>safespace</c> on this installation; answers what it printed.</summary>
    public async Task<(int Code, string Output)> CommandAsync(params IEnumerable<string> words)
    {
        var output = new StringWriter();
        var error = new StringWriter();
        var code = await CommandLine.RunAsync([.. words, "--data", Folder, .. Database is null ? Array.Empty<string>() : ["--database", Database]], output, error);
        return (code, output.ToString() + error);
    }

    /// <summary>What <c>safespace verify</c> has to say against the store: nothing, when all is sound.</summary>
    public async Task<IReadOnlyList<string>> VerifyAsync()
    {
        var (code, output) = await CommandAsync("verify", "--group", Slug, "--json");
        if (code == 0)
            return [];
        return output.StartsWith('{') ? [.. JsonDocument.Parse(output).RootElement.GetProperty("problems").EnumerateArray().Select(p => p.GetString()!)] : [output];
    }

    public async ValueTask DisposeAsync()
    {
        await Task.CompletedTask;
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(Folder, recursive: true);
    }
}
