using System.Globalization;
using System.Net;
using System.Text;

namespace SafeSpace.Web.Modules.Reports.Files;

/// <summary>The report as one page that stands by itself: to read, to print, to file.</summary>
internal static class HtmlFile
{
    private const string Style =
        "body{font:1rem/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#2B2A28;background:#FBF7F0}" +
        "table{border-collapse:collapse;margin:0 0 2rem;background:#fff}caption{text-align:left;font-weight:600;font-size:1.2rem;padding:.5rem 0}" +
        "th,td{text-align:left;padding:.25rem .75rem;border-bottom:1px solid #D9D0C3}.n{text-align:right;font-variant-numeric:tabular-nums}.s{overflow-x:auto}" +
        "@media print{body{background:#fff;margin:0;font-size:10pt}table{break-inside:avoid}}";

    public static byte[] Write(string title, string language, IReadOnlyList<ReportTable> tables)
    {
        var page = new StringBuilder();
        page.Append(CultureInfo.InvariantCulture, $"<!DOCTYPE html>\n<html lang=\"{Say(language)}\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        page.Append(CultureInfo.InvariantCulture, $"<title>{Say(title)}</title>\n<style>{Style}</style>\n</head>\n<body>\n<main>\n<h1>{Say(title)}</h1>\n");
        foreach (var table in tables)
            Append(page, table);
        page.Append("</main>\n</body>\n</html>\n");
        return Encoding.UTF8.GetBytes(page.ToString());
    }

    private static void Append(StringBuilder page, ReportTable table)
    {
        page.Append(CultureInfo.InvariantCulture, $"<div class=\"s\"><table>\n<caption>{Say(table.Name)}</caption>\n<thead><tr>");
        for (var column = 0; column < table.Columns.Count; column++)
            page.Append(CultureInfo.InvariantCulture, $"<th scope=\"col\"{Class(column)}>{Say(table.Columns[column])}</th>");
        page.Append("</tr></thead>\n<tbody>\n");
        foreach (var row in table.Rows)
        {
            page.Append(CultureInfo.InvariantCulture, $"<tr><th scope=\"row\">{Say(row[0])}</th>");
            for (var column = 1; column < row.Length; column++)
                page.Append(CultureInfo.InvariantCulture, $"<td{Class(column)}>{Say(row[column])}</td>");
            page.Append("</tr>\n");
        }

        page.Append("</tbody>\n</table></div>\n");
    }

    private static string Class(int column) => column == 0 ? "" : " class=\"n\"";

    private static string Say(object? value) => WebUtility.HtmlEncode(value is IFormattable number ? number.ToString(null, CultureInfo.CurrentCulture) : value?.ToString() ?? "");
}
