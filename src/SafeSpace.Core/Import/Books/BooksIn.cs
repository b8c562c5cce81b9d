using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.Import.Books;
using SafeSpace.Core.Import.Rows;
using SafeSpace.Core.Import.Values;
using SafeSpace.Core.SocialValue;

namespace SafeSpace.Core.Import.Bringing;

/// <summary>
/// Brings rows of record books in, a thousand at a time. A row whose every cell came in before is known; one that contradicts the book,
/// or belongs to a month that is closed, is refused with a sentence.
/// </summary>
internal sealed class BooksIn
{
    private const int RowsInAUnit = 1000;
    private const int MostFlags = 50;
    private readonly GroupStore store;
    private readonly GroupDb db;
    private readonly ImportRequest request;
    private readonly GroupWords words;
    private readonly Counted counted;
    private readonly List<(int At, BookRowRead Read)> waiting = [];
    private readonly HashSet<UInt128> met = [];
    private readonly List<string> flags = [];
    private BookTaking? taking;
    private int moreFlags;

    private BooksIn(GroupStore store, GroupDb db, ImportRequest request, GroupWords words, Counted counted) =>
        (this.store, this.db, this.request, this.words, this.counted) = (store, db, request, words, counted);

    public IEnumerable<string> Notes => moreFlags > 0 ? flags.Append($"And {moreFlags} more of these.") : flags;

    private IReadOnlySet<Shared.Month> Closed { get; set; } = new HashSet<Shared.Month>();

    public static async Task<BooksIn> StartAsync(GroupStore store, GroupDb db, ImportRequest request, GroupWords words, Counted counted) =>
        new(store, db, request, words, counted) { Closed = await ClosedMonths.AllAsync(db) };

    /// <returns>Whether a batch was written.</returns>
    public async Task<bool> TakeAsync(int at, BookRowRead read)
    {
        var isOther = waiting.Count > 0 && waiting[0].Read.Row.GetType() != read.Row.GetType();
        if (isOther || waiting.Count == RowsInAUnit)
            await EndAsync();
        waiting.Add((at, read));
        return isOther || waiting.Count == 1;
    }

    public async Task EndAsync()
    {
        if (waiting.Count == 0)
            return;
        if (taking is null || !taking.Takes(waiting[0].Read.Row))
            taking = await BookTaking.ForAsync(waiting[0].Read.Row, db, words, Closed);
        var known = await KnownAsync();
        var taken = new List<(BookRowRead Read, Taken What)>();
        foreach (var (at, read) in waiting)
        {
            if (known.Contains(read.Row.Fingerprint) || !met.Add(read.Row.Fingerprint))
            {
                counted.Known++;
                continue;
            }

            var what = taking.Take(read.Row);
            if (what.Refused is { } why)
                counted.Refuse(at, new RefusedRow(read.Place.File, read.Place.Sheet, read.Place.Row, why, what.Detail!));
            else
                taken.Add((read, what));
            if (what.Flag is { } flag)
                Flag($"{read.Place.File}, row {read.Place.Row}: {flag}");
        }

        counted.BookRows += taken.Count;
        waiting.Clear();
        if (request.DryRun || taken.Count == 0)
            return;
        await words.SaveAsync(store, request.By);
        var writing = taking;
        await store.Write("BookBroughtIn", request.By, async unit =>
        {
            await writing.WriteAsync(unit, [.. taken.Select(t => t.What.Row).OfType<IRecorded>()], [.. taken.Select(t => t.What.Left).OfType<MemberLeft>()]);
            await unit.InsertManyAsync([.. taken.Select(t => Mark(t.Read, t.What.Row?.RowId ?? t.What.Left!.Member))]);
        });
    }

    private void Flag(string sentence)
    {
        if (flags.Count < MostFlags)
            flags.Add(sentence);
        else
            moreFlags++;
    }

    private BroughtInRow Mark(BookRowRead read, Guid target) => new()
    {
        KeyHash = RowKeys.Of(read.Row),
        RowHash = RowKeys.HashOf(read.Row),
        RunId = request.Attempt,
        TargetId = target,
        Source = RowKeys.SourceOf(read.Place),
        Row = read.Place.Row,
    };

    private async Task<HashSet<UInt128>> KnownAsync()
    {
        var keys = waiting.Select(w => RowKeys.Of(w.Read.Row)).Distinct(new SameBytes()).ToList();
        var before = new HashSet<UInt128>();
        foreach (var some in keys.Chunk(500))
            foreach (var hash in await db.BroughtInRows.Where(r => some.Contains(r.KeyHash)).Select(r => r.RowHash).ToListAsync())
                before.Add(System.Buffers.Binary.BinaryPrimitives.ReadUInt128BigEndian(hash));
        return before;
    }

    private sealed class SameBytes : IEqualityComparer<byte[]>
    {
        public bool Equals(byte[]? x, byte[]? y) => x.AsSpan().SequenceEqual(y);

        public int GetHashCode(byte[] bytes) => BitConverter.ToInt32(bytes, bytes.Length - 4);
    }
}
