using System.Globalization;
using SafeSpace.Core.Import.Reading;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Import.Values;

/// <summary>Months as people type them: 2019-10, Oct 2019, October 2019, 10/2019, or any day of it.</summary>
public static class MonthReader
{
    private static readonly string[] Forms = ["yyyy-MM", "yyyy-M", "MM/yyyy", "M/yyyy", "MM-yyyy", "MMM yyyy", "MMMM yyyy", "MMM-yyyy", "MMM yy", "MMM-yy"];

    public static CellValue<Month> Read(Cell cell, DateOnly latest, DateOrder order)
    {
        var text = SafeText.WesternDigits(cell.Trimmed);
        if (cell.Kind == CellKind.Text && DateOnly.TryParseExact(text, Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var first))
            return CellValue.Of(Month.Of(first));
        var day = DateReader.Read(cell, latest, order);
        return day.HasValue ? CellValue.Of(Month.Of(day.Value)) : day.IsRefused ? CellValue.Refused<Month>(Refusals.NoSuchMonth, $"“{(text.Length > 40 ? text[..40] + "…" : text)}” is not a month. Write it as 2021-03.") : default;
    }
}
