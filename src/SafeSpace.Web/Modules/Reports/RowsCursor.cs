using System.Globalization;

namespace SafeSpace.Web.Modules.Reports;

/// <summary>
/// Where a page of rows ended: the last value it was ordered by, and how many rows with that same value were shown.
/// The next page starts there by the index, however long the list is. Written "value~rows".
/// </summary>
public readonly record struct RowsCursor(long Value, int Shown)
{
    public static readonly RowsCursor Start = new(long.MinValue, 0);

    public bool IsStart => Value == long.MinValue;

    public static bool TryRead(string? text, out RowsCursor cursor)
    {
        cursor = Start;
        if (string.IsNullOrEmpty(text))
            return true;
        var parts = text.Split('~');
        if (parts.Length != 2
            || !long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var value)
            || !int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var shown))
            return false;
        cursor = new(Math.Min(value, DateTime.MaxValue.Ticks), shown);
        return true;
    }

    /// <summary>The cursor after these rows, which came after <paramref name="before"/>.</summary>
    public static RowsCursor After(IReadOnlyList<long> values, RowsCursor before)
    {
        var last = values[^1];
        var same = values.Count(v => v == last);
        return new(last, last == before.Value ? before.Shown + same : same);
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Value}~{Shown}");
}
