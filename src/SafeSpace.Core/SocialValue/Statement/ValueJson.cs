using System.Text.Json;
using System.Text.Json.Nodes;
using SafeSpace.Core.Reports.Monitoring;

namespace SafeSpace.Core.SocialValue;

/// <summary>The statement for programs: a column for each month, then mean and fye; money as strings of pounds and pence, null where it is missing.</summary>
public static class ValueJson
{
    public static string Write(ValueReport report) => Of(report).ToJsonString(MonitoringJson.Options);

    public static JsonObject Of(ValueReport report)
    {
        var json = new JsonObject();
        foreach (var month in report.Months)
            json[month.Month] = Column(month.Cell);
        json["mean"] = Column(report.Mean);
        json["fye"] = Column(report.FullYear);
        json["roi_per_pound"] = report.PerPound is { } roi ? Rounding.Pounds(roi * 100) : null;
        json["roi_percent"] = report.PerPound is { } ratio ? (long)Rounding.HalfUp(ratio * 100) : null;
        json["counts"] = new JsonObject(report.Months.Select(m => KeyValuePair.Create<string, JsonNode?>(m.Month, Counts(m))));
        json["months_used"] = Names(report.Used.Select(m => m.Month));
        json["part_months"] = Names(report.PartMonths.Select(m => m.Month));
        json["closed_months"] = Names(report.Months.Where(m => m.IsClosed).Select(m => m.Month));
        json["missing"] = Names(report.Months.SelectMany(m => ValueCells.Money.Where(c => m.Cell(c) is null).Select(c => $"{m.Month} {c}")));
        json["readings"] = new JsonArray([.. ValueReading.Of(report).Select(Reading)]);
        return json;
    }

    private static JsonObject Column(Func<string, Fraction?> cell)
    {
        var column = new JsonObject();
        foreach (var name in ValueCells.Money)
            column[name] = cell(name) is { } pence ? Rounding.Pounds(pence) : null;
        column["financial_return_percent"] = ValueReport.FinancialReturn(cell) is { } financial ? (long)Rounding.HalfUp(financial * 100) : null;
        column["cost_percent"] = ValueReport.Cost(cell) is { } cost ? Rounding.HalfUp(cost * 100, 1) : null;
        return column;
    }

    /// <summary>How many of what; null where nobody wrote it down.</summary>
    private static JsonNode? Counts(MonthFigures month)
    {
        var counts = JsonSerializer.SerializeToNode(month.Counts, MonitoringJson.Options)!;
        (ValueComponent Component, string Name)[] names =
        [
            (ValueComponent.Leadership, "leaders"), (ValueComponent.PeerSupport, "peer_supporters"), (ValueComponent.CentreUse, "centre_uses"),
            (ValueComponent.Membership, "registered_members"), (ValueComponent.CrisisSupport, "severe_crises"),
        ];
        foreach (var (_, name) in names.Where(n => month.WithoutBook.Contains(n.Component)))
            counts[name] = null;
        return counts;
    }

    private static JsonObject Reading(ValueReading reading) => new()
    {
        ["reading"] = reading.Name,
        ["month"] = reading.Month?.ToString(),
        ["gross"] = reading.IsGross,
        ["numerator"] = reading.Over is { } over ? Rounding.Pounds(over) : null,
        ["denominator"] = reading.Under is { } under ? Rounding.Pounds(under) : null,
        ["per_pound"] = reading.PerPound is { } per ? Rounding.Pounds(per * 100) : null,
    };

    private static JsonArray Names(IEnumerable<string> names) => new([.. names.Select(n => (JsonNode?)JsonValue.Create(n))]);
}
