using System.Diagnostics;
using System.Net.Http.Headers;
using SafeSpace.Core.Access;
using SafeSpace.Core.Jobs.Invented;
using SafeSpace.Core.Network;
using SafeSpace.Core.Shared;
using SafeSpace.Web;

namespace SafeSpace.Bench;

/// <summary>Many groups in one installation: what starting, memory and the desk of one of them cost, beside an installation with that one alone.</summary>
internal static class ManyGroups
{
    private const string Busy = "busy";
    private const int Asked = 300;

    public static async Task<int> RunAsync(int groups)
    {
        var folder = Directory.CreateTempSubdirectory("safespace-bench-").FullName;
        string token;
        var clock = Stopwatch.StartNew();
        await using (var app = await StartAsync(folder))
        {
            var stores = app.Services.GetRequiredService<Stores>();
            var store = await stores.AddAsync(new NewGroup(Busy, "Busy"));
            await new Inventor(store, new InventionPlan(2_000, 20_000)).RunAsync();
            token = (await new ApiTokenService(store).AddAsync("bench", Role.Facilitator, Actor.CommandLine)).Secret;
        }

        await MeasureAsync("One group", folder, token, []);
        await using (var app = await StartAsync(folder))
        {
            var stores = app.Services.GetRequiredService<Stores>();
            clock.Restart();
            foreach (var slug in Slugs(groups - 1))
                await stores.AddAsync(new NewGroup(slug, slug));
            BenchSite.Say($"On {stores.Engine.Kind}: making {groups - 1:#,0} groups took {clock.Elapsed.TotalMilliseconds / (groups - 1):0} ms each; {await stores.SizeAsync("g1") / 1000:#,0} kB each on the disk");
        }

        await MeasureAsync($"{groups:#,0} groups", folder, token, [.. Slugs(groups - 1)]);
        Directory.Delete(folder, recursive: true);
        return 0;
    }

    private static IEnumerable<string> Slugs(int groups) => Enumerable.Range(1, groups).Select(i => $"g{i}");

    private static async Task MeasureAsync(string what, string folder, string token, IReadOnlyList<string> others)
    {
        var clock = Stopwatch.StartNew();
        await using var app = await StartAsync(folder);
        var address = app.Urls.First();
        using var client = new HttpClient { BaseAddress = new Uri($"{address}/") };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        await client.FetchAsync($"{Busy}/api/v1/desk");
        var started = clock.Elapsed.TotalSeconds;
        BenchSite.Say($"{what}: {started:0.00} s from building the application to the first desk; the desk {await DeskAsync(client)}; {Memory()}");
        if (others.Count == 0)
            return;
        clock.Restart();
        foreach (var slug in others)
            await client.FetchAsync($"{slug}/sign-in");
        BenchSite.Say($"  a page of each of the others: {clock.Elapsed.TotalMilliseconds / others.Count:0.0} ms each; all open now: the desk {await DeskAsync(client)}; {Memory()}");
        foreach (var store in app.Services.GetRequiredService<Stores>().OpenNow)
            store.Rest();
        await Task.Delay(1000);
        BenchSite.Say($"  all at rest: the desk {await DeskAsync(client)}; {Memory()}");
    }

    private static Task<Times> DeskAsync(HttpClient client) => Times.OfAsync(Asked, () => client.FetchAsync($"{Busy}/api/v1/desk"));

    private static string Memory()
    {
        GC.Collect();
        using var self = Process.GetCurrentProcess();
        self.Refresh();
        return $"{self.WorkingSet64 / 1_000_000:0} MB, {GC.GetTotalMemory(forceFullCollection: true) / 1_000_000:0} MB of it in use, {Directory.GetFiles("/proc/self/fd").Length:#,0} file handles";
    }

    private static async Task<WebApplication> StartAsync(string folder)
    {
        var app = await WebHost.BuildAsync(new WebHostOptions(folder, BenchSite.Database) { Urls = "http://127.0.0.1:0" }, b => b.Logging.ClearProviders());
        await app.StartAsync();
        return app;
    }
}
