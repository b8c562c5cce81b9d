using Microsoft.Data.Sqlite;
using SafeSpace.Core.Data;
using SafeSpace.Core.Network;
using SafeSpace.Testing;

namespace SafeSpace.Core.Tests.Network;

public sealed partial class KeyRotationTests
{
    /// <summary>On SQLite another program may hold the file for longer than a save waits.</summary>
    [Fact]
    public async Task Whoever_writes_for_long_holds_it_up_and_does_not_stop_it()
    {
        await using var folder = await TestStores.OpenAsync(EngineKind.Sqlite);
        var store = await folder.NewFilledGroupAsync();
        var said = await SayAsync(store, Words);
        Task? writing = null;
        await using var tool = House.Open(folder.Folder, folder.Database, folder.Clock);
        await new KeyRotation(tool) { Done = step => writing ??= step == "the new key is in use" ? HoldAsync(((SqliteEngine)store.Engine).FileOf(store.Slug), TimeSpan.FromSeconds(17)) : null }.RunAsync(store.Slug);
        await writing!;
        Assert.Equal(Words, await SaidAsync(store, said));
        Assert.Null(new GroupKeys(folder.Folder).ReadNext(store.Slug));
        Assert.Empty((await new StoreCheck(tool, House.Recounts).RunAsync(store.Slug)).Problems);
    }

    private static async Task HoldAsync(string file, TimeSpan time)
    {
        await using var other = new SqliteConnection($"Data Source={file};Pooling=False");
        other.Open();
        await using var holding = other.BeginTransaction(deferred: false);
        await Task.Delay(time, TestContext.Current.CancellationToken);
    }
}
