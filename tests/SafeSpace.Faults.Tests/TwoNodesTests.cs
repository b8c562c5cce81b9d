using SafeSpace.Core.Data;
using SafeSpace.Faults.Tests.Load;

namespace SafeSpace.Faults.Tests;

/// <summary>Two servers on one PostgreSQL, both writing all the time.</summary>
public sealed class TwoNodesTests(ITestOutputHelper output)
{
    [Fact]
    public async Task One_of_two_nodes_dies_and_what_it_left_unsure_is_settled_at_the_other()
    {
        await using var under = await UnderLoad.StartAsync(EngineKind.Postgres, nodes: 2);
        await under.SaveMoreAsync(150);
        await under.Servers[1].KillAsync();
        await under.SaveMoreAsync(30);
        await under.EndAsync(output);
    }
}
