using System.Buffers.Binary;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;

namespace SafeSpace.Core.Import.Bringing;

/// <summary>
/// Tells rows that were brought in before from new ones and edited ones. A row whose every cell is as it was is the same row wherever it
/// stands now; a row of the same person and moment in place of one that is not met again was edited.
/// </summary>
internal sealed class KnownRows(GroupDb db, Guid run)
{
    private const int RowsInAQuestion = 500;
    private static readonly SameBytes Bytes = new SameBytes();

    /// <summary>Hashes of the rows of before that this import has met: 16 bytes each, so that a million of them are no burden.</summary>
    private readonly HashSet<UInt128> met = [];
    private readonly Dictionary<UInt128, StandingRow> edited = [];
    private bool? any;

    /// <summary>Something was brought in before.</summary>
    public bool Any => any == true;

    /// <summary>Rows taken for edited ones whose row of before turned up further down after all: they are new.</summary>
    public List<StandingRow> NewAfterAll { get; } = [];

    /// <summary>Rows that stand for one of before with another content, in the order they were met.</summary>
    public IEnumerable<StandingRow> Edited => edited.Values;

    public async Task SortAsync(IReadOnlyList<StandingRow> rows)
    {
        any ??= await db.BroughtInRows.AnyAsync();
        if (any == false)
            return;
        foreach (var some in rows.Chunk(RowsInAQuestion))
            Sort(some, await BeforeAsync(some));
    }

    private async Task<ILookup<byte[], BroughtInRow>> BeforeAsync(StandingRow[] rows)
    {
        var keys = rows.Select(r => r.Key).Distinct(Bytes).ToList();
        var before = await db.BroughtInRows.AsNoTracking().Where(r => keys.Contains(r.KeyHash) && r.RunId != run).ToListAsync();
        return before.ToLookup(r => r.KeyHash, Bytes);
    }

    private void Sort(StandingRow[] rows, ILookup<byte[], BroughtInRow> before)
    {
        foreach (var row in rows)
        {
            if (before[row.Key].FirstOrDefault(b => Bytes.Equals(b.RowHash, row.Hash)) is not { } same)
                continue;
            (row.Standing, row.Before) = (Standing.Known, same);
            Meet(same);
        }

        foreach (var row in rows.Where(r => r is { Standing: Standing.New, Person: not null }))
        {
            if (before[row.Key].FirstOrDefault(b => !HasMet(b)) is not { } was)
                continue;
            Edit(row, was);
        }
    }

    public bool HasMet(BroughtInRow row) => met.Contains(Number(row));

    /// <summary>Takes a row for one of before that was edited. Should that one turn up after all, the row is new.</summary>
    public void Edit(StandingRow row, BroughtInRow was)
    {
        (row.Standing, row.Before) = (Standing.Edited, was);
        met.Add(Number(was));
        edited[Number(was)] = row;
    }

    private void Meet(BroughtInRow same)
    {
        met.Add(Number(same));
        if (!edited.Remove(Number(same), out var mistaken))
            return;
        (mistaken.Standing, mistaken.Before) = (Standing.New, null);
        NewAfterAll.Add(mistaken);
    }

    private static UInt128 Number(BroughtInRow row) => BinaryPrimitives.ReadUInt128BigEndian(row.RowHash);

    private sealed class SameBytes : IEqualityComparer<byte[]>
    {
        public bool Equals(byte[]? x, byte[]? y) => x.AsSpan().SequenceEqual(y);

        public int GetHashCode(byte[] bytes) => BitConverter.ToInt32(bytes, bytes.Length - 4);
    }
}
