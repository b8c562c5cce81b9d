using SafeSpace.Core.Connections.Counselling;

namespace SafeSpace.Core.Privacy.Requests;

/// <summary>
/// The last day to answer somebody who asked what we hold: the same day of the next month as the day it came, or that month's last day;
/// if that is a weekend or a bank holiday, the next working day (UK: ico.org.uk, "How long do we have to comply?").
/// </summary>
public static class LegalDays
{
    private const int Months = 1, MonthsExtended = 3;

    public static DateOnly DueOn(DateOnly received, Nation nation) => OnAWorkingDay(received.AddMonths(Months), nation);

    /// <summary>Two months more, where there are many requests or it is complex; they must be told within the first month.</summary>
    public static DateOnly ExtendedTo(DateOnly received, Nation nation) => OnAWorkingDay(received.AddMonths(MonthsExtended), nation);

    private static DateOnly OnAWorkingDay(DateOnly day, Nation nation) => WorkingDays.Is(day, nation) ? day : WorkingDays.After(day, 1, nation);
}
