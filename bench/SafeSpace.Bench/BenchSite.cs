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
}

/// <summary>The application on a free port with a group of invented people, and a token to speak to it.</summary>
internal sealed class BenchSite : IAsyncDisposable
{
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

    public string Token { get; private set; } = "";

    public Uri Address => new(app.Urls.First() + "/bench/");

    public static string? Database => Environment.GetEnvironmentVariable("SAFESPACE_DATABASE");

    public static async Task<BenchSite> StartAsync(BenchPlan plan)
    {
        var folder = Directory.CreateTempSubdirectory("safespace-bench-").FullName;
        var app = await WebHost.BuildAsync(new WebHostOptions(folder, Database) { Urls = "http://127.0.0.1:0" }, b => b.Logging.ClearProviders());
        await app.StartAsync();
        var site = new BenchSite(plan, folder, app);
        await site.FillAsync();
        return site;
    }

    private async Task FillAsync()
    {
        Store = await Stores.AddAsync(new NewGroup("bench", "Bench"));
        var clock = Stopwatch.StartNew();
        var made = await new Inventor(Store, new InventionPlan(Plan.People, Plan.Contacts)).RunAsync();
        Say($"On {Store.Engine.Kind}: {made.People:#,0} people, {made.Contacts:#,0} contacts; {Environment.ProcessorCount} cores.");
        Say($"Invent and write them: {clock.Elapsed.TotalSeconds:0.0} s, {made.Contacts / clock.Elapsed.TotalSeconds:#,0} contacts a second with people, referrals and names");
        Token = (await new ApiTokenService(Store).AddAsync("bench", Role.Facilitator, Actor.CommandLine)).Secret;
    }

    public static void Say(string line) => Console.WriteLine(line);

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }
}
