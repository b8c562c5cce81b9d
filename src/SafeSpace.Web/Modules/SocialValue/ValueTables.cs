using SafeSpace.Core.Shared;
using SafeSpace.Core.SocialValue;
using SafeSpace.Web.Infrastructure.Words;
using SafeSpace.Web.Modules.Reports;
using SafeSpace.Web.Modules.Reports.Files;

namespace SafeSpace.Web.Modules.SocialValue;

/// <summary>The value statement as tables of a file: money as numbers, empty where it is missing; with its working and its notes.</summary>
public sealed class ValueTables(ValueReport report, IReadOnlyDictionary<string, string> levels, Texts t)
{
    public IReadOnlyList<ReportTable> All() => [Statement(), Readings(), Counts(), Working(), Notes()];

    private ReportTable Statement() => new(
        t["Value statement"],
        [t["Figure"], .. report.Months.Select(m => ReportWords.Month(m.When)), t["Mean"], t["Full year"]],
        [
            .. ValueCells.Money.Select(cell => Row(t[ValueWords.Cell(cell)], of => Money(of(cell)))),
            Row(t["Financial return, percent"], of => ValueReport.FinancialReturn(of) is { } r ? Rounding.HalfUp(r * 100, 0) : null),
            Row(t["Cost, percent"], of => ValueReport.Cost(of) is { } r ? Rounding.HalfUp(r * 100, 1) : null),
        ]);

    private object?[] Row(string name, Func<Func<string, Fraction?>, object?> value) =>
        [name, .. report.Months.Select(m => value(m.Cell)), value(report.Mean), value(report.FullYear)];

    private ReportTable Readings() => new(
        t["Readings"],
        [t["Reading"], t["Gross or net"], t["Social return, £"], t["Income, £"], t["£ for each pound"]],
        [
            .. ValueReading.Of(report).Select(r => new object?[] { ValueWords.Reading(r, t), r.IsGross ? t["gross"] : t["net"], Money(r.Over), Money(r.Under), r.PerPound is { } per ? Rounding.HalfUp(per, 2) : null }),
        ]);

    private ReportTable Counts() => new(
        t["Counts"],
        [t["Month"], t["Whole or part"], t["Open or closed"], t["Leaders"], t["Peer supporters"], t["Centre uses"], t["Registered members"], t["Severe crises"]],
        [
            .. report.Months.Select(m => new object?[]
            {
                ReportWords.Month(m.When), m.IsPart ? t["part"] : t["whole"], m.IsClosed ? t["closed"] : t["open"],
                Known(m, ValueComponent.Leadership, m.Counts.Leaders), Known(m, ValueComponent.PeerSupport, m.Counts.PeerSupporters), Known(m, ValueComponent.CentreUse, m.Counts.CentreUses),
                Known(m, ValueComponent.Membership, m.Counts.RegisteredMembers), Known(m, ValueComponent.CrisisSupport, m.Counts.SevereCrises),
            }),
        ]);

    private ReportTable Working() => new(
        t["Working"],
        [t["Line"], t["Month"], t["Part"], t["Level"], t["How many"], t["Rate, £"], t["Rate from"], t["Value, £"]],
        [
            .. report.Months.SelectMany(m => m.Lines.Select(l => (Month: m, Line: l))).Select((l, i) => new object?[]
            {
                i + 1, l.Month.Month, t[ValueWords.Component(l.Line.Component)], levels.GetValueOrDefault(l.Line.Level, l.Line.Level), Rounding.HalfUp(l.Line.Count, 2),
                l.Line.Pence is { } pence ? pence / 100m : null, l.Line.RateFrom?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), Money(l.Line.Value),
            }),
        ]);

    private ReportTable Notes() => new(t["Notes"], [t["How we count"]],
    [
        .. ValueWords.Method(t).Append(ValueWords.MonthsUsed(report, t)).Concat(report.Months.SelectMany(m => ValueWords.Flags(m, t, levels))).Select(s => new object?[] { s }),
    ]);

    private static long? Known(MonthFigures month, ValueComponent component, long count) => month.WithoutBook.Contains(component) ? null : count;

    private static decimal? Money(Fraction? pence) => pence is { } p ? Rounding.Money(p) : null;
}

/// <summary>The value statement written as a file of one format.</summary>
public static class ValueFile
{
    public static ReportFile Make(string format, ValueReport report, IReadOnlyDictionary<string, string> levels, string group, Texts t)
    {
        var title = t["{0}: value statement, {1}", group, ReportWords.Period(report.From, report.To, t)];
        return ReportFile.Make(format, title, () => ValueJson.Write(report), () => new ValueTables(report, levels, t).All(), t.Language);
    }

    /// <summary>"value-2019-10-to-2019-12.xlsx".</summary>
    public static string NameFor(ValueReport report, string format) => $"value-{report.From}{(report.From == report.To ? "" : $"-to-{report.To}")}.{format}";
}
