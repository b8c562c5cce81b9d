using System.Diagnostics;

namespace SafeSpace.Bench;

/// <summary>So many clients, each sending the next request when the last was answered; as long again before it is measured.</summary>
internal static class Load
{
    /// <returns>Requests a second, and their times in milliseconds.</returns>
    public static async Task<(double PerSecond, double Median, double P95, double P99)> RunAsync(int clients, int seconds, Func<int, Task> send)
    {
        await MeasureAsync(clients, seconds, send); // until what runs often is compiled for it
        return await MeasureAsync(clients, seconds, send);
    }

    private static async Task<(double PerSecond, double Median, double P95, double P99)> MeasureAsync(int clients, int seconds, Func<int, Task> send)
    {
        var times = new List<double>[clients];
        var clock = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, clients).Select(client => Task.Run(async () =>
        {
            times[client] = [];
            while (clock.Elapsed.TotalSeconds < seconds)
            {
                var began = Stopwatch.GetTimestamp();
                await send(client);
                times[client].Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            }
        })));
        var all = times.SelectMany(t => t).Order().ToList();
        return (all.Count / clock.Elapsed.TotalSeconds, Percentile(all, 0.5), Percentile(all, 0.95), Percentile(all, 0.99));
    }

    /// <summary>Of a sorted list.</summary>
    public static double Percentile(IReadOnlyList<double> sorted, double share) => sorted[Math.Min(sorted.Count - 1, (int)(sorted.Count * share))];
}
