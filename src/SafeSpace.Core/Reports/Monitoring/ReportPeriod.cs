using System.Globalization;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Reports.Monitoring;

/// <summary>From which month to which, both included, and as at which day.</summary>
public sealed record ReportPeriod(Month From, Month To, DateOnly On)
{
    /// <summary>Longer than any group has lived, shorter than what somebody gets by a slip of the finger.</summary>
    public const int MostMonths = 600;

    public const string MonthSentence = "Write a month like this: 2021-01.";
    public const string DaySentence = "Write the day like this: 2021-01-15.";
    public const string OrderSentence = "The last month is before the first one.";
    public const string LongSentence = "Choose at most 50 years.";

    private static readonly string[] MonthForms = ["yyyy-MM", "yyyy-M", "MM/yyyy", "M/yyyy", "MMM yyyy", "MMMM yyyy"];

    public int Months => ((To.Year - From.Year) * 12) + To.Number - From.Number + 1;

    /// <summary>As many months, just before.</summary>
    public (Month From, Month To) Before => (Month.Of(From.FirstDay.AddMonths(-Months)), From.Previous);

    /// <summary>Reads what a person, an address or a command line says. What is not said: <paramref name="to"/> is <paramref name="from"/>, the day is the usual one.</summary>
    /// <param name="mistakes">Which of from, to, on cannot be used, and why, in a sentence.</param>
    public static ReportPeriod? Read(string? from, string? to, string? on, GroupClock clock, out IReadOnlyDictionary<string, string> mistakes)
    {
        var wrong = new Dictionary<string, string>();
        mistakes = wrong;
        var day = default(DateOnly);
        if (!TryMonth(from, out var first))
            wrong["from"] = MonthSentence;
        if (!TryMonth(string.IsNullOrWhiteSpace(to) ? from : to, out var last) && wrong.Count == 0)
            wrong["to"] = MonthSentence;
        if (!string.IsNullOrWhiteSpace(on) && !DateOnly.TryParseExact(on.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day))
            wrong["on"] = DaySentence;
        if (wrong.Count == 0 && last < first)
            wrong["to"] = OrderSentence;
        if (wrong.Count > 0)
            return null;
        var period = new ReportPeriod(first, last, string.IsNullOrWhiteSpace(on) ? MonitoringReport.UsualDay(clock, last) : day);
        if (period.Months <= MostMonths)
            return period;
        wrong["to"] = LongSentence;
        return null;
    }

    /// <summary>The last whole month, or this one while there is no other.</summary>
    public static ReportPeriod Usual(GroupClock clock, DateOnly? firstDay)
    {
        var now = Month.Of(clock.Today);
        var month = firstDay is { } first && Month.Of(first) < now ? now.Previous : now;
        return new(month, month, MonitoringReport.UsualDay(clock, month));
    }

    // Years before 1900 and after 2200 are slips, and the days around them cannot be reckoned with.
    private static bool TryMonth(string? text, out Month month)
    {
        var ok = DateOnly.TryParseExact(text?.Trim(), MonthForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 1900 and <= 2200;
        month = ok ? Month.Of(day) : default;
        return ok;
    }
}
