using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;

namespace SafeSpace.Bench;

/// <summary>From the start of the program to its first page, and its memory at rest; beside an application with one page and nothing else.</summary>
internal static class StartUp
{
    private const int Runs = 5;

    public static async Task RunAsync(BenchSite site)
    {
        var ours = await MeasureAsync(port => ["exec", typeof(Web.WebHost).Assembly.Location, "serve", "--urls", $"http://127.0.0.1:{port}", "--data", Path.Combine(site.Folder, "start")]);
        var empty = await MeasureAsync(port => ["exec", typeof(StartUp).Assembly.Location, "empty", $"http://127.0.0.1:{port}"]);
        BenchSite.Say($"Start to first page: {ours.Seconds:0.00} s, {ours.Megabytes:0} MB; an empty application: {empty.Seconds:0.00} s, {empty.Megabytes:0} MB");
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

    private static int FreePort()
    {
        using var listener = new TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        return ((System.Net.IPEndPoint)listener.LocalEndpoint).Port;
    }
}
