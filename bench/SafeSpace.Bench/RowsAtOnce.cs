using System.Diagnostics;
using System.Globalization;

namespace SafeSpace.Bench;

/// <summary>One change, and every open board asks for its rows in the same moment: as the page's script does where nothing changed for a second.</summary>
internal static class RowsAtOnce
{
    public static async Task AskAsync(HttpClient client, string address, int boards, long version)
    {
        var clock = Stopwatch.StartNew();
        var asked = await Task.WhenAll(Enumerable.Range(0, boards).Select(async _ =>
        {
            using var response = await client.GetAsync(address + "desk/rows");
            await response.Content.ReadAsByteArrayAsync();
            var isThere = response.IsSuccessStatusCode && long.Parse(response.Headers.GetValues("Board-Version").Single(), CultureInfo.InvariantCulture) >= version;
            return (IsThere: isThere, At: clock.Elapsed.TotalMilliseconds);
        }));
        var times = asked.Select(a => a.At).Order().ToList();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"rows on all {boards} boards at once after one change: median {Load.Percentile(times, 0.5):0} ms, p95 {Load.Percentile(times, 0.95):0} ms, the last {times[^1]:0} ms; without the change {asked.Count(a => !a.IsThere)}"));
    }
}
