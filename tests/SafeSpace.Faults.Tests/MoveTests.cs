using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.Diary;
using SafeSpace.Core.Referrals;
using SafeSpace.Faults.Tests.Load;
using SafeSpace.Faults.Tests.Machinery;

namespace SafeSpace.Faults.Tests;

/// <summary>A group outgrows its laptop, or comes home again: backed up while it is written to, restored onto the other engine, and it goes on there.</summary>
public sealed class MoveTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData(EngineKind.Sqlite, EngineKind.Postgres)]
    [InlineData(EngineKind.Postgres, EngineKind.Sqlite)]
    public async Task Backed_up_under_load_and_restored_on_the_other_engine_nothing_is_missing_and_it_goes_on(EngineKind from, EngineKind into)
    {
        await using var under = await UnderLoad.StartAsync(from);
        await under.SaveMoreAsync(60);
        var surely = Saved(under.Ledger);
        var file = Path.Combine(under.House.Folder, "moving.db");
        var (code, said) = await under.House.CommandAsync("backup", "--group", FaultHouse.Slug, "--to", file, "--json");
        Assert.True(code == 0, said);
        var operations = JsonDocument.Parse(said).RootElement.GetProperty("operations").GetInt64();
        await under.SaveMoreAsync(5); // the backup stopped nobody
        await under.EndAsync(output);

        await using var there = await under.House.MoveAsync(into, file);
        await using (var stores = there.Open())
        {
            await using var moved = await (await stores.GetAsync(FaultHouse.Slug)).ReadAsync();
            Assert.Equal(await AtAsync(under.House, operations), await CountsAsync(moved, operations));
            var marks = (await moved.Contacts.Select(c => c.PeerName).Concat(moved.Referrals.Select(r => r.ReferrerName)).ToListAsync(TestContext.Current.CancellationToken)).ToHashSet();
            Assert.DoesNotContain(surely, key => !marks.Contains(key));
        }

        Assert.Empty(await there.VerifyAsync());
        var (server, address) = await there.ServeAsync();
        await using var _ = server;
        var later = new Ledger();
        using (var over = new CancellationTokenSource())
        {
            var load = new Clients(there, later, seed: 3, count: 4).RunAsync([address], over.Token);
            while (later.Count(Fate.Acknowledged) < 20 && !load.IsCompleted)
                await Task.Delay(5, CancellationToken.None);
            await over.CancelAsync();
            await load;
        }

        Assert.True(later.Count(Fate.Acknowledged) >= 20, string.Join('\n', later.Surprises) + server.Said);
        Assert.Empty(await there.VerifyAsync());
    }

    /// <summary>What was acknowledged before the backup was asked for must be in it.</summary>
    private static List<string> Saved(Ledger ledger) =>
        [.. ledger.Attempts.Where(a => a is { Fate: Fate.Acknowledged, Kind: not WriteKind.Form }).Select(a => a.Key.ToString())];

    private static async Task<string> AtAsync(FaultHouse house, long operations)
    {
        await using var stores = house.Open();
        await using var db = await (await stores.GetAsync(FaultHouse.Slug)).ReadAsync();
        return await CountsAsync(db, operations);
    }

    /// <summary>Everything that was recorded up to one operation, and where its chain stood then.</summary>
    private static async Task<string> CountsAsync(GroupDb db, long operations)
    {
        var until = await db.Operations.Where(o => o.Sequence <= operations).OrderByDescending(o => o.Sequence).Select(o => new { o.At, o.Hash }).FirstAsync();
        var rows = await db.Operations.Where(o => o.Sequence <= operations).Select(o => o.Rows).ToListAsync();
        return $"{rows.Count} operations over {rows.Sum(r => r.Length)} bytes of rows, the last {Convert.ToHexString(until.Hash)}";
    }
}
