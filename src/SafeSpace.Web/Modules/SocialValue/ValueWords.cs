using System.Globalization;
using SafeSpace.Core.SocialValue;
using SafeSpace.Web.Infrastructure.Words;

namespace SafeSpace.Web.Modules.SocialValue;

/// <summary>What people call the parts of the value statement.</summary>
public static class ValueWords
{
    /// <summary>What a rate is for: "an hour".</summary>
    public static string Unit(string unit) => unit == "hour" ? "an hour" : "a " + unit;

    public static string Cell(string cell) => cell switch
    {
        "statutory" => "Statutory income",
        "other" => "Other income",
        "leadership" => "Leadership",
        "peer_support" => "Peer support",
        "centre_use" => "Centre use",
        "membership" => "Membership",
        "crisis_support" => "Crisis support",
        "total_income" => "Total income",
        _ => "Total social return",
    };

    public static string Component(ValueComponent component) => Cell(ValueCells.Of(component));

    /// <summary>"£24,695.00"; missing is said.</summary>
    public static string Money(Fraction? pence, Texts t) =>
        pence is { } p ? string.Create(CultureInfo.InvariantCulture, $"{(p < 0 ? "−" : "")}£{Math.Abs(Rounding.Money(p)):#,0.00}") : t["missing"];

    public static string Percent(Fraction? ratio, int decimals, Texts t) =>
        ratio is { } r ? Rounding.HalfUp(r * 100, decimals).ToString(decimals == 0 ? "#,0" : "#,0.0", CultureInfo.InvariantCulture) + " %" : t["missing"];

    public static string Reading(ValueReading reading, Texts t) => reading.Name switch
    {
        "gross_per_statutory_pound" => t["Social return for each statutory pound, as published"],
        "net_per_statutory_pound" => t["The same, with the statutory pounds taken off first"],
        "gross_per_pound_of_income" => t["Social return for each pound of all income"],
        "net_per_pound_of_income" => t["The same, with all income taken off first"],
        _ => t["{0}: social return for each statutory pound", Reports.ReportWords.Month(reading.Month!.Value, full: true)],
    };

    public static string Adjustment(string name) => name switch
    {
        "none" => "Nothing taken off",
        "deadweight" => "What would have happened anyway (deadweight)",
        "attribution" => "What others did (attribution)",
        "drop_off" => "What fades within the year (drop-off)",
        "discount" => "Money later is worth less (discount)",
        _ => "All of these together",
    };

    public static string Fault(RateFaultKind kind) => kind switch
    {
        RateFaultKind.Gap => "From {0} to {1} no rate is agreed.",
        RateFaultKind.Overlap => "From {0} to {1} two rates hold. The later one counts.",
        _ => "It begins on {0}, in a month that is closed. That month stands as it is.",
    };

    public static string Refusal(BookRefusal refusal) => refusal switch
    {
        BookRefusal.MonthClosed => "This month is closed, and its figures stand. Open it again with a reason first.",
        BookRefusal.Twice => "This is in the book already. It counts once.",
        BookRefusal.TooManyHours => HoursText.TooMany,
        BookRefusal.NotYours => "Somebody else has hours under this name. Write the name more fully.",
        _ => "This is not there any more.",
    };

    /// <summary>The method, and what it is not.</summary>
    public static IEnumerable<string> Method(Texts t) =>
    [
        t["This is replacement cost at agreed rates: what the same hours, places and visits would cost if they had to be paid for, at rates the council, the health commissioner and the group agreed."],
        t["It is not a full social return on investment: nothing is taken off for what would have happened anyway, and no value is put on what changed in a life."],
        t["Each week belongs to the month of its Monday. A rate is the one in force on the day; for levels and members, on the month's last day. Everything is added exactly and rounded, half up, only when it is shown."],
        t["The mean is of the whole months. The full year is twelve times the mean, not rounded in between."],
    ];

    /// <summary>Which months the mean and the full year are made of.</summary>
    public static string MonthsUsed(ValueReport report, Texts t) => report.Used.Count == 0
        ? t["There is no whole month yet, so there is no mean."]
        : t["The mean and the full year use these months: {0}.", string.Join(", ", report.Used.Select(m => Reports.ReportWords.Month(m.When)))];

    /// <summary>What is missing or flagged in a month, in sentences.</summary>
    /// <param name="levels">The group's words for levels.</param>
    public static IEnumerable<string> Flags(MonthFigures month, Texts t, IReadOnlyDictionary<string, string> levels)
    {
        var name = Reports.ReportWords.Month(month.When, full: true);
        if (month.IsPart)
            yield return t["{0} is not whole, so it is left out of the mean and the full year.", name];
        if (month.Statutory is null)
            yield return t["{0}: no statutory income is written down.", name];
        foreach (var component in month.WithoutBook)
            yield return t["{0}: nothing is written down in the book of {1}, so the total goes without it.", name, t[Component(component)]];
        foreach (var line in month.Lines.Where(l => l.Pence is null && !l.Count.IsZero))
            yield return t["{0}: no rate is agreed for {1}, {2}.", name, t[Component(line.Component)], levels.GetValueOrDefault(line.Level, line.Level)];
        if (month.Undecided > 0)
            yield return name + ": " + t.Count((int)month.Undecided, "{0} sign-in is not said to be a day or half a day yet. It is worth nothing until then.", "{0} sign-ins are not said to be a day or half a day yet. They are worth nothing until then.");
    }
}
