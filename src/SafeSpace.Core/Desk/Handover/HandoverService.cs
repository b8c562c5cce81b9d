using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Desk.Handover;

/// <summary>A line as it was written. Without words it is left out.</summary>
public sealed record HandoverWords(HandoverPart Part, PersonId? Person, string? Words);

public enum HandoverChange
{
    Done,
    NoSuchHandover,

    /// <summary>Signed ones stand as they are.</summary>
    SignedAlready,
}

/// <summary>Handovers: kept while they are written, signed by who leaves, read by who comes.</summary>
public sealed class HandoverService(GroupStore store)
{
    /// <summary>Keeps what was written so far; signed, it is there for the next of us.</summary>
    /// <param name="id">From the form: the same one twice is one handover.</param>
    /// <param name="seen">The version it was written on; null for a new one.</param>
    /// <exception cref="StaleVersionException">It was changed in another window meanwhile.</exception>
    public Task<HandoverChange> WriteAsync(Guid id, Guid? seen, DateTime from, IReadOnlyList<HandoverWords> lines, bool sign, UserId me, Actor by) =>
        store.Write(sign ? "HandoverSigned" : "HandoverKept", by, async unit =>
        {
            var handover = await unit.Db.Handovers.FindAsync(id);
            if (handover is null)
                unit.Db.Handovers.Add(handover = new Handover { Id = id, WrittenById = me, WrittenByName = by.Name, From = from });
            else if (handover.WrittenById != me)
                return HandoverChange.NoSuchHandover;
            else if (handover.SignedAt is not null)
                return HandoverChange.SignedAlready;
            else if (seen is { } version)
                Unit.Expect(handover, version);
            else if (!await IsAsKeptAsync(unit, id, lines))
                throw new StaleVersionException(); // the first form once more, after it was kept and written on
            (handover.Until, handover.SignedAt, handover.Version) = (unit.Now, sign ? unit.Now : null, Ids.New());
            await unit.Db.SaveChangesAsync();
            unit.Db.HandoverLines.RemoveRange(await unit.Db.HandoverLines.Where(l => l.HandoverId == id).ToListAsync());
            foreach (var (place, line) in lines.Where(l => !string.IsNullOrWhiteSpace(l.Words)).Index())
            {
                var row = new HandoverLine { Id = Ids.New(), HandoverId = id, Part = line.Part, Position = place, PersonId = line.Person };
                row.Words = unit.Seal(line.Person, HandoverSets.Words, row.Id, line.Words!.Trim());
                unit.Db.HandoverLines.Add(row);
            }

            return HandoverChange.Done;
        });

    private static async Task<bool> IsAsKeptAsync(Unit unit, Guid id, IReadOnlyList<HandoverWords> lines)
    {
        var kept = (await unit.Db.HandoverLines.Where(l => l.HandoverId == id).ToListAsync()).Select(l => unit.Open(HandoverSets.Words, l.Id, l.Words) ?? "");
        return kept.Order(StringComparer.Ordinal).SequenceEqual(lines.Where(l => !string.IsNullOrWhiteSpace(l.Words)).Select(l => l.Words!.Trim()).Order(StringComparer.Ordinal));
    }

    /// <summary>"I have read this." Saying so twice changes nothing.</summary>
    public Task<HandoverChange> ReadAsync(Guid id, UserId me, Actor by) =>
        store.Write("HandoverRead", by, async unit =>
        {
            if (await unit.Db.Handovers.FindAsync(id) is not { SignedAt: not null })
                return HandoverChange.NoSuchHandover;
            if (!await unit.Db.HandoverReads.AnyAsync(r => r.HandoverId == id && r.ReaderId == me))
                unit.Db.HandoverReads.Add(new HandoverRead { Id = Ids.New(), HandoverId = id, ReaderId = me, ReaderName = by.Name, ReadAt = unit.Now });
            return HandoverChange.Done;
        });

    /// <summary>Signed within the last days and not read by this account, the newest first.</summary>
    public static IQueryable<Handover> UnreadBy(GroupDb db, UserId me, DateTime since)
    {
        var mine = db.HandoverReads.Where(r => r.ReaderId == me);
        return db.Handovers.Where(h => h.SignedAt != null && h.SignedAt >= since && h.WrittenById != me && !mine.Any(r => r.HandoverId == h.Id))
            .OrderByDescending(h => h.SignedAt);
    }
}
