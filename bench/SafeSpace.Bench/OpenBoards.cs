using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Desk.Board;
using SafeSpace.Core.Diary;
using SafeSpace.Core.FollowUp;
using SafeSpace.Core.Jobs.Invented;
using SafeSpace.Core.Network;
using SafeSpace.Core.Register;
using SafeSpace.Core.Shared;
using SafeSpace.Web;

namespace SafeSpace.Bench;

/// <summary>
/// So many boards lie open while so many changes a second are made: how long from a commit until each board has heard of it, and until the
/// rows are on those of them that ask for their rows; whether one was missed; the memory of the server, which is a process of its own.
/// </summary>
internal static class OpenBoards
{
    private const int Looking = 50;
    private const string Group = "boards";

    public static async Task<int> RunAsync(int boards, int changes, int seconds)
    {
        var folder = Directory.CreateTempSubdirectory("safespace-bench-").FullName;
        await MakeAsync(folder); // here: a server that also made its group would keep what only making needs
        using var server = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, [.. Itself(), "boards-serve", folder, Text(boards), Text(changes), Text(seconds)])
        {
            RedirectStandardOutput = true,
            RedirectStandardInput = true,
        })!;
        var commits = new ConcurrentDictionary<long, long>();
        var done = new TaskCompletionSource();
        var one = new TaskCompletionSource<long>();
        var address = await server.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The server did not start.");
        var reading = Task.Run(async () =>
        {
            while (await server.StandardOutput.ReadLineAsync() is { } line)
            {
                if (line.Split(' ') is ["c", var version, var at])
                    commits[long.Parse(version, CultureInfo.InvariantCulture)] = long.Parse(at, CultureInfo.InvariantCulture);
                else if (line.Split(' ') is ["one", var last])
                    one.TrySetResult(long.Parse(last, CultureInfo.InvariantCulture));
                else if (line == "done")
                    done.TrySetResult();
                else
                    Console.WriteLine(line);
            }
        });
        using var client = await FrontDoor.SignInAsync(new Uri(address), "desk@bench.example");
        var heard = new (long Version, long At)[boards][];
        using var stop = new CancellationTokenSource();
        var open = new CountdownEvent(boards);
        var listening = Enumerable.Range(0, boards).Select(b => ListenAsync(client, address, open, h => heard[b] = h, stop.Token)).ToList();
        await Task.Run(() => open.Wait(TimeSpan.FromMinutes(1)));
        Console.WriteLine($"{boards - open.CurrentCount} boards are open.");
        var rows = new List<(long Version, long At)>[Looking];
        var looking = Enumerable.Range(0, Looking).Select(i => LookAsync(client, address, rows[i] = [], stop.Token)).ToList();
        await server.StandardInput.WriteLineAsync("go");
        await done.Task;
        await Task.Delay(2500);
        await server.StandardInput.WriteLineAsync("one");
        await RowsAtOnce.AskAsync(client, address, boards, await one.Task);
        await stop.CancelAsync();
        await Task.WhenAll(listening);
        await Task.WhenAll(looking);
        await server.StandardInput.WriteLineAsync("end");
        await server.WaitForExitAsync();
        await reading;
        var made = commits.OrderBy(c => c.Key).ToList();
        Say($"commit to board ({boards} boards, {changes} changes a second)", heard.Select(h => Waits(made, h)));
        Say($"commit to rows on the board ({Looking} of them ask at most once a second)", rows.Select(r => Waits(made, r)));
        await CostAsync();
        return 0;
    }

    /// <summary>A published program is started by its own name, any other by the name of its file.</summary>
    private static string[] Itself() => Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? [typeof(OpenBoards).Assembly.Location] : [];

    private static long OfFiles() =>
        long.Parse(File.ReadLines("/proc/self/status").First(l => l.StartsWith("RssFile:", StringComparison.Ordinal))[8..^2], CultureInfo.InvariantCulture) / 1000;

    /// <summary>How long each commit took to one board; null for one it never heard of.</summary>
    private static IEnumerable<double?> Waits(List<KeyValuePair<long, long>> made, IReadOnlyList<(long Version, long At)> heard)
    {
        var at = 0;
        foreach (var (version, committed) in made)
        {
            while (at < heard.Count && heard[at].Version < version)
                at++;
            yield return at < heard.Count ? Math.Max(0, Stopwatch.GetElapsedTime(committed, heard[at].At).TotalMilliseconds) : null;
        }
    }

    private static void Say(string what, IEnumerable<IEnumerable<double?>> waits)
    {
        var all = waits.SelectMany(w => w).ToList();
        var times = all.OfType<double>().Order().ToList();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: median {Load.Percentile(times, 0.5):0} ms, p95 {Load.Percentile(times, 0.95):0} ms, worst {times[^1]:0} ms; missed {all.Count - times.Count} of {all.Count}"));
    }

    private static async Task ListenAsync(HttpClient client, string address, CountdownEvent open, Action<(long, long)[]> heard, CancellationToken stop)
    {
        var said = new List<(long, long)>();
        try
        {
            using var response = await client.GetAsync(address + "desk/changes", HttpCompletionOption.ResponseHeadersRead, stop);
            response.EnsureSuccessStatusCode();
            using var reader = new StreamReader(await response.Content.ReadAsStreamAsync(stop), bufferSize: 128);
            var first = true;
            while (await reader.ReadLineAsync(stop) is { } line)
            {
                if (!line.StartsWith("data: ", StringComparison.Ordinal))
                    continue;
                said.Add((long.Parse(line.AsSpan(6), CultureInfo.InvariantCulture), Stopwatch.GetTimestamp()));
                if (first)
                    open.Signal();
                first = false;
            }
        }
        catch (OperationCanceledException)
        {
            // The measuring is over.
        }

        heard([.. said]);
    }

    /// <summary>As the page's own script does: asks for the rows when something changed, once a second at most.</summary>
    private static async Task LookAsync(HttpClient client, string address, List<(long, long)> rows, CancellationToken stop)
    {
        try
        {
            while (!stop.IsCancellationRequested)
            {
                using var response = await client.GetAsync(address + "desk/rows", stop);
                await response.Content.ReadAsByteArrayAsync(stop);
                rows.Add((long.Parse(response.Headers.GetValues("Board-Version").Single(), CultureInfo.InvariantCulture), Stopwatch.GetTimestamp()));
                await Task.Delay(1000, stop);
            }
        }
        catch (OperationCanceledException)
        {
            // The measuring is over.
        }
    }

    private static async Task MakeAsync(string folder)
    {
        await using var stores = Core.House.Open(folder, BenchSite.Database, TimeProvider.System);
        var store = await stores.AddAsync(new NewGroup(Group, "Boards") { IsDemonstration = true });
        await new AccountService(store).AddAsync("desk@bench.example", "Desk", [Role.Facilitator], FrontDoor.Password, Actor.CommandLine);
        await FillAsync(store);
    }

    public static async Task<int> ServeAsync(string folder, int boards, int changes, int seconds)
    {
        await using var app = await WebHost.BuildAsync(new WebHostOptions(folder, BenchSite.Database) { Urls = "http://127.0.0.1:0" }, b =>
        {
            b.Logging.ClearProviders();
            b.Services.Configure<Web.Infrastructure.Security.DoorOptions>(d => d.TriesPerMinute = int.MaxValue);
        });
        await app.StartAsync();
        var store = await app.Services.GetRequiredService<Stores>().GetAsync(Group);
        List<PersonId> people;
        await using (var db = await store.ReadAsync())
            people = await db.People.Select(p => p.Id).ToListAsync();
        Console.WriteLine($"{app.Urls.First()}/{Group}/");
        GC.Collect();
        var rest = Environment.WorkingSet / 1_000_000;
        await Console.In.ReadLineAsync();
        await ChangeAsync(store, people, changes, seconds);
        Console.WriteLine("done");
        var open = Environment.WorkingSet / 1_000_000;
        var live = GC.GetTotalMemory(forceFullCollection: true) / 1_000_000;
        await Console.In.ReadLineAsync();
        await ChangeAsync(store, people, 1, 1);
        Console.WriteLine($"one {store.Signals.Version}");
        await Console.In.ReadLineAsync();
        var asked = Environment.WorkingSet / 1_000_000;
        Console.WriteLine($"The server before a board is open: {rest} MB; with {boards} open and changing: {open} MB, of which {live} MB are in use and {OfFiles()} MB are pages of program files, which the system can take back. After all boards asked for their rows at once: {asked} MB.");
        await app.StopAsync();
        return 0;
    }

    private static Task FillAsync(GroupStore store) => store.Write("BoardFilled", Actor.CommandLine, async unit =>
    {
        for (var i = 0; i < 20; i++)
            await CaseWriter.OpenAsync(unit, (await PersonWriter.AddAsync(unit, new PersonDetails { GivenName = $"Waits{i}", Surname = "Bench" })).Id, unit.Clock.Today, "crisis_team");
    });

    /// <summary>What one reading of the desk costs, with little and with ten times as much history behind it.</summary>
    private static async Task CostAsync()
    {
        await using var stores = Core.House.Open(Directory.CreateTempSubdirectory("safespace-bench-").FullName, null, TimeProvider.System);
        foreach (var (people, contacts) in new[] { (200, 2_000), (2_000, 20_000), (10_000, 100_000) })
        {
            var store = await stores.AddAsync(new NewGroup($"cost{people}", "Cost"));
            await new Inventor(store, new InventionPlan(people, contacts) { Years = contacts / 4000.0 }).RunAsync();
            await using var db = await store.ReadAsync();
            var reading = new BoardReading(db, store.Clock);
            for (var i = 0; i < 5; i++)
                await reading.ReadAsync();
            var times = await Times.OfAsync(30, reading.ReadAsync);
            var behind = await db.Contacts.CountAsync();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Reading the board once, {behind:#,0} contacts of {contacts / 4000.0:0.0} years behind it: {times.Median:0.0} ms"));
        }
    }

    private static async Task ChangeAsync(GroupStore store, List<PersonId> people, int changes, int seconds)
    {
        var promises = new PromiseService(store);
        var clock = Stopwatch.StartNew();
        var writing = new List<Task>();
        for (var i = 0; i < changes * seconds; i++)
        {
            var due = TimeSpan.FromSeconds(i / (double)changes) - clock.Elapsed;
            if (due > TimeSpan.Zero)
                await Task.Delay(due);
            var person = people[i % people.Count];
            writing.Add(Task.Run(async () =>
            {
                await promises.MakeAsync(person, null, new PromiseDetails(store.Clock.Today.AddDays(1 + (i % 300))), Actor.CommandLine);
                var (version, at) = (store.Signals.Version, Stopwatch.GetTimestamp());
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"c {version} {at}"));
            }));
        }

        await Task.WhenAll(writing);
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
