using System.Globalization;
using SafeSpace.Core.Reports.Packs;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure.Words;

namespace SafeSpace.Web.Modules.Reports.Packs;

/// <summary>What a pack's cells, rows and columns are called: the same on the page, in the spreadsheet and in print.</summary>
public static class PackWords
{
    public const string NotShown = "not shown";
    public const string NotKnown = "not known";

    public static string Name(PackRow row, Texts t) => row.Own ? row.Name : string.Join(" + ", row.Name.Split(" + ").Select(name => t[name]));

    public static string Column(string column, Texts t) => Month.TryParse(column, out var month) ? ReportWords.Month(month) : t[column];

    public static string Cell(PackRow row, PackCell cell, Texts t) => cell.State switch
    {
        CellState.Withheld => t[NotShown],
        CellState.Missing => t[NotKnown],
        _ => cell.Words ?? Number(row.Kind, cell.Value!.Value),
    };

    public static string Number(CellKind kind, decimal value) => value.ToString(kind switch
    {
        CellKind.Money => "#,0.00",
        CellKind.Percent or CellKind.Number => "#,0.##",
        _ => "#,0",
    }, CultureInfo.CurrentCulture);

    /// <summary>How a pack is read: on the page's foot and on the notes sheet.</summary>
    public static IReadOnlyList<string> Notes(PackDocument pack, Texts t) =>
    [
        t["“Not shown” means fewer than five, nobody among them, or a number from which such a one could be worked out. So nobody can be told from these figures."],
        t["“Not known” means that nobody wrote it down. It is never counted as none."],
        t["Published figures stand. What is found later is put right in a restatement, and both can be read. A change of fewer than five is not shown: the figure before stands, so sums may be a few apart."],
        .. pack.PartMonths.Select(m => t["{0} is a part month: not everything was written down from its first to its last day.", ReportWords.Month(m)]),
        .. pack.NotClosed.Select(m => t["{0}: the value statement was not closed when this was published, so the group may still change its own.", ReportWords.Month(m)]),
        .. HowWeCount.Sentences(t),
    ];
}
