using System.Globalization;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure.Words;

namespace SafeSpace.Web.TagHelpers;

/// <summary>Days, moments and lengths of time as people say them, in the request's culture.</summary>
public static class Spoken
{
    /// <summary>"Tue 14 Jan, 16:40"; another year is said.</summary>
    public static string Moment(DateTime local, DateOnly today) =>
        $"{Day(DateOnly.FromDateTime(local), today)}, {local.ToString("HH:mm", CultureInfo.InvariantCulture)}";

    /// <summary>"Tue 14 Jan"; another year is said.</summary>
    public static string Day(DateOnly day, DateOnly today) =>
        day.ToString(day.Year == today.Year ? "ddd d MMM" : "ddd d MMM yyyy", CultureInfo.CurrentCulture);

    /// <summary>"14 Jan 1984".</summary>
    public static string Date(DateOnly day) => day.ToString("d MMM yyyy", CultureInfo.CurrentCulture);

    /// <summary>"45 min", "1 h 20 min"; unknown is said, never 0.</summary>
    public static string Minutes(int? minutes, Texts texts) => minutes switch
    {
        null => texts["not noted"],
        < 60 and > -60 => texts["{0} min", minutes],
        _ when minutes % 60 == 0 => texts["{0} h", minutes / 60],
        _ => texts["{0} h {1} min", minutes / 60, Math.Abs(minutes.Value % 60)],
    };

    /// <summary>"12 minutes ago", "yesterday", "in 3 days"; days are the group's days, not lots of 24 hours.</summary>
    public static string Ago(DateTime utc, GroupClock clock, Texts texts)
    {
        var days = clock.Today.DayNumber - clock.DayOf(utc).DayNumber;
        var minutes = (int)Math.Clamp((clock.Now - utc).TotalMinutes, int.MinValue, int.MaxValue);
        return (days, minutes) switch
        {
            (1, > 60) => texts["yesterday"],
            (-1, _) => texts["tomorrow"],
            ( > 1, _) => texts.Count(days, "{0} day ago", "{0} days ago"),
            ( < -1, _) => texts.Count(-days, "in {0} day", "in {0} days"),
            (_, > -1 and < 1) => texts["just now"],
            (_, >= 60) => texts.Count(minutes / 60, "{0} hour ago", "{0} hours ago"),
            (_, > 0) => texts.Count(minutes, "{0} minute ago", "{0} minutes ago"),
            (_, <= -60) => texts.Count(-minutes / 60, "in {0} hour", "in {0} hours"),
            _ => texts.Count(-minutes, "in {0} minute", "in {0} minutes"),
        };
    }
}
