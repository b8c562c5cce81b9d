using System.Diagnostics;

namespace SafeSpace.Bench;

/// <summary>How long the same took, time after time, in milliseconds. The fastest tenth is what it takes when nothing else runs at that moment.</summary>
internal sealed record Times(double Median, double P95, double P99, double FastestTenth)
{
    public static async Task<Times> OfAsync<T>(IEnumerable<T> each, Func<T, Task> work)
    {
        var times = new List<double>();
        foreach (var one in each)
        {
            var began = Stopwatch.GetTimestamp();
            await work(one);
            times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        }

        times.Sort();
        return new Times(times[times.Count / 2], Load.Percentile(times, 0.95), Load.Percentile(times, 0.99), Load.Percentile(times, 0.1));
    }

    public static Task<Times> OfAsync(int runs, Func<Task> work) => OfAsync(Enumerable.Range(0, runs), _ => work());

    public override string ToString() => Table.Text($"{Median:0.00} ms (fastest tenth {FastestTenth:0.00}, p95 {P95:0.00}, p99 {P99:0.00})");
}
