using System.Net;
using SafeSpace.Core.Data;
using SafeSpace.Faults.Tests.Load;
using SafeSpace.Faults.Tests.Machinery;

namespace SafeSpace.Faults.Tests;

/// <summary>The database goes away under load: everybody is told "not just now", nothing is lost or doubled, and the same server goes on when it is back.</summary>
public sealed class PostgresAwayTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Cut_off_in_the_middle_of_transactions_nothing_is_lost_or_doubled()
    {
        var postgres = await PostgresServer.OneAsync();
        await using var under = await UnderLoad.StartAsync(EngineKind.Postgres);
        for (var cut = 0; cut < 8; cut++)
        {
            await under.SaveMoreAsync(10 + cut);
            await postgres.TerminateAsync(under.House.Database!);
        }

        await under.SaveMoreAsync(20);
        await under.EndAsync(output);
    }

    [Theory]
    [InlineData("fast")]
    [InlineData("immediate")]
    public async Task Stopped_under_load_and_started_again_the_same_server_goes_on(string how)
    {
        var postgres = await PostgresServer.OneAsync();
        await using var under = await UnderLoad.StartAsync(EngineKind.Postgres);
        for (var stop = 0; stop < 2; stop++)
        {
            await under.SaveMoreAsync(30);
            await postgres.StopAsync(how);
            try
            {
                await SaysSoAsync(under);
            }
            finally
            {
                await postgres.StartAsync();
            }
        }

        await under.SaveMoreAsync(30);
        await under.EndAsync(output);
    }

    /// <summary>Alive, not ready; a page says so in kind words; a program is told when to come again.</summary>
    private static async Task SaysSoAsync(UnderLoad under)
    {
        using var http = new HttpClient { BaseAddress = under.Address, Timeout = TimeSpan.FromSeconds(30) };
        var cancel = TestContext.Current.CancellationToken;
        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync("/healthz", cancel)).StatusCode);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await http.GetAsync("/readyz", cancel)).StatusCode);
        // What was said to somebody who came in a moment before the end is another's concern: this one came after it.
        var page = await under.Form.PageAsync(http, $"/{FaultHouse.Slug}/mine");
        Assert.Equal((HttpStatusCode.ServiceUnavailable, true), (page.Status, page.Text.Contains("Nothing was half-saved", StringComparison.Ordinal)));
        Assert.Equal((true, false), (page.HasRetryAfter, page.Text.Contains("Npgsql", StringComparison.Ordinal)));
    }
}
