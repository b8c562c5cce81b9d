using System.Runtime.CompilerServices;
using SafeSpace.Core.Data;

namespace SafeSpace.Core.Desk.Board;

/// <summary>
/// One reading of the desk serves every open board of a group until something changes: fifty people looking cost what one does.
/// The store itself says whether something changed, so a change made on another node shows too.
/// </summary>
public sealed class Boards
{
    /// <summary>"Late" and "not heard since" come with time alone.</summary>
    private static readonly TimeSpan Oldest = TimeSpan.FromSeconds(20);

    private readonly ConditionalWeakTable<GroupStore, Held> held = [];

    /// <param name="whole">The whole store.</param>
    public async Task<Board> ReadAsync(GroupStore store, GroupDb whole)
    {
        var mine = held.GetOrCreateValue(store);
        var version = await whole.VersionAsync();
        if (mine.Serves(version, store.Clock.Now) is { } board)
            return board;
        // Many wait here for one of them to read: none holds a connection meanwhile, and whoever has their turn takes one only to read.
        var lets = false;
        if (!await mine.Gate.WaitAsync(0))
        {
            lets = await GroupStore.LetGoAsync(whole); // before the turn is asked for: one that was never taken up would shut the board
            await mine.Gate.WaitAsync();
        }

        Board? read;
        try
        {
            read = mine.Serves(version, store.Clock.Now);
            if (read is null)
            {
                if (lets)
                    await store.TakeAgainAsync(whole);
                return mine.Board = await new BoardReading(whole, store.Clock).ReadAsync();
            }
        }
        finally
        {
            mine.Gate.Release();
        }

        if (lets)
            await store.TakeAgainAsync(whole);
        return read;
    }

    private sealed class Held
    {
        public SemaphoreSlim Gate { get; } = new(1, 1);

        public volatile Board? Board;

        public Board? Serves(long version, DateTime now) => Board is { } board && board.Version >= version && (now - board.AsAt).Duration() < Oldest ? board : null;
    }
}
