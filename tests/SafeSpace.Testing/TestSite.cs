using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Network;
using SafeSpace.Core.Network.Backup;
using SafeSpace.Core.Shared;
using SafeSpace.Web;
using SafeSpace.Web.Infrastructure.Security;

namespace SafeSpace.Testing;

/// <summary>The whole web application on one engine, entered through its front door. One for each engine and test process; each test makes a group of its own.</summary>
public sealed class TestSite
{
    public const string Password = "kettle-river-lamp-42";

    private static readonly Lazy<Task<TestSite>>[] Sites =
        [new(() => StartAsync(EngineKind.Sqlite)), new(() => StartAsync(EngineKind.Postgres))];

    private static readonly Lazy<Task<TestSite>>[] SitesOnPorts =
        [new(() => StartAsync(EngineKind.Sqlite, onPort: true)), new(() => StartAsync(EngineKind.Postgres, onPort: true))];

    private TestSite(TestStores folder, WebApplication app)
    {
        Folder = folder;
        App = app;
    }

    public TestStores Folder { get; }

    public WebApplication App { get; }

    /// <summary>Everything the application logged: a test sees that no name or note is in it.</summary>
    public TestLog Log { get; private init; } = new();

    public Stores Stores => App.Services.GetRequiredService<Stores>();

    /// <summary>"http://localhost", with a port where browsers come in.</summary>
    public string Root { get; private init; } = "http://localhost";

    public static Task<TestSite> OnAsync(EngineKind engine) => Sites[(int)engine].Value;

    /// <summary>The site that listens on a port of this machine, for tests in a browser.</summary>
    public static Task<TestSite> OnPortAsync(EngineKind engine) => SitesOnPorts[(int)engine].Value;

    /// <summary>Straight to the site: no cookies kept, no redirect followed.</summary>
    internal HttpMessageHandler NewHandler() => App.Services.GetRequiredService<IServer>() is TestServer server
        ? server.CreateHandler()
        : new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false };

    /// <summary>A site of its own, with the front door as hard as in production unless said otherwise: for tests that turn the clock far, or count tries.</summary>
    /// <param name="through">A port of this machine through which it reaches its database: a line that a test can cut.</param>
    public static async Task<TestSite> NewAsync(EngineKind engine, Action<DoorOptions>? door = null, int? through = null)
    {
        var site = await StartAsync(engine, door ?? (_ => { }), through: through);
        var ticket = site.App.Services.GetRequiredService<IOptions<DoorOptions>>().Value.TicketLifetime;
        site.sessionHours = ticket > TimeSpan.FromDays(1) ? (int)ticket.TotalHours : null;
        return site;
    }

    /// <summary>Of its groups, where the test asked for tickets that outlast its turning of the clock; else as every group's.</summary>
    private int? sessionHours;

    /// <summary>Screens do not lock by themselves unless a test says after how long: the clock is shared, and other tests turn it.</summary>
    private const int NeverIdle = 60 * 24 * 3650;

    /// <summary>A site of its own that listens on a port, with a clock nobody else turns: for a journey that counts minutes.</summary>
    public static Task<TestSite> NewOnPortAsync(EngineKind engine) => StartAsync(engine, onPort: true);

    /// <summary>A new group, empty but for its lists.</summary>
    public async Task<TestGroup> NewGroupAsync(string language = "en", string timeZone = "Europe/London", int idleMinutes = NeverIdle, bool demonstration = false) =>
        new(this, await Stores.AddAsync(new NewGroup(TestStores.NewSlug(), "Riverside Safe Space", timeZone, Language: language)
        {
            IdleMinutes = idleMinutes,
            SessionHours = sessionHours,
            IsDemonstration = demonstration,
        }));

    private static Task<TestSite> StartAsync(EngineKind engine, bool onPort = false) => StartAsync(engine, Patient, onPort);

    private static void Patient(DoorOptions door)
    {
        door.TicketLifetime = TimeSpan.FromDays(3650);
        door.TriesPerMinute = int.MaxValue;
    }

    /// <summary>A site of its own that listens on a port, with its clock at a moment (later than <see cref="TestStores.Start"/>): for journeys that begin on a certain night.</summary>
    public static async Task<TestSite> NewOnPortAsync(EngineKind engine, DateTimeOffset now)
    {
        var folder = await TestStores.OpenAsync(engine);
        folder.Clock.SetUtcNow(now);
        return await StartAsync(folder, Patient, onPort: true);
    }

    /// <summary>A second node on the same stores and the same clock, as behind a load balancer.</summary>
    public static Task<TestSite> BesideAsync(TestSite site, bool onPort = false) => StartAsync(site.Folder, Patient, onPort);

    private static async Task<TestSite> StartAsync(EngineKind engine, Action<DoorOptions> door, bool onPort = false, int? through = null)
    {
        return await StartAsync(await TestStores.OpenAsync(engine), door, onPort, through);
    }

    private static async Task<TestSite> StartAsync(TestStores folder, Action<DoorOptions> door, bool onPort, int? through = null)
    {
        var log = new TestLog();
        var app = await WebHost.BuildAsync(
            new WebHostOptions(folder.Folder, through is { } port ? new Npgsql.NpgsqlConnectionStringBuilder(folder.Database) { Host = "127.0.0.1", Port = port }.ToString() : folder.Database) { Time = folder.Clock },
            builder =>
            {
                if (onPort)
                    builder.WebHost.UseUrls("http://127.0.0.1:0");
                else
                    builder.WebHost.UseTestServer();
                builder.Logging.ClearProviders().AddProvider(log);
                builder.Services.Configure<DoorOptions>(o => o.PasswordIterations = TestGroup.Iterations);
                // Some tests turn the clock by years; those about copies turn them on.
                builder.Services.Configure<CopyPlan>(plan => plan.Nightly = false);
                builder.Services.Configure(door);
            });
        await app.StartAsync();
        var root = onPort ? $"http://localhost:{new Uri(app.Urls.First()).Port}" : "http://localhost";
        return new TestSite(folder, app) { Log = log, Root = root };
    }
}

/// <summary>One group on a test site.</summary>
public sealed class TestGroup(TestSite site, GroupStore store)
{
    internal const int Iterations = 1000;

    /// <summary>The key every test account shares with its invented phone.</summary>
    public const string AuthenticatorKey = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";

    /// <summary>Quick to check, so that a thousand sign-ins take no minute; production keeps its count.</summary>
    public static readonly PasswordHasher<User> Hasher = new(Options.Create(new PasswordHasherOptions { IterationCount = Iterations }));

    private int accounts;

    public TestSite Site => site;

    public GroupStore Store => store;

    public string Slug => store.Slug;

    /// <summary>The same group as another node of the same stores has it.</summary>
    public async Task<TestGroup> AtAsync(TestSite node) => new(node, await node.Stores.GetAsync(Slug));

    /// <summary>Somebody new with these roles, signed in at the front door.</summary>
    public async Task<Visitor> SignInAsync(params Role[] roles)
    {
        var visitor = Visit();
        await visitor.SignInAsync(await AddAccountAsync(roles));
        return visitor;
    }

    /// <summary>An account with a password and a phone for codes.</summary>
    public async Task<User> AddAccountAsync(params Role[] roles)
    {
        var user = await AddBareAccountAsync(roles);
        await new SecondFactors(store).EnrolAuthenticatorAsync(user.UserId, AuthenticatorKey, Actor.CommandLine);
        return user;
    }

    /// <summary>An account with a password and nothing else: the second step is not set up.</summary>
    public async Task<User> AddBareAccountAsync(params Role[] roles)
    {
        var name = $"{roles.FirstOrDefault()}{Interlocked.Increment(ref accounts)}";
        return (await new AccountService(store, Hasher).AddAsync($"{name}@test.example", name, roles, TestSite.Password, Actor.CommandLine))!;
    }

    /// <summary>Somebody who is not signed in.</summary>
    public Visitor Visit() => new(site, "/" + store.Slug);
}
