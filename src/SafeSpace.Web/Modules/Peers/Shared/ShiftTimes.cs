using Microsoft.AspNetCore.Mvc.ModelBinding;
using SafeSpace.Core.Peers;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure.Binding;
using SafeSpace.Web.Infrastructure.Words;

namespace SafeSpace.Web.Modules.Peers.Shared;

/// <summary>When a shift is, as somebody types it: a day, two times, and how many it takes. To a time that is not later is after midnight.</summary>
internal sealed record ShiftTimes(DateOnly? Day, string? Starts, string? Ends, int? Least)
{
    /// <returns>The moments, UTC; null with the mistakes noted.</returns>
    public (DateTime Starts, DateTime Ends)? Read(ModelStateDictionary state, Texts texts, GroupClock clock)
    {
        if (Day is null && state[nameof(Day)]?.Errors.Count is null or 0)
            state.AddModelError(nameof(Day), texts["Please say which day."]);
        var (from, to) = (Time(state, nameof(Starts), Starts, texts), Time(state, nameof(Ends), Ends, texts));
        if (Least is null or < 1 or > ShiftDetails.MostPeers)
            state.AddModelError(nameof(Least), texts["Between 1 and 50 peers."]);
        if (Day is not { } day || from is not { } starts || to is not { } ends)
            return null;
        return (clock.ToUtc(new LocalMoment(day, starts)), clock.ToUtc(new LocalMoment(ends <= starts ? day.AddDays(1) : day, ends)));
    }

    private static TimeOnly? Time(ModelStateDictionary state, string field, string? typed, Texts texts)
    {
        if (TimeText.TryParse(typed, out var time))
            return time;
        state.AddModelError(field, texts[MomentModelBinder.TimeSentence]);
        return null;
    }
}
