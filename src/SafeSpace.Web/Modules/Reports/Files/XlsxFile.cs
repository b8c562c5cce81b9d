using System.Data;
using MiniExcelLibs;

namespace SafeSpace.Web.Modules.Reports.Files;

/// <summary>A workbook, a sheet for each table; numbers are numbers, unknown is an empty cell.</summary>
internal static class XlsxFile
{
    public static byte[] Write(IReadOnlyList<ReportTable> tables)
    {
        using var bytes = new MemoryStream();
        bytes.SaveAs(tables.ToDictionary(table => SheetName(table.Name), table => (object)Sheet(table)));
        return bytes.ToArray();
    }

    private static DataTable Sheet(ReportTable table)
    {
        var sheet = new DataTable { Locale = System.Globalization.CultureInfo.InvariantCulture };
        foreach (var column in table.Columns)
            sheet.Columns.Add(column, typeof(object));
        foreach (var row in table.Rows)
            sheet.Rows.Add([.. row.Select(value => value ?? DBNull.Value)]);
        return sheet;
    }

    /// <summary>Spreadsheet programs refuse these signs, and names longer than 31.</summary>
    private static string SheetName(string name)
    {
        var allowed = string.Concat(name.Where(c => !@"[]:*?/\".Contains(c)));
        return allowed.Length > 31 ? allowed[..31] : allowed;
    }
}
