using System.Text.RegularExpressions;
using SafeSpace.Core.Import.Reading;
using SafeSpace.Core.Import.Recognising;
using SafeSpace.Core.Import.Values;

namespace SafeSpace.Core.Import.Rows;

/// <summary>Tells rows that hold no record: people put totals, months and lines between their rows.</summary>
internal sealed partial class NoRecord(RowCells cells, BookRow? header)
{
    private static readonly string[] WhoAndWhen = [Fields.Reference, Fields.Given, Fields.Surname, Fields.Date, Fields.When];

    /// <returns>Why the row is ignored; null where it is a record.</returns>
    public string? Why(BookRow row)
    {
        var filled = 0;
        var total = false;
        var dashes = true;
        Cell only = default;
        foreach (var cell in row.Cells)
        {
            if (cell.IsBlank) continue;
            filled++;
            only = cell;
            total = total || IsTotal(cell.Text);
            dashes = dashes && Dashes().IsMatch(cell.Text);
        }

        if (filled == 0) return "blank";
        if (dashes) return "a line";
        if (total && !WhoAndWhen.Any(field => Says(row, field))) return "a total";
        if (filled == 1 && Month().IsMatch(only.Trimmed)) return "a heading";
        return header is not null && IsHeader(row) ? "the header again" : null;
    }

    /// <summary>A total may stand in a name's or date's own column ("Total", "March total"): that says nothing of who or when.</summary>
    private bool Says(BookRow row, string field)
    {
        var text = cells.Cell(row, field).Trimmed;
        return !NothingWords.Say(text) && !IsTotal(text);
    }

    private static bool IsTotal(string text) => text.Contains("total", StringComparison.OrdinalIgnoreCase) && Total().IsMatch(text);

    private bool IsHeader(BookRow row)
    {
        for (var i = 0; i < Math.Max(row.Cells.Count, header!.Cells.Count); i++)
            if (row[i].Trimmed != header[i].Trimmed) return false;
        return true;
    }

    [GeneratedRegex(@"^\s*(?:(?:sub|grand|running|month|monthly|year|weekly)[\s-]*)?totals?\b|\btotals?:?\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Total();

    [GeneratedRegex(@"^[\s\-–—=_*.~]*$", RegexOptions.CultureInvariant)]
    private static partial Regex Dashes();

    [GeneratedRegex(@"^(?:week (?:of|commencing|beginning).*|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)[a-z]*\.?[\s'’-]*(?:\d{4}|\d{2})?)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Month();
}
