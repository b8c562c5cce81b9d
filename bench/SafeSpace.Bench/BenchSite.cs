using System.Diagnostics;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Jobs.Invented;
using SafeSpace.Core.Network;
using SafeSpace.Core.Shared;
using SafeSpace.Web;

namespace SafeSpace.Bench;

/// <param name="Seconds">How long each measurement under load runs.</param>
internal sealed record BenchPlan(int People, int Contacts, int Seconds)
{
    public const int Clients = 16;

    /// <summary>Over how many years: a service of one size that has run longer.</summary>
    public double Years => Contacts <= 200_000 ? 1.5 : 10;
}

/// <summary>
/// The application on a free port with a group of invented people, a small one beside it, and a token to speak to the first.
/// SAFESPACE_BENCH_DATA names a folder that is kept: what was loaded there once is used again.
/// </summary>
internal sealed class BenchSite : IAsyncDisposable
{
    public const string DeskEmail = "desk@bench.example";
    private const int SmallPeople = 1000;
    private const int SmallContacts = 10_000;
    private readonly WebApplication app;

    private BenchSite(BenchPlan plan, string folder, WebApplication app)
    {
        Plan = plan;
        Folder = folder;
        this.app = app;
    }

    public BenchPlan Plan { get; }

    public string Folder { get; }

    public Stores Stores => app.Services.GetRequiredService<Stores>();

    public GroupStore Store { get; private set; } = null!;

    public GroupStore Small { get; private set; } = null!;

    public string Token { get; private set; } = "";

    public Uri Address => AddressOf(Store);

    public static string? Database => Environment.GetEnvironmentVariable("SAFESPACE_DATABASE");

    private static string? Kept => Environment.GetEnvironmentVariable("SAFESPACE_BENCH_DATA");

    /// <param name="folder">Where it is; a new one when not said.</param>
    public static async Task<BenchSite> StartAsync(BenchPlan plan, string? folder = null)
    {
        folder ??= Kept ?? Directory.CreateTempSubdirectory("safespace-bench-").FullName;
        var app = await WebHost.BuildAsync(new WebHostOptions(folder, Database) { Urls = "http://127.0.0.1:0" }, b => b.Logging.ClearProviders());
        await app.StartAsync();
        var site = new BenchSite(plan, folder, app);
        await site.FillAsync();
        return site;
    }

    public Uri AddressOf(GroupStore store) => new($"{app.Urls.First()}/{store.Slug}/");

    private async Task FillAsync()
    {
        Store = await GroupAsync("bench", Plan.People, Plan.Contacts, Plan.Years);
        Small = await GroupAsync("small", SmallPeople, SmallContacts, 1.5);
        Token = (await new ApiTokenService(Store).AddAsync("bench", Role.Facilitator, Actor.CommandLine)).Secret;
    }

    private async Task<GroupStore> GroupAsync(string slug, int people, int contacts, double years)
    {
        if ((await Stores.ListAsync()).Any(g => g.Slug == slug))
            return await Stores.GetAsync(slug);
        var store = await Stores.AddAsync(new NewGroup(slug, slug) { IsDemonstration = true });
        await new AccountService(store).AddAsync(DeskEmail, "Desk", [Role.Facilitator, Role.Coordinator], FrontDoor.Password, Actor.CommandLine);
        var clock = Stopwatch.StartNew();
        var made = await new Inventor(store, new InventionPlan(people, contacts) { Years = years }).RunAsync();
        Say($"On {store.Engine.Kind}, {slug}: {made.People:#,0} people, {made.Contacts:#,0} contacts of {years:0.#} years; {Environment.ProcessorCount} cores.");
        Say($"Invent and write them: {clock.Elapsed.TotalSeconds:0.0} s, {made.Contacts / clock.Elapsed.TotalSeconds:#,0} contacts a second with people, referrals and names");
        return store;
    }

    /// <summary>A name no group has yet: one database may have been measured on before.</summary>
    public static string Fresh(string name) => name + Ids.New().ToString("N")[^8..];

    public static void Say(string line) => Console.WriteLine(line);

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        ForgetFiles();
    }

    public async Task StopAsync() => await app.DisposeAsync();

    /// <summary>Unless they are to be used again.</summary>
    public void ForgetFiles()
    {
        if (Folder != Kept)
            Directory.Delete(Folder, recursive: true);
    }
}
