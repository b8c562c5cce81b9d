using SafeSpace.Core.Data;
using SafeSpace.Faults.Tests.Machinery;

namespace SafeSpace.Faults.Tests.Load;

/// <summary>Servers with patient clients at work, on which faults are then let loose.</summary>
public sealed class UnderLoad : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly CancellationTokenSource over = new();
    private readonly List<ServerProcess> servers = [];
    private readonly List<Uri> addresses = [];
    private Clients clients = null!;
    private Task load = Task.CompletedTask;

    private UnderLoad(FaultHouse house) => House = house;

    public FaultHouse House { get; }

    public Ledger Ledger { get; } = new();

    public ServerProcess Server => servers[0];

    public Uri Address => addresses[0];

    public IReadOnlyList<ServerProcess> Servers => servers;

    /// <summary>The one who is signed in at a form.</summary>
    public FormClient Form => clients.Form;

    /// <param name="nodes">How many servers on the same database.</param>
    /// <param name="database">How the servers reach the database, where not straight.</param>
    public static async Task<UnderLoad> StartAsync(EngineKind engine, int nodes = 1, Func<string, string>? database = null)
    {
        var under = new UnderLoad(await FaultHouse.NewAsync(engine));
        for (var n = 0; n < nodes; n++)
        {
            var (server, address) = await under.House.ServeAsync(database?.Invoke(under.House.Database!));
            under.servers.Add(server);
            under.addresses.Add(address);
        }

        under.clients = new Clients(under.House, under.Ledger, seed: 7) { Patient = true };
        under.load = under.clients.RunAsync(under.addresses, under.over.Token);
        return under;
    }

    /// <summary>Waits until so many more writes were acknowledged: the server is at work, or at work again.</summary>
    public async Task SaveMoreAsync(int writes)
    {
        using var patience = new CancellationTokenSource(Patience);
        var wanted = Ledger.Count(Fate.Acknowledged) + writes;
        while (Ledger.Count(Fate.Acknowledged) < wanted)
        {
            if (patience.IsCancellationRequested)
                throw new TimeoutException($"Only {Ledger.Count(Fate.Acknowledged)} of {wanted} writes were acknowledged after {Patience}.\n{string.Join(" ", Ledger.Surprises.TakeLast(1))}\n{Server.Said}");
            await Task.Delay(5, CancellationToken.None);
        }
    }

    /// <summary>No more load; what nobody was sure of is sent again; then nothing may be wrong.</summary>
    /// <param name="at">The server that is asked to settle: the first.</param>
    public async Task EndAsync(ITestOutputHelper output, int at = 0)
    {
        await over.CancelAsync();
        await load;
        var unsure = Ledger.Count(Fate.Unsure);
        await clients.SettleAsync(addresses[at]);
        var problems = await House.ProblemsAsync(Ledger);
        Assert.True(problems.Count == 0, string.Join('\n', problems.Take(20)) + "\n" + servers[at].Said);
        output.WriteLine($"{Ledger.Attempts.Count} writes, {Ledger.Count(Fate.Acknowledged)} acknowledged in the end, {unsure} unsure meanwhile.");
    }

    public async ValueTask DisposeAsync()
    {
        await over.CancelAsync();
        foreach (var server in servers)
            await server.DisposeAsync();
        await load;
        over.Dispose();
        await House.DisposeAsync();
    }
}
