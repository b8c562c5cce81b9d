using SafeSpace.Core.Reports.Packs;
using SafeSpace.Web.Infrastructure.Words;
using SafeSpace.Web.Modules.Reports.Files;

namespace SafeSpace.Web.Modules.Reports.Packs;

/// <summary>A pack as a workbook: a sheet for each table, numbers as numbers, and one of notes. Stories are not in it: a file cannot be taken back.</summary>
internal static class PackFile
{
    public const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public static byte[] Write(PackDocument pack, int number, string? why, Texts t)
    {
        List<ReportTable> tables = [new(t["About"], [t["What"], t["Which"]],
        [
            [t["Group"], pack.Group], [t["Pack"], number], [t["From"], pack.From.ToString()], [t["To"], pack.To.ToString()], .. why is null ? Array.Empty<object?[]>() : [[t["Why it was put right"], why]],
        ])];
        var used = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var table in pack.Tables)
            tables.Add(new(SheetName(t[table.Title], used), [t[table.RowName], .. Distinct([.. table.Columns.Select(c => PackWords.Column(c, t))])],
                [.. table.Rows.Select(r => (object?[])[PackWords.Name(r, t), .. r.Cells.Select(c => c.State == CellState.Shown ? (object?)c.Words ?? c.Value : PackWords.Cell(r, c, t))])]));
        if (pack.Objectives.Count > 0)
            tables.Add(new(t["Objectives"], [t["Objective"], t["What shows it"]], [.. pack.Objectives.Select(o => (object?[])[o.Words, o.Evidence ?? t["Nothing was written down."]])]));
        if (pack.Changes.Count > 0)
            tables.Add(new(t["What changed"], [t["Table"], t["Row"], t["Month"], t["Before"], t["Now"], t["Difference"]],
                [.. pack.Changes.Select(c => (object?[])[t[c.Table], c.Own ? c.Row : t[c.Row], PackWords.Column(c.Column, t), c.Before ?? (object)t[PackWords.NotShown], c.Now, c.Difference])]));
        tables.Add(new(t["Notes"], [t["How to read this"]], [.. PackWords.Notes(pack, t).Concat(pack.Tables.SelectMany(x => x.Notes).Select(n => t[n])).Select(n => (object?[])[n])]));
        return XlsxFile.Write(tables);
    }

    private static string SheetName(string name, HashSet<string> used)
    {
        var sheet = name.Length > 28 ? name[..28] : name;
        for (var again = 2; !used.Add(sheet); again++)
            sheet = $"{(name.Length > 26 ? name[..26] : name)} {again}";
        return sheet;
    }

    private static IEnumerable<string> Distinct(IReadOnlyList<string> names) => names.Select((name, i) => names.Take(i).Contains(name) ? $"{name} {i + 1}" : name);
}
