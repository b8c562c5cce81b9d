using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.Diary;
using SafeSpace.Core.Shared;
using SafeSpace.Faults.Tests.Load;
using SafeSpace.Faults.Tests.Machinery;

namespace SafeSpace.Faults.Tests;

/// <summary>A harness that finds nothing must be one that would find something: violations planted on purpose are all named.</summary>
public sealed class CheckerTests
{
    [Fact]
    public void Lost_doubled_strange_refused_and_misnamed_writes_are_named_and_good_ones_are_not()
    {
        var ledger = new Ledger();
        Attempt Of(Fate fate, Guid? row = null)
        {
            var attempt = new Attempt(WriteKind.Contact, Ids.New()) { SendAsync = _ => Task.CompletedTask, Fate = fate, Row = row };
            ledger.Note(attempt);
            return attempt;
        }

        var (good, unsureThere, unsureGone) = (Of(Fate.Acknowledged, Ids.New()), Of(Fate.Unsure), Of(Fate.Unsure));
        var (lost, doubled, doubledUnsure, refused, misnamed) = (Of(Fate.Acknowledged), Of(Fate.Acknowledged), Of(Fate.Unsure), Of(Fate.Refused), Of(Fate.Acknowledged, Ids.New()));
        var stranger = Ids.New();
        var problems = ledger.Compare(new Dictionary<Guid, IReadOnlyList<Guid>>
        {
            [good.Key] = [good.Row!.Value],
            [unsureThere.Key] = [Ids.New()],
            [doubled.Key] = [Ids.New(), Ids.New()],
            [doubledUnsure.Key] = [Ids.New(), Ids.New()],
            [refused.Key] = [Ids.New()],
            [misnamed.Key] = [Ids.New()],
            [stranger] = [Ids.New()],
        });

        Assert.Equal(6, problems.Count);
        foreach (var (key, word) in new[] { (lost.Key, "lost"), (doubled.Key, "doubled"), (doubledUnsure.Key, "doubled"), (refused.Key, "refused"), (misnamed.Key, "the answer said"), (stranger, "nobody sent it") })
            Assert.Single(problems, p => p.Contains(key.ToString(), StringComparison.Ordinal) && p.Contains(word, StringComparison.Ordinal));
        Assert.DoesNotContain(problems, p => new[] { good, unsureThere, unsureGone }.Any(a => p.Contains(a.Key.ToString(), StringComparison.Ordinal)));
    }

    /// <summary>The whole harness against a store in which one acknowledged row was taken out and one put in twice.</summary>
    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task A_row_taken_out_and_a_row_doubled_behind_the_servers_back_are_found(EngineKind engine)
    {
        await using var house = await FaultHouse.NewAsync(engine);
        var ledger = new Ledger();
        var (server, address) = await house.ServeAsync();
        await using var _ = server;
        using (var enough = new CancellationTokenSource(TimeSpan.FromSeconds(1.5)))
            await new Clients(house, ledger, seed: 1).RunAsync([address], enough.Token);
        await server.KillAsync();
        Assert.Empty(await house.ProblemsAsync(ledger));

        var marks = ledger.Attempts.Where(a => a is { Kind: WriteKind.Contact, Fate: Fate.Acknowledged }).Take(2).Select(a => a.Key.ToString()).ToList();
        await using (var stores = house.Open())
        {
            await using var db = await (await stores.GetAsync(FaultHouse.Slug)).ReadAsync();
            await db.Contacts.Where(c => c.PeerName == marks[0]).ExecuteDeleteAsync(TestContext.Current.CancellationToken);
            var columns = string.Join(", ", db.Model.FindEntityType(typeof(Contact))!.GetProperties().Select(p => p.GetColumnName()).Where(c => c != "id"));
            var id = engine == EngineKind.Sqlite ? "randomblob(16)" : "gen_random_uuid()";
#pragma warning disable EF1002 // names of columns of our own
            await db.Database.ExecuteSqlRawAsync($"INSERT INTO contact (id, {columns}) SELECT {id}, {columns} FROM contact WHERE peer_name = {{0}}", marks[1]);
#pragma warning restore EF1002
        }

        var problems = await house.ProblemsAsync(ledger);
        Assert.Single(problems, p => p.Contains(marks[0], StringComparison.Ordinal) && p.Contains("lost", StringComparison.Ordinal));
        Assert.Single(problems, p => p.Contains(marks[1], StringComparison.Ordinal) && p.Contains("doubled", StringComparison.Ordinal));
        Assert.Contains(problems, p => p.Contains("was recorded and is gone", StringComparison.Ordinal));
        Assert.Contains(problems, p => p.Contains("no operation recorded it", StringComparison.Ordinal));
    }
}
