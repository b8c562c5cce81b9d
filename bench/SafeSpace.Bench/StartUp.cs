using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;

namespace SafeSpace.Bench;

/// <summary>From the start of the program to its first page, and its memory at rest; beside an application with one page and nothing else. SAFESPACE_PUBLISHED names the program where it was published.</summary>
internal static class StartUp
{
    private const int Runs = 5;

    public static async Task RunAsync(BenchSite site, Table table)
    {
        var program = Environment.GetEnvironmentVariable("SAFESPACE_PUBLISHED") ?? typeof(Web.WebHost).Assembly.Location;
        var ours = await MeasureAsync(port => ["exec", program, "serve", "--urls", $"http://127.0.0.1:{port}", "--data", Path.Combine(site.Folder, "start")]);
        var empty = await MeasureAsync(port => ["exec", typeof(StartUp).Assembly.Location, "empty", $"http://127.0.0.1:{port}"]);
        var how = program == typeof(Web.WebHost).Assembly.Location ? "as built" : "published";
        table.Add($"start to first page, {how}", Table.Text($"{ours.Seconds:0.00} s"), Table.Text($"an empty application: {empty.Seconds:0.00} s"), Table.Text($"{ours.Seconds / empty.Seconds:0.0} x"), "at most 2 x", ours.Seconds <= 2 * empty.Seconds);
        table.Add($"memory at rest, {how}", Table.Text($"{ours.Megabytes:0} MB"), Table.Text($"an empty application: {empty.Megabytes:0} MB"), Table.Text($"{ours.Megabytes / empty.Megabytes:0.0} x, {ours.Megabytes - empty.Megabytes:0} MB above"), "at most 2 x and 80 MB above",
            ours.Megabytes <= 2 * empty.Megabytes && ours.Megabytes <= empty.Megabytes + 80);
    }

    private static async Task<(double Seconds, double Megabytes)> MeasureAsync(Func<int, string[]> arguments)
    {
        var runs = new List<(double Seconds, double Megabytes)>();
        for (var i = 0; i < Runs; i++)
            runs.Add(await StartAsync(FreePort(), arguments));
        return (runs.Select(r => r.Seconds).Order().ElementAt(Runs / 2), runs.Select(r => r.Megabytes).Order().ElementAt(Runs / 2));
    }

    private static async Task<(double Seconds, double Megabytes)> StartAsync(int port, Func<int, string[]> arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments(port)) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment.Remove("SAFESPACE_DATABASE");
        var clock = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        using var client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
        try
        {
            while (!await AnswersAsync(client))
            {
                if (process.HasExited || clock.Elapsed.TotalSeconds > 60)
                    throw new InvalidOperationException("The program that was to be measured did not start.");
                await Task.Delay(5);
            }

            var seconds = clock.Elapsed.TotalSeconds;
            await Task.Delay(1000);
            return (seconds, Resident(process.Id));
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync();
        }
    }

    private static async Task<bool> AnswersAsync(HttpClient client)
    {
        try
        {
            using var answer = await client.GetAsync("/");
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static double Resident(int id) =>
        double.Parse(File.ReadLines($"/proc/{id}/status").First(l => l.StartsWith("VmRSS:", StringComparison.Ordinal))[6..^2], CultureInfo.InvariantCulture) / 1000;

    public static int FreePort()
    {
        using var listener = new TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        return ((System.Net.IPEndPoint)listener.LocalEndpoint).Port;
    }
}
