using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Register;

namespace SafeSpace.Bench;

/// <summary>
/// One, two and four nodes on one PostgreSQL behind HAProxy with the settings we give (deploy/haproxy.cfg): contacts logged a second, the
/// board read a second, and how long it takes until a change made at one node is told at another. All of it shares the machine's cores.
/// </summary>
internal static class Nodes
{
    private const int Clients = 64;
    private const int Signals = 100;
    private static readonly int[] Counts = [1, 2, 4];

    public static async Task<int> RunAsync(BenchPlan plan)
    {
        if (BenchSite.Database is null)
            throw new InvalidOperationException("Several nodes need PostgreSQL: set SAFESPACE_DATABASE.");
        var site = await BenchSite.StartAsync(plan);
        List<string> people;
        await using (var db = await site.Store.ReadAsync())
            people = await db.People.OrderBy(p => p.ReferenceNumber).Select(p => p.Reference).Take(2000).ToListAsync();
        await site.StopAsync();
        var one = 0.0;
        foreach (var count in Counts)
        {
            await using var nodes = new Running();
            var addresses = await nodes.ServeAsync(site.Folder, count);
            var proxy = new Uri(await nodes.ProxyAsync(addresses), site.Store.Slug + "/");
            using var program = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 100 }) { BaseAddress = proxy };
            program.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", site.Token);
            using var desk = await FrontDoor.SignInAsync(proxy, BenchSite.DeskEmail);
            var next = 0;
            var logged = await Load.RunAsync(Clients, plan.Seconds, _ => LogAsync(program, people[Interlocked.Increment(ref next) % people.Count]));
            var read = await Load.RunAsync(Clients, plan.Seconds, _ => desk.FetchAsync("desk/rows"));
            one = count == 1 ? logged.PerSecond : one;
            BenchSite.Say(Table.Text($"{count} nodes, {Clients} clients: log a contact {Words(logged)}, {logged.PerSecond / one:0.00} of one node; the board's rows {Words(read)}"));
            if (count > 1)
                await SignalAsync(site, addresses, program, people[0]);
        }

        site.ForgetFiles();
        return 0;
    }

    /// <summary>From the answer of a post at the first node until the second says the new number on an open line.</summary>
    private static async Task SignalAsync(BenchSite site, IReadOnlyList<Uri> nodes, HttpClient program, string person)
    {
        using var listener = await FrontDoor.SignInAsync(new Uri(nodes[1], site.Store.Slug + "/"), BenchSite.DeskEmail);
        using var first = new HttpClient { BaseAddress = new Uri(nodes[0], site.Store.Slug + "/") };
        first.DefaultRequestHeaders.Authorization = program.DefaultRequestHeaders.Authorization;
        using var line = await listener.GetAsync(new Uri("desk/changes", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead);
        using var reader = new StreamReader(await line.Content.ReadAsStreamAsync(), bufferSize: 128);
        await SaidAsync(reader);
        var times = new List<double>();
        for (var i = 0; i < Signals; i++)
        {
            var told = SaidAsync(reader);
            await LogAsync(first, person);
            var committed = Stopwatch.GetTimestamp();
            await told.WaitAsync(TimeSpan.FromSeconds(10)); // nothing missed
            times.Add(Stopwatch.GetElapsedTime(committed).TotalMilliseconds);
        }

        times.Sort();
        BenchSite.Say(Table.Text($"  a change at one node told at another, {Signals} times: median {Load.Percentile(times, 0.5):0.0} ms after the answer, p95 {Load.Percentile(times, 0.95):0.0}, worst {times[^1]:0.0}; none missed"));
    }

    private static async Task SaidAsync(StreamReader reader)
    {
        while (await reader.ReadLineAsync() is { } line)
        {
            if (line == "event: changed")
                return;
        }

        throw new InvalidOperationException("The line ended before everything was told.");
    }

    private static async Task LogAsync(HttpClient client, string person)
    {
        using var answer = await client.PostAsJsonAsync("api/v1/contacts", new { person, kind = "call_out", minutes = 15, words = "Talked about the week. Sounded steadier." });
        answer.EnsureSuccessStatusCode();
    }

    private static string Words((double PerSecond, double Median, double P95, double P99) times) =>
        Table.Text($"{times.PerSecond:#,0} a second ({times.Median:0} ms median, {times.P95:0} p95, {times.P99:0} p99)");

    /// <summary>The programs of one measurement; ended with it.</summary>
    private sealed class Running : IAsyncDisposable
    {
        private readonly ConcurrentBag<Process> processes = [];

        public async Task<IReadOnlyList<Uri>> ServeAsync(string folder, int count)
        {
            var nodes = Enumerable.Range(0, count).Select(_ => new Uri($"http://127.0.0.1:{StartUp.FreePort()}/")).ToList();
            foreach (var node in nodes)
                Start(new ProcessStartInfo("dotnet", ["exec", typeof(Web.WebHost).Assembly.Location, "serve", "--urls", node.GetLeftPart(UriPartial.Authority), "--data", folder, "--database", BenchSite.Database!]));
            foreach (var node in nodes)
                await AnswersAsync(node, "readyz");
            return nodes;
        }

        public async Task<Uri> ProxyAsync(IReadOnlyList<Uri> nodes)
        {
            var here = new Uri($"http://127.0.0.1:{StartUp.FreePort()}/");
            var settings = (await File.ReadAllLinesAsync("deploy/haproxy.cfg")).Where(l => !l.StartsWith("  server ", StringComparison.Ordinal))
                .Concat(nodes.Select((node, i) => Table.Text($"  server node{i} {node.Authority}")));
            var file = Path.GetTempFileName();
            await File.WriteAllLinesAsync(file, settings);
            var start = new ProcessStartInfo(File.Exists("/usr/sbin/haproxy") ? "/usr/sbin/haproxy" : "haproxy", ["-db", "-f", file]);
            start.Environment["SAFESPACE_BIND"] = here.Authority;
            Start(start);
            await AnswersAsync(here, "readyz");
            File.Delete(file);
            return here;
        }

        public async ValueTask DisposeAsync()
        {
            foreach (var process in processes)
            {
                process.Kill();
                await process.WaitForExitAsync();
                process.Dispose();
            }
        }

        private void Start(ProcessStartInfo start)
        {
            (start.RedirectStandardOutput, start.RedirectStandardError) = (true, true);
            // One machine stands for many here: what would be many people's addresses is one.
            start.Environment["Doors__TriesPerMinute"] = int.MaxValue.ToString(CultureInfo.InvariantCulture);
            var process = Process.Start(start)!;
            process.OutputDataReceived += (_, _) => { };
            process.ErrorDataReceived += (_, _) => { };
            process.BeginOutputReadLine();
            process.BeginErrorReadLine();
            processes.Add(process);
        }

        private static async Task AnswersAsync(Uri address, string path)
        {
            using var client = new HttpClient { BaseAddress = address };
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
            while (true)
            {
                try
                {
                    using var answer = await client.GetAsync(path, patience.Token);
                    if (answer.StatusCode == HttpStatusCode.OK)
                        return;
                }
                catch (HttpRequestException)
                {
                    // not there yet
                }

                await Task.Delay(100, patience.Token);
            }
        }
    }
}
