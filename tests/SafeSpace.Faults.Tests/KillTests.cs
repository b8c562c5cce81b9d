using System.Globalization;
using SafeSpace.Core.Data;
using SafeSpace.Faults.Tests.Load;
using SafeSpace.Faults.Tests.Machinery;

namespace SafeSpace.Faults.Tests;

/// <summary>
/// The server is killed (SIGKILL) at random moments under load, again and again on the same store. After each restart every acknowledged
/// write is there once, every other one once or not at all, nothing is half-done, and <c>verify</c> passes.
/// How often, over both engines: SAFESPACE_FAULT_KILLS (<c>./test faults 200</c>); the moments follow from SAFESPACE_FAULT_SEED.
/// </summary>
public sealed class KillTests(ITestOutputHelper output)
{
    private static readonly int Kills = Number("SAFESPACE_FAULT_KILLS", 12);
    private static readonly int Seed = Number("SAFESPACE_FAULT_SEED", 20260310);

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Killed_at_any_moment_it_loses_nothing_acknowledged_and_doubles_nothing(EngineKind engine)
    {
        await using var house = await FaultHouse.NewAsync(engine);
        var ledger = new Ledger();
        var clients = new Clients(house, ledger, Seed);
        var random = new Random(Seed + (int)engine);
        var moments = new Dictionary<string, int>();
        var kills = Math.Max(1, Kills / 2);
        var server = house.Start();
        try
        {
            for (var kill = 1; kill <= kills; kill++)
            {
                var moment = await KillOnceAsync(server, ledger, clients, random);
                moments[moment] = moments.GetValueOrDefault(moment) + 1;
                await server.DisposeAsync();
                server = house.Start();
                await LookAsync(house, server, ledger, clients, $"kill {kill} of {kills} ({moment}), seed {Seed}");
            }
        }
        finally
        {
            await server.DisposeAsync();
        }

        output.WriteLine($"{engine}: {kills} kills ({string.Join(", ", moments.Select(m => $"{m.Value} {m.Key}"))}); {ledger.Attempts.Count} writes, {ledger.Count(Fate.Acknowledged)} acknowledged, {ledger.Count(Fate.Unsure)} left unsure.");
        // All kinds of write were really under way: a run that wrote nothing would prove nothing.
        Assert.All(Enum.GetValues<WriteKind>(), kind => Assert.Contains(kind, ledger.Attempts.Where(a => a.Fate == Fate.Acknowledged).Select(a => a.Kind)));
    }

    /// <summary>Answers at what kind of moment.</summary>
    private static async Task<string> KillOnceAsync(ServerProcess server, Ledger ledger, Clients clients, Random random)
    {
        var chance = random.Next(10);
        if (chance == 0)
        {
            await Task.Delay(random.Next(10, 1000));
            await server.KillAsync();
            return "while starting or idle";
        }

        var address = await server.Address.WaitAsync(TimeSpan.FromSeconds(60));
        using var over = new CancellationTokenSource();
        var load = clients.RunAsync([address], over.Token);
        // Whoever fills in a form signs in first and opens a page: programs are much quicker. Half the time a form has been saved before the kill.
        var forms = Forms(ledger) == 0 ? 1 : random.Next(2);
        await AcknowledgedAsync(ledger, ledger.Count(Fate.Acknowledged) + random.Next(80), Forms(ledger) + forms, load);
        await Task.Delay(random.Next(30));
        if (chance == 1)
        {
            server.AskToStop();
            await Task.Delay(random.Next(200));
        }

        await server.KillAsync();
        await over.CancelAsync();
        await load;
        return chance == 1 ? "while stopping" : "under load";
    }

    /// <summary>Counted in writes and not in seconds, so that a slow machine does not kill servers that have done nothing yet.</summary>
    private static async Task AcknowledgedAsync(Ledger ledger, int so, int forms, Task load)
    {
        while ((ledger.Count(Fate.Acknowledged) < so || Forms(ledger) < forms) && !load.IsCompleted)
            await Task.Delay(2);
    }

    private static int Forms(Ledger ledger) => ledger.Attempts.Count(a => a is { Kind: WriteKind.Form, Fate: Fate.Acknowledged });

    private static async Task LookAsync(FaultHouse house, ServerProcess server, Ledger ledger, Clients clients, string when)
    {
        await clients.SettleAsync(await server.Address.WaitAsync(TimeSpan.FromSeconds(60)));
        var problems = await house.ProblemsAsync(ledger);
        Assert.True(problems.Count == 0, $"After {when}:\n{string.Join('\n', problems.Take(20))}\n{server.Said}");
    }

    private static int Number(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var number) ? number : otherwise;
}
