using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.SocialValue;

/// <summary>
/// Statements as they were last worked out, of all groups this node serves. One is given again only while the chain of the group's store
/// ends where it did and the day is the same: so it is never older than the books.
/// </summary>
public sealed class ValueReports
{
    private const int MostKept = 256;
    private readonly ConcurrentDictionary<(string Group, Month From, Month To), Kept> kept = new();

    public async Task<ValueReport> OfAsync(GroupStore store, GroupDb db, Month from, Month to)
    {
        var end = await db.Set<ChainHead>().Select(h => h.Hash).SingleAsync();
        var today = store.Clock.Today;
        if (kept.TryGetValue((store.Slug, from, to), out var last) && last.Today == today && last.End.AsSpan().SequenceEqual(end))
            return last.Report;
        var report = await ValueReport.WorkAsync(db, store.Clock, from, to);
        if (kept.Count >= MostKept)
            kept.Clear();
        kept[(store.Slug, from, to)] = new Kept(end, today, report);
        return report;
    }

    /// <param name="End">The hash of the last operation when the books were read, or of one before.</param>
    private sealed record Kept(byte[] End, DateOnly Today, ValueReport Report);
}
