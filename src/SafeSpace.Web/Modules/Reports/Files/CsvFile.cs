using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace SafeSpace.Web.Modules.Reports.Files;

/// <summary>
/// All tables in one file, one number a line: table, row, figure, value. A cell that a spreadsheet program would take for a formula
/// gets an apostrophe before it. Begins with the mark by which spreadsheet programs know UTF-8.
/// </summary>
internal static class CsvFile
{
    public static byte[] Write(IReadOnlyList<ReportTable> tables)
    {
        using var bytes = new MemoryStream();
        using (var writer = new StreamWriter(bytes, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true)))
        using (var csv = new CsvWriter(writer, new CsvConfiguration(CultureInfo.InvariantCulture) { InjectionOptions = InjectionOptions.Escape }))
        {
            foreach (var heading in new[] { "table", "row", "figure", "value" })
                csv.WriteField(heading);
            csv.NextRecord();
            foreach (var table in tables)
                foreach (var row in table.Rows)
                    WriteRow(csv, table, row);
        }

        return bytes.ToArray();
    }

    private static void WriteRow(CsvWriter csv, ReportTable table, object?[] row)
    {
        for (var column = Math.Min(1, row.Length - 1); column < row.Length; column++)
        {
            csv.WriteField(table.Name);
            csv.WriteField(column == 0 ? "" : row[0]?.ToString());
            csv.WriteField(table.Columns[column]);
            csv.WriteField(Convert.ToString(row[column], CultureInfo.InvariantCulture));
            csv.NextRecord();
        }
    }
}
