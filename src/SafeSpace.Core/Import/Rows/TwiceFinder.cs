using SafeSpace.Core.Import.Reading;

namespace SafeSpace.Core.Import.Rows;

/// <summary>
/// Knows a row that was entered twice: the same in every cell as the row before; or as any earlier row, where the row says the time of day.
/// Holds hashes only.
/// </summary>
internal sealed class TwiceFinder
{
    private readonly Dictionary<UInt128, int> firstRows = [];
    private readonly Dictionary<UInt128, int> times = [];
    private UInt128 before;
    private int beforeRow;

    /// <param name="fingerprint">Of the row; changed to be its own where the row only looks like an earlier one.</param>
    /// <returns>The row it copies; 0 where it is a record of its own.</returns>
    public int SameAs(BookRow row, bool saysTime, ref UInt128 fingerprint)
    {
        var content = fingerprint;
        var isNext = beforeRow > 0 && before == content;
        before = content;
        if (firstRows.TryAdd(content, row.Number))
        {
            beforeRow = row.Number;
            return 0;
        }

        if (isNext || saysTime) return isNext ? beforeRow : firstRows[content];
        beforeRow = row.Number;
        times[content] = times.GetValueOrDefault(content) + 1;
        fingerprint = Fingerprints.Again(content, times[content]);
        return 0;
    }
}
