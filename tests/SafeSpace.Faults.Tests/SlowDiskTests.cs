using System.Diagnostics;
using SafeSpace.Core.Data;
using SafeSpace.Faults.Tests.Load;
using SafeSpace.Faults.Tests.Machinery;

namespace SafeSpace.Faults.Tests;

/// <summary>A disk that takes a tenth of a second for each commit: everybody waits, and shares the wait.</summary>
public sealed class SlowDiskTests(ITestOutputHelper output)
{
    private const double SecondsForACommit = 0.1;

    [Fact]
    public async Task Commits_are_slow_and_people_share_them_instead_of_queueing_for_one_each()
    {
        var postgres = await PostgresServer.OneAsync();
        await using var under = await UnderLoad.StartAsync(EngineKind.Postgres);
        await under.SaveMoreAsync(20);
        await postgres.SetAsync("commit_siblings", "0");
        await postgres.SetAsync("commit_delay", "100000");
        try
        {
            const int writes = 60;
            var clock = Stopwatch.StartNew();
            await under.SaveMoreAsync(writes);
            output.WriteLine($"{writes} writes of 8 clients in {clock.Elapsed.TotalSeconds:0.0} s; one after the other they would take {writes * SecondsForACommit:0.0} s at least.");
        }
        finally
        {
            await postgres.SetAsync("commit_delay", "0");
        }

        await under.EndAsync(output);
    }
}
