using System.Text;
using System.Text.Encodings.Web;

namespace SafeSpace.Web.TagHelpers;

/// <summary>Writes each cell's column on it. What people typed is encoded in the rows already, so every "&lt;td" is a cell of ours.</summary>
internal static class CellLabels
{
    public static string Add(string rows, IReadOnlyList<TableColumn> columns)
    {
        var labels = columns.Select(column => HtmlEncoder.Default.Encode(column.Label)).ToArray();
        var result = new StringBuilder(rows.Length * 5 / 4);
        var (from, cell) = (0, 0);
        for (var at = rows.IndexOf('<'); at >= 0; at = rows.IndexOf('<', at + 1))
        {
            if (Is(rows, at, "<tr"))
            {
                cell = 0;
            }
            else if (Is(rows, at, "<th"))
            {
                cell++;
            }
            else if (Is(rows, at, "<td"))
            {
                if (cell < columns.Count)
                {
                    result.Append(rows, from, at + 3 - from);
                    from = at + 3;
                    if (labels[cell].Length > 0) result.Append(" data-label=\"").Append(labels[cell]).Append('"');
                    if (columns[cell].Number && !HasClass(rows, at)) result.Append(" class=\"number\"");
                }

                cell++;
            }
        }

        return result.Append(rows, from, rows.Length - from).ToString();
    }

    private static bool Is(string rows, int at, string tag) =>
        string.CompareOrdinal(rows, at, tag, 0, 3) == 0 && at + 3 < rows.Length && (rows[at + 3] == '>' || char.IsWhiteSpace(rows[at + 3]));

    private static bool HasClass(string rows, int at) => rows.AsSpan(at, rows.IndexOf('>', at) - at).Contains(" class=", StringComparison.Ordinal);
}
