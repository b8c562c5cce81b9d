using System.Globalization;
using SafeSpace.Core.FollowUp;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure.Words;
using SafeSpace.Web.TagHelpers;

namespace SafeSpace.Web.Modules.Diary.Shared;

/// <summary>Promises as people say them.</summary>
public static class PromiseWords
{
    /// <summary>"today, 18:00", "tomorrow", "Tue 14 Jan".</summary>
    public static string When(Promise promise, GroupClock clock, Texts texts)
    {
        var day = (promise.DueOn.DayNumber - clock.Today.DayNumber) switch
        {
            0 => texts["today"],
            1 => texts["tomorrow"],
            -1 => texts["yesterday"],
            _ => Spoken.Day(promise.DueOn, clock.Today),
        };
        return promise.DueAt is { } at ? $"{day}, {clock.ToLocal(at).ToString("HH:mm", CultureInfo.InvariantCulture)}" : day;
    }
}
