using System.Net;
using SafeSpace.Core.Data;
using SafeSpace.Faults.Tests.Load;
using SafeSpace.Faults.Tests.Machinery;

namespace SafeSpace.Faults.Tests;

/// <summary>A server that is asked to stop (SIGTERM), as by systemd or for a new version.</summary>
public sealed class StoppingTests(ITestOutputHelper output)
{
    private const int Drain = 5;

    [Fact]
    public async Task Asked_to_stop_it_is_no_longer_ready_answers_on_for_a_while_and_ends_well()
    {
        await using var house = await FaultHouse.NewAsync(EngineKind.Sqlite);
        await using var server = house.Start(settings: [("Stopping__Drain", Drain.ToString(System.Globalization.CultureInfo.InvariantCulture))]);
        using var http = new HttpClient { BaseAddress = await server.Address };
        await Proxy.SeesAsync(await server.Address); // its stores were looked at
        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync("/readyz")).StatusCode);

        server.AskToStop();
        var ready = await http.GetAsync("/readyz");
        for (var tries = 0; ready.StatusCode == HttpStatusCode.OK && tries < 20; tries++)
        {
            await Task.Delay(100);
            ready = await http.GetAsync("/readyz");
        }

        Assert.Equal((HttpStatusCode.ServiceUnavailable, "stopping"), (ready.StatusCode, await ready.Content.ReadAsStringAsync()));
        await Task.Delay(TimeSpan.FromSeconds(Drain / 2.0)); // longer than the command line's own patience with a command that is asked to end
        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync($"/{FaultHouse.Slug}/sign-in")).StatusCode);
        Assert.Equal(0, await server.EndAsync());
    }

    [Fact]
    public async Task Two_nodes_behind_a_proxy_are_restarted_in_turn_and_no_request_fails()
    {
        await using var house = await FaultHouse.NewAsync(EngineKind.Postgres);
        Uri[] nodes = [.. Enumerable.Range(0, 2).Select(_ => new Uri($"http://127.0.0.1:{Proxy.FreePort()}"))];
        await using var proxy = Proxy.Start(nodes[0], nodes[1]);
        var servers = nodes.Select(Start).ToList();
        foreach (var node in nodes)
            await Proxy.SeesAsync(node);
        var ledger = new Ledger();
        var clients = new Clients(house, ledger, seed: 11);
        using var over = new CancellationTokenSource();
        var load = clients.RunAsync([proxy.Address], over.Token);
        for (var n = 0; n < nodes.Length; n++)
        {
            await SavedAsync(ledger, 100);
            Assert.Equal(0, await servers[n].EndAsync(ask: true));
            await SavedAsync(ledger, 50);
            servers[n] = Start(nodes[n]);
            await Proxy.SeesAsync(nodes[n]);
        }

        await SavedAsync(ledger, 100);
        await over.CancelAsync();
        await load;
        foreach (var server in servers)
            await server.DisposeAsync();
        Assert.True(ledger.Surprises.Count == 0, string.Join('\n', ledger.Surprises));
        Assert.Equal((0, 0), (ledger.Count(Fate.Unsure), ledger.Count(Fate.Refused)));
        Assert.Empty(await house.ProblemsAsync(ledger));
        output.WriteLine($"{ledger.Count(Fate.Acknowledged)} writes through the proxy, all acknowledged, while each of two nodes was restarted.");

        ServerProcess Start(Uri node) => house.Start(at: node, settings: [("Stopping__Drain", Drain.ToString(System.Globalization.CultureInfo.InvariantCulture))]);
    }

    private static async Task SavedAsync(Ledger ledger, int more)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(90));
        for (var wanted = ledger.Count(Fate.Acknowledged) + more; ledger.Count(Fate.Acknowledged) < wanted && ledger.Surprises.Count == 0;)
            await Task.Delay(20, patience.Token);
    }
}
