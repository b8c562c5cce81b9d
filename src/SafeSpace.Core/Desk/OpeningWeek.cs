using System.Globalization;

namespace SafeSpace.Core.Desk;

/// <summary>Open from one time of day to another; to a time that is not later means over midnight.</summary>
public sealed record OpeningSpan(TimeOnly Opens, TimeOnly Closes)
{
    public bool OverMidnight => Closes <= Opens;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Opens:HH:mm}–{Closes:HH:mm}");
}

/// <summary>When a group is open on each day of an ordinary week. A day may have several spans, or none.</summary>
public sealed class OpeningWeek
{
    public const int Days = 7;
    private readonly OpeningSpan[][] days;

    private OpeningWeek(OpeningSpan[][] days) => this.days = days;

    /// <param name="days">Monday first; spans of one day in any order.</param>
    /// <returns>Null where spans of a day overlap.</returns>
    public static OpeningWeek? From(IEnumerable<IEnumerable<OpeningSpan>> days)
    {
        OpeningSpan[][] sorted = [.. days.Select(spans => spans.OrderBy(s => s.Opens).ToArray())];
        ArgumentOutOfRangeException.ThrowIfNotEqual(sorted.Length, Days);
        return sorted.Any(spans => spans.Zip(spans.Skip(1)).Any(pair => pair.First.OverMidnight || pair.First.Closes > pair.Second.Opens)) ? null : new OpeningWeek(sorted);
    }

    public IReadOnlyList<OpeningSpan> Of(DayOfWeek day) => days[((int)day + 6) % Days];

    /// <summary>As it is stored: seven days, Monday first, "16:30-21:00,22:00-23:00|…".</summary>
    public string ToText() =>
        string.Join('|', days.Select(spans => string.Join(',', spans.Select(s => string.Create(CultureInfo.InvariantCulture, $"{s.Opens:HH:mm}-{s.Closes:HH:mm}")))));

    public static OpeningWeek Parse(string text) => From(text.Split('|').Select(day =>
        day.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(span => new OpeningSpan(Time(span[..5]), Time(span[6..]))))) ?? throw new FormatException("Spans of a day overlap.");

    private static TimeOnly Time(string text) => TimeOnly.ParseExact(text, "HH:mm", CultureInfo.InvariantCulture);
}
