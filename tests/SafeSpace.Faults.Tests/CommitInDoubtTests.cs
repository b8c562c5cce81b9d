using Microsoft.EntityFrameworkCore;
using Npgsql;
using SafeSpace.Core;
using SafeSpace.Core.Data;
using SafeSpace.Core.Diary;
using SafeSpace.Core.Network;
using SafeSpace.Core.Shared;
using SafeSpace.Faults.Tests.Machinery;

namespace SafeSpace.Faults.Tests;

/// <summary>The wire to PostgreSQL is cut at a shared commit: before it arrives, or when it is done and nobody heard. Units are saved once either way.</summary>
public sealed class CommitInDoubtTests : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("safespace-faults-").FullName;
    private Wire wire = null!;
    private Stores stores = null!;
    private GroupStore store = null!;

    public async ValueTask InitializeAsync()
    {
        var postgres = await PostgresServer.OneAsync();
        var straight = await postgres.NewDatabaseAsync();
        wire = new Wire(postgres.Port);
        stores = House.Open(folder, new NpgsqlConnectionStringBuilder(straight) { Port = wire.Port }.ToString(), TimeProvider.System);
        store = await stores.AddAsync(new NewGroup("riverside", "Riverside"));
    }

    public async ValueTask DisposeAsync()
    {
        await stores.DisposeAsync();
        await wire.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Theory]
    [InlineData(Cut.BeforeTheCommitArrives)]
    [InlineData(Cut.AfterTheCommitIsDone)]
    public async Task Ten_share_the_commit_and_each_is_saved_once(Cut cut)
    {
        var answers = await TogetherAsync(10, cut);
        Assert.All(answers, Assert.Null);
        Assert.Equal(1, wire.Cuts);
        await SoundAsync(10);
    }

    [Theory]
    [InlineData(Cut.BeforeTheCommitArrives)]
    [InlineData(Cut.AfterTheCommitIsDone)]
    public async Task One_alone_is_saved_once(Cut cut)
    {
        wire.Arm(cut);
        await LogAsync();
        Assert.Equal(1, wire.Cuts);
        await SoundAsync(1);
    }

    [Theory]
    [InlineData(Cut.BeforeTheCommitArrives, 0)]
    [InlineData(Cut.AfterTheCommitIsDone, 10)]
    public async Task The_store_stays_away_and_nobody_is_told_saved_or_not_saved(Cut cut, int really)
    {
        wire.StaysDown = true;
        var answers = await TogetherAsync(10, cut);
        Assert.All(answers, a => Assert.Contains("it will be there once", Assert.IsType<StoreBusyException>(a).Message, StringComparison.Ordinal));
        wire.ComeBack();
        await SoundAsync(really);
        await LogAsync();
        await SoundAsync(really + 1);
    }

    /// <summary>A batch that is full finds the store away: all are told at once, not one after the other.</summary>
    [Fact]
    public async Task Away_before_anything_was_begun_all_are_told_that_nothing_was_saved()
    {
        wire.GoDown();
        var writes = Enumerable.Range(0, 200).Select(_ => Record.ExceptionAsync(LogAsync).AsTask()).ToList();
        Assert.Equal(200, (await Task.WhenAll(writes)).Count(a => a is StoreBusyException));
        wire.ComeBack();
        await LogAsync();
        await SoundAsync(1);
    }

    /// <summary>Puts so many writes in one batch, whose commit is the fatal one; answers each one's failure, or null.</summary>
    private async Task<Exception?[]> TogetherAsync(int count, Cut cut)
    {
        var (open, started) = (new TaskCompletionSource(), new TaskCompletionSource());
        var first = store.Write("Waited", Actor.System, async _ =>
        {
            started.TrySetResult();
            await open.Task;
        });
        await started.Task;
        var writes = Enumerable.Range(0, count).Select(_ => Record.ExceptionAsync(LogAsync).AsTask()).ToList();
        // The waiting one changes nothing, but its transaction ends with a commit too: the next is theirs.
        open.SetResult();
        await first;
        wire.Arm(cut);
        return await Task.WhenAll(writes);
    }

    private Task LogAsync() => store.Write("ContactLogged", Actor.System, async unit =>
    {
        unit.Db.Contacts.Add(new Contact { Id = ContactId.New(), Kind = ContactKind.CallIn, At = unit.Now, Day = unit.Clock.Today, LoggedAt = unit.Now });
        await Task.Delay(20, CancellationToken.None);
    });

    private async Task SoundAsync(int contacts)
    {
        await using var db = await store.ReadAsync();
        Assert.Equal(contacts, await db.Contacts.CountAsync());
        Assert.Empty((await new StoreCheck(stores, House.Recounts).RunAsync(store.Slug)).Problems);
    }
}
