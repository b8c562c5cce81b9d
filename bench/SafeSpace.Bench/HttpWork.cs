using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Register;

namespace SafeSpace.Bench;

/// <summary>
/// Logging contacts and referring people over HTTP: validated, sealed, recorded, durable; beside bare endpoints that write the same rows.
/// The server is a process on one core and the clients are one on another, where the machine has two.
/// </summary>
internal static class HttpWork
{
    private static readonly int[] Clients = [1, 16, 64];
    private static readonly JsonSerializerOptions AsSent = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    /// <param name="folder">Of a site that is loaded; a new one is loaded when not said.</param>
    /// <param name="table">Gets the lines of 16 clients.</param>
    public static async Task<int> RunAsync(BenchPlan plan, string? folder = null, Table? table = null)
    {
        var pinned = Environment.ProcessorCount == 2 && File.Exists("/usr/bin/taskset");
        string[] server = [typeof(HttpWork).Assembly.Location, "http-serve", $"{plan.People}", $"{plan.Contacts}", .. folder is null ? Array.Empty<string>() : [folder]];
        using var serving = Process.Start(pinned
            ? new ProcessStartInfo("/usr/bin/taskset", ["-c", "0", "dotnet", .. server]) { RedirectStandardOutput = true, RedirectStandardInput = true }
            : new ProcessStartInfo("dotnet", server) { RedirectStandardOutput = true, RedirectStandardInput = true })!;
        if (pinned)
            await PinAsync("1");
        string? line;
        while ((line = await serving.StandardOutput.ReadLineAsync()) is not null && !line.StartsWith("ready ", StringComparison.Ordinal))
            BenchSite.Say(line);
        if (line?.Split(' ') is not ["ready", var ours, var token, var floor, var known])
            throw new InvalidOperationException("The server did not start.");
        BenchSite.Say(pinned ? "Server on one core, clients on the other." : "Server and clients share the cores.");
        var references = known.Split(',');
        using var client = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 100 });
        using var named = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 100 });
        named.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        var sent = 0;
        object Contact() => new { person = references[Interlocked.Increment(ref sent) % references.Length], kind = "call_out", minutes = 15, words = "Talked about the week. Sounded steadier." };
        await CompareAsync("Log a contact", "at least 1/2", 0.5, ours + "api/v1/contacts", [("one transaction a request", floor + "/contacts"), ("shared commits", floor + "/contacts-shared")], Contact);
        object Referral()
        {
            var number = Interlocked.Increment(ref sent);
            return new
            {
                person = new { givenName = $"Robin{Letters(number / 7)}", surname = $"Harrow{Letters(number)}", dateOfBirth = $"19{60 + (number % 40)}-0{1 + (number % 9)}-1{number % 9}", phones = new[] { $"07700 9{number % 100_000:00000}" } },
                toldUs = "Low since the summer.",
            };
        }

        await CompareAsync("Refer somebody, with the search for who it may be", "at least 1/4", 0.25, ours + "api/v1/referrals", [("one transaction a request", floor + "/referrals")], Referral);
        serving.StandardInput.Close();
        await serving.WaitForExitAsync();
        if (pinned)
            await PinAsync("0-1");
        return 0;

        async Task CompareAsync(string what, string goal, double least, string address, IReadOnlyList<(string Name, string Address)> floors, Func<object> body)
        {
            foreach (var clients in Clients)
            {
                var mine = await Load.RunAsync(clients, plan.Seconds, _ => PostAsync(named, address, body()));
                BenchSite.Say($"{what}, {clients} clients: {Words(mine)}");
                foreach (var (name, at) in floors)
                {
                    if (at.EndsWith("-shared", StringComparison.Ordinal) && BenchSite.Database is not null)
                        continue;
                    var bare = await Load.RunAsync(clients, plan.Seconds, _ => PostAsync(client, at, body()));
                    var share = mine.PerSecond / bare.PerSecond;
                    BenchSite.Say($"  the floor, {name}: {Words(bare)}; ours is {share:0.00} of it");
                    if (clients == BenchPlan.Clients)
                        table?.Add($"{what}, {clients} clients", Words(mine), $"{name}: {Words(bare)}", Table.Text($"{share:0.00}"), goal, share >= least);
                }
            }
        }
    }

    /// <summary>The other process: the application with its group, and the floor.</summary>
    public static async Task<int> ServeAsync(BenchPlan plan, string? folder)
    {
        var site = await BenchSite.StartAsync(plan, folder);
        await using var floor = await Floor.StartAsync(site.Folder, BenchSite.Database);
        List<string> references;
        await using (var db = await site.Store.ReadAsync())
            references = await db.People.OrderBy(p => p.ReferenceNumber).Select(p => p.Reference).Take(2000).ToListAsync();
        BenchSite.Say($"ready {site.Address} {site.Token} {floor.Urls.First()} {string.Join(',', references)}");
        await Console.In.ReadToEndAsync();
        if (folder is null)
            await site.DisposeAsync();
        else
            await site.StopAsync();
        return 0;
    }

    private static string Words((double PerSecond, double Median, double P95, double P99) times) =>
        $"{times.PerSecond:#,0} a second, {times.Median:0.0} ms median, {times.P95:0.0} p95, {times.P99:0.0} p99";

    /// <summary>This process, to some of the cores.</summary>
    private static async Task PinAsync(string cores) =>
        await Process.Start(new ProcessStartInfo("/usr/bin/taskset", ["-a", "-p", "-c", cores, $"{Environment.ProcessId}"]) { RedirectStandardOutput = true })!.WaitForExitAsync();

    private static string Letters(int number) => string.Concat($"{number}".Select(d => (char)('a' + d - '0')));

    private static async Task PostAsync(HttpClient client, string address, object body)
    {
        using var answer = await client.PostAsJsonAsync(address, body, AsSent);
        if (!answer.IsSuccessStatusCode)
            throw new InvalidOperationException($"{answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
    }
}
