using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace SafeSpace.Testing;

/// <summary>
/// What a run leaves behind (servers, folders, pooled files) is put away before its runner ends. Afterwards a process has ten seconds,
/// which a busy machine may not give it, and is then called a failure whatever its tests said.
/// </summary>
public sealed class TidyUp : IAsyncDisposable
{
    private static readonly ConcurrentStack<Func<Task>> Left = new();

    public static void AtTheEnd(Func<Task> work) => Left.Push(work);

    public async ValueTask DisposeAsync()
    {
        while (Left.TryPop(out var work))
            await work();
        SqliteConnection.ClearAllPools();
    }
}
