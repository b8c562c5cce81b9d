using Microsoft.EntityFrameworkCore;
using Npgsql;
using SafeSpace.Core.Data;
using SafeSpace.Core.Network;
using SafeSpace.Core.Register;
using SafeSpace.Core.Shared;
using SafeSpace.Testing;

namespace SafeSpace.Core.Tests.Data;

/// <summary>On PostgreSQL what is asked often stays prepared with its connection, and connections go from group to group: each sees its own rows.</summary>
public sealed class PreparedTests
{
    private const int Rounds = 12; // the server keeps a plan for good from the sixth time on

    [Fact]
    public async Task A_statement_prepared_in_one_group_finds_the_rows_of_the_group_that_asks()
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var made = await TestStores.OpenAsync(EngineKind.Postgres);
        var few = new NpgsqlConnectionStringBuilder(made.Database) { MaxPoolSize = 6 }.ToString(); // of which three read
        await using var stores = House.Open(made.Folder, few, made.Clock);
        var groups = new List<GroupStore>();
        for (var i = 0; i < 3; i++)
        {
            groups.Add(await stores.AddAsync(new NewGroup(TestStores.NewSlug(), $"Group {i}")));
            await groups[i].InventAsync(i + 1, 2);
        }

        for (var round = 1; round <= Rounds; round++)
        {
            for (var i = 0; i < groups.Count; i++)
            {
                var expected = i + 1;
                await groups[i].Write("Asked", Actor.System, async unit =>
                {
                    Assert.Equal(expected, await unit.Db.People.CountAsync());
                    Assert.Equal($"Group {expected - 1}", (await unit.Db.Profile.AsNoTracking().SingleAsync()).Name);
                });
                await using var db = await groups[i].ReadAsync(cancel);
                Assert.Equal(expected, await db.People.CountAsync(cancel));
                Assert.Equal($"Group {expected - 1}", (await db.Profile.AsNoTracking().SingleAsync(cancel)).Name);
            }
        }

        await using var asking = await groups[0].ReadAsync(cancel);
        Assert.Contains(await asking.Database.SqlQueryRaw<string>("SELECT statement AS \"Value\" FROM pg_prepared_statements").ToListAsync(cancel), s => s.Contains("FROM person", StringComparison.Ordinal));
        foreach (var group in groups)
            Assert.Empty((await new StoreCheck(stores).RunAsync(group.Slug)).Problems);
    }
}
