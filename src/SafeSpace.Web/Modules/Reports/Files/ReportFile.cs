using System.Text;
using SafeSpace.Core.Reports.Monitoring;
using SafeSpace.Web.Infrastructure.Words;

namespace SafeSpace.Web.Modules.Reports.Files;

/// <summary>A report written as a file of one format.</summary>
public sealed record ReportFile(string Format, string ContentType, byte[] Bytes)
{
    public static readonly IReadOnlyList<string> Formats = ["json", "csv", "xlsx", "html"];

    /// <param name="group">What the group calls itself.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is none of <see cref="Formats"/>.</exception>
    public static ReportFile Make(string format, MonitoringReport report, string group, Texts t)
    {
        var title = t["{0}: monitoring report, {1}", group, ReportWords.Period(report.From, report.To, t)];
        return Make(format, title, () => MonitoringJson.Write(report), () => new MonitoringTables(report, t).All(), t.Language);
    }

    /// <summary>Any report, from what it says to programs and its tables.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is none of <see cref="Formats"/>.</exception>
    public static ReportFile Make(string format, string title, Func<string> json, Func<IReadOnlyList<ReportTable>> tables, string language) => format switch
    {
        "json" => new(format, "application/json; charset=utf-8", Encoding.UTF8.GetBytes(json())),
        "csv" => new(format, "text/csv; charset=utf-8", CsvFile.Write(tables())),
        "xlsx" => new(format, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", XlsxFile.Write(tables())),
        "html" => new(format, "text/html; charset=utf-8", HtmlFile.Write(title, language, tables())),
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, "A report is json, csv, xlsx or html."),
    };

    /// <summary>"monitoring-2026-01-to-2026-03.csv".</summary>
    public string NameFor(MonitoringReport report) => $"monitoring-{report.From}{(report.From == report.To ? "" : $"-to-{report.To}")}.{Format}";
}
