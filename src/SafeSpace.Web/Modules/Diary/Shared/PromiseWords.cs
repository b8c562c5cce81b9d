using System.Globalization;
using SafeSpace.Core.FollowUp;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure.Words;
using SafeSpace.Web.TagHelpers;

namespace SafeSpace.Web.Modules.Diary.Shared;

/// <summary>Promises as people say them.</summary>
public static class PromiseWords
{
    /// <summary>"ring today, 18:00", "visit Tue 14 Jan", "see to a connection tomorrow": what is to be done, and when.</summary>
    public static string What(Promise promise, GroupClock clock, Texts texts) => texts[promise.For switch
    {
        null => promise.Visit ? "visit {0}" : "ring {0}",
        PromiseFor.Connection => "see to a connection {0}",
        PromiseFor.PassedBack => "passed back: ask again {0}",
        PromiseFor.Hospital => "in hospital: think of them {0}",
        PromiseFor.Advocacy => "advocacy: next step {0}",
        _ => "something asked for: {0}",
    }, When(promise, clock, texts)];

    /// <summary>"late: promised yesterday"; of a step, what it is.</summary>
    public static string Late(Promise promise, GroupClock clock, Texts texts) =>
        promise.For is null ? texts["late: promised {0}", When(promise, clock, texts)] : texts["late: {0}", What(promise, clock, texts)];

    /// <summary>What somebody else made of it while a form was filled in. English; translated where it is shown.</summary>
    public static string Meanwhile(PromiseState state) => state switch
    {
        PromiseState.Moved => "It was moved meanwhile.",
        PromiseState.Released => "It was said meanwhile that it is not needed any more.",
        PromiseState.Missed => "It was noted meanwhile that it was missed.",
        _ => "It was kept meanwhile.",
    };

    /// <summary>Where it is seen to.</summary>
    public static string Address(Promise promise) => promise.For switch
    {
        null => $"~/promises/{promise.Id}",
        PromiseFor.Connection => $"~/connections/{promise.ForId}",
        PromiseFor.PassedBack => $"~/passed-back/{promise.ForId}",
        PromiseFor.Hospital => $"~/hospital/{promise.ForId}",
        PromiseFor.Advocacy => $"~/advocacy/{promise.ForId}",
        _ => $"~/asks/{promise.ForId}",
    };

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
