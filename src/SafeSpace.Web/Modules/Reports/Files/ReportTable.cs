namespace SafeSpace.Web.Modules.Reports.Files;

/// <summary>A table of a report as a file: words are said, numbers stay numbers, null is unknown. The first column names the row.</summary>
public sealed record ReportTable(string Name, IReadOnlyList<string> Columns, IReadOnlyList<object?[]> Rows);
