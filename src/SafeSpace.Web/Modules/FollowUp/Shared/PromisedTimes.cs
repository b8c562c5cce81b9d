using System.Globalization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure.Binding;
using SafeSpace.Web.Infrastructure.Words;
using SafeSpace.Web.TagHelpers;

namespace SafeSpace.Web.Modules.FollowUp.Shared;

/// <summary>Days and times that somebody is told to expect, checked the same way on every form.</summary>
public static class PromisedTimes
{
    public static TimeOnly? ReadTime(this PageModel page, string field, string? typed, Texts texts)
    {
        if (string.IsNullOrWhiteSpace(typed))
            return null;
        if (TimeText.TryParse(typed, out var time))
            return time;
        page.ModelState.AddModelError(field, texts[MomentModelBinder.TimeSentence]);
        return null;
    }

    public static void CheckPromised(this PageModel page, string dayField, string timeField, DateOnly day, TimeOnly? time, GroupClock clock, Texts texts)
    {
        if (day < clock.Today)
            page.ModelState.AddModelError(dayField, texts["This day is over. Please pick today or later."]);
        if (day > clock.Today.AddYears(2))
            page.ModelState.AddModelError(dayField, texts["This is more than two years away. Please look at the day."]);
        if (time is { } said && Gap(day, said, clock) is { } gap)
            page.ModelState.AddModelError(timeField, texts["There is no {0} on {1}: that night the clocks go from {2} to {3}. Please pick another time.", Say(said), Spoken.Day(day, clock.Today), Say(gap.From), Say(gap.To)]);
    }

    /// <summary>The stretch that the clock leaves out in spring, if the time lies in it.</summary>
    private static (TimeOnly From, TimeOnly To)? Gap(DateOnly day, TimeOnly time, GroupClock clock)
    {
        if (!clock.Zone.IsInvalidTime(day.ToDateTime(time)))
            return null;
        var (from, to) = (time, time);
        while (from > TimeOnly.MinValue && clock.Zone.IsInvalidTime(day.ToDateTime(from.AddMinutes(-1))))
            from = from.AddMinutes(-1);
        while (clock.Zone.IsInvalidTime(day.ToDateTime(to)))
            to = to.AddMinutes(1);
        return (from, to);
    }

    private static string Say(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);
}
