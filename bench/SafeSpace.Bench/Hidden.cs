using System.Diagnostics;
using System.Globalization;
using System.Net;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Desk.Wall;
using SafeSpace.Core.Jobs.Invented;
using SafeSpace.Core.Network;
using SafeSpace.Core.Referrals;
using SafeSpace.Core.Register;
using SafeSpace.Core.Shared;
using SafeSpace.Web;

namespace SafeSpace.Bench;

/// <summary>
/// Whether somebody can tell by the clock what is hidden from what never was: the same page asked for both, by turns, and the two medians beside
/// one another. The bodies must be the same to the byte. And the same of signing in: an address somebody has, and one nobody has.
/// </summary>
internal static class Hidden
{
    private const int SignIns = 200;

    public static async Task<int> RunAsync(int tries)
    {
        var folder = Directory.CreateTempSubdirectory("safespace-bench-").FullName;
        await using var app = await WebHost.BuildAsync(new WebHostOptions(folder, BenchSite.Database) { Urls = "http://127.0.0.1:0" }, b =>
        {
            b.Logging.ClearProviders();
            b.Services.Configure<Web.Infrastructure.Security.DoorOptions>(d => d.TriesPerMinute = int.MaxValue);
        });
        await app.StartAsync();
        var stores = app.Services.GetRequiredService<Stores>();
        var store = await stores.AddAsync(new NewGroup("hidden", "Hidden") { IsDemonstration = true });
        var other = await stores.AddAsync(new NewGroup("other", "Other") { IsDemonstration = true });
        foreach (var group in new[] { store, other })
            await new Inventor(group, new InventionPlan(2_000, 10_000)).RunAsync();
        var address = new Uri(app.Urls.First() + "/hidden/");
        using var facilitator = await FrontDoor.SignInAsync(store, address, Role.Facilitator, "desk@bench.example");
        using var peer = await FrontDoor.SignInAsync(store, address, Role.Peer, "peer@bench.example");
        using var program = new HttpClient { BaseAddress = address };
        program.DefaultRequestHeaders.Add("Authorization", "Bearer " + (await new ApiTokenService(store).AddAsync("bench", Role.Facilitator, Actor.CommandLine)).Secret);
        var walled = await WallAsync(store);
        var (referral, strange) = (await ReferralAsync(store, walled.Id), await ReferralAsync(other, null));

        BenchSite.Say($"On {store.Engine.Kind}, {tries:#,0} tries of each, by turns; medians in milliseconds:");
        await CompareAsync(facilitator, tries, "A colleague's own record behind the wall, and a reference nobody has", $"people/{walled.Reference}", "people/SS999999");
        await CompareAsync(facilitator, tries, "Their referral, and an id nobody has", $"referrals/{referral}", $"referrals/{Ids.New()}");
        await CompareAsync(facilitator, tries, "A referral of another group, and an id nobody has", $"referrals/{strange}", $"referrals/{Ids.New()}");
        await CompareAsync(peer, tries, "A page of the coordinator's, asked for by a peer, and no page at all", "accounts", "no-such-page");
        await CompareAsync(program, tries, "A person behind the wall by the interface, and an id nobody has", $"api/v1/people/{walled.Id.Value}", $"api/v1/people/{Ids.New()}");
        await SignInAsync(address);
        await app.StopAsync();
        Directory.Delete(folder, recursive: true);
        return 0;
    }

    private static async Task CompareAsync(HttpClient client, int tries, string what, string hidden, string never)
    {
        var (first, second) = (new List<double>(), new List<double>());
        var (bodies, codes) = (new HashSet<string>(), new HashSet<HttpStatusCode>());
        for (var i = -50; i < tries; i++)
            foreach (var (path, times) in i % 2 == 0 ? new[] { (hidden, first), (never, second) } : [(never, second), (hidden, first)])
            {
                var began = Stopwatch.GetTimestamp();
                using var answer = await client.GetAsync(new Uri(path, UriKind.Relative));
                var body = await answer.Content.ReadAsStringAsync();
                var took = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
                codes.Add(answer.StatusCode);
                bodies.Add(Plain(body, path));
                if (i >= 0)
                    times.Add(took);
            }

        Say(what, first, second, $"answers {string.Join('/', codes.Select(c => (int)c))}, {(bodies.Count == 1 ? "the same body" : $"{bodies.Count} different bodies")}");
    }

    private static async Task SignInAsync(Uri address)
    {
        using var client = new HttpClient(new SocketsHttpHandler { CookieContainer = new CookieContainer() }) { BaseAddress = address };
        var token = await FrontDoor.FormTokenAsync(client);
        var (known, nobody) = (new List<double>(), new List<double>());
        for (var i = -5; i < SignIns; i++)
            foreach (var (email, times) in new[] { ("desk@bench.example", known), ("nobody@bench.example", nobody) })
            {
                var began = Stopwatch.GetTimestamp();
                using var answer = await FrontDoor.SendAsync(client, token, email, "not the password at all");
                if (i >= 0)
                    times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            }

        Say($"A wrong password of an address somebody has, and of one nobody has ({SignIns} tries)", known, nobody, "");
    }

    /// <summary>Without what is new in every answer: the form's token and the number of the request.</summary>
    private static string Plain(string body, string path) =>
        System.Text.RegularExpressions.Regex.Replace(body, "(CfDJ8[A-Za-z0-9_-]+)|(\"trace_id\":\"[^\"]*\")", "").Replace(path, "", StringComparison.Ordinal);

    private static void Say(string what, List<double> first, List<double> second, string rest)
    {
        first.Sort();
        second.Sort();
        var (one, two) = (Load.Percentile(first, 0.5), Load.Percentile(second, 0.5));
        BenchSite.Say(string.Create(CultureInfo.InvariantCulture, $"{what}: {one:0.00} and {two:0.00}, {Math.Abs(one - two):0.00} apart (p95 {Load.Percentile(first, 0.95):0.00} and {Load.Percentile(second, 0.95):0.00}). {rest}"));
    }

    private static async Task<Person> WallAsync(GroupStore store)
    {
        var owner = (await new AccountService(store).AddAsync("owner@bench.example", "Owner", [Role.Peer], null, Actor.CommandLine))!;
        await using var db = await store.ReadAsync();
        var referred = await db.Referrals.AsNoTracking().OrderBy(r => r.Id).Select(r => r.PersonId).FirstAsync();
        var person = await db.People.AsNoTracking().SingleAsync(p => p.Id == referred);
        await new WallService(store).LinkAsync(person.Id, owner.UserId, Actor.CommandLine);
        return person;
    }

    private static async Task<Guid> ReferralAsync(GroupStore store, PersonId? of)
    {
        await using var db = await store.ReadAsync();
        return (await db.Referrals.AsNoTracking().Where(r => of == null || r.PersonId == of).OrderBy(r => r.Id).Select(r => r.Id).FirstAsync()).Value;
    }
}
