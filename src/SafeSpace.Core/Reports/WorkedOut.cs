using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;

namespace SafeSpace.Core.Reports;

/// <summary>
/// Reports as they were last worked out, of all groups this node serves. One is given again only while the chain of the group's store
/// ends where it did and the day is the same: so it is never older than the books.
/// </summary>
internal sealed class WorkedOut<TAsked, TReport> where TAsked : notnull
{
    private const int MostKept = 256;
    private static readonly Question<int, byte[]?> EndOfChain = new((db, id) => db.Set<ChainHead>().Where(h => h.Id == id).Select(h => h.Hash).SingleOrDefault());
    private readonly ConcurrentDictionary<(string Group, TAsked Asked), Kept> kept = new();

    public async Task<TReport> OfAsync(GroupStore store, GroupDb db, TAsked asked, Func<Task<TReport>> work)
    {
        if (db.Walled.Count > 0)
            return await work(); // somebody's own view of it is nobody else's
        var end = await EndOfChain.AskAsync(db, 1) ?? [];
        var today = store.Clock.Today;
        if (kept.TryGetValue((store.Slug, asked), out var last) && last.Today == today && last.End.AsSpan().SequenceEqual(end))
            return last.Report;
        var report = await work();
        if (kept.Count >= MostKept)
            kept.Clear();
        kept[(store.Slug, asked)] = new Kept(end, today, report);
        return report;
    }

    /// <param name="End">The hash of the last operation when the books were read, or of one before.</param>
    private sealed record Kept(byte[] End, DateOnly Today, TReport Report);
}
