using SafeSpace.Core.Shared;
using System.Text.RegularExpressions;
using SafeSpace.Core.Import.Reading;

namespace SafeSpace.Core.Import.Values;

/// <summary>A date with or without a time in one cell: 25/03/2021 16:40, 25th Mar 2021 at 4.40pm, 2021-03-25T16:40:00.</summary>
public static partial class MomentReader
{
    private const int MostLetters = 60;

    public static CellValue<(DateOnly Date, TimeOnly? Time)> Read(Cell cell, DateOnly latest, DateOrder order)
    {
        if (cell.Kind is CellKind.Moment or CellKind.Number)
            return Join(DateReader.Read(cell, latest, order), HasTime(cell) ? TimeReader.Read(cell) : default);

        var text = SafeText.WesternDigits(cell.Trimmed);
        if (NothingWords.Say(text)) return default;
        if (text.Length > MostLetters || Tail().Match(text) is not { Success: true } split) return Join(DateReader.Read(cell, latest, order), default);
        var date = DateReader.FromText(text[..split.Index].TrimEnd(' ', ','), latest, order);
        // "25 03 2021" looks like a date and a time; the whole as a date is then the better reading.
        return date.IsRefused ? Join(DateReader.FromText(text, latest, order), default) : Join(date, TimeReader.FromText(split.Groups[1].Value.Trim()));
    }

    private static bool HasTime(Cell cell) =>
        cell.Kind == CellKind.Moment ? cell.Moment.TimeOfDay != TimeSpan.Zero : cell.Number != Math.Floor(cell.Number);

    private static CellValue<(DateOnly, TimeOnly?)> Join(CellValue<DateOnly> date, CellValue<TimeOnly> time)
    {
        if (date.IsRefused) return CellValue.Refused<(DateOnly, TimeOnly?)>(date.Why!, date.Detail!);
        if (time.IsRefused) return CellValue.Refused<(DateOnly, TimeOnly?)>(time.Why!, time.Detail!);
        return date.HasValue ? CellValue.Of<(DateOnly, TimeOnly?)>((date.Value, time.HasValue ? time.Value : null)) : default;
    }

    [GeneratedRegex(@"(?:\s+(?:at|@)\s*|[T,]\s*|\s+)(\d{1,2}\s*(?:[:.]\s*\d{2}(?:[:.]\d{2}(?:\.\d+)?)?\s*(?:[ap]\.?m?\.?)?|[ap]\.?m\.?|)|\d{4}|noon|midday|midnight)Z?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Tail();
}
