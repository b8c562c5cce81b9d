using System.Globalization;
using SafeSpace.Core.Peers;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure.Words;
using SafeSpace.Web.TagHelpers;

namespace SafeSpace.Web.Modules.Peers.Shared;

/// <summary>How shifts, places and states are said.</summary>
public static class ShiftWords
{
    /// <summary>"Tue 14 Jan, 16:30–21:00".</summary>
    public static string When(Shift shift, GroupClock clock) => $"{Spoken.Day(clock.DayOf(shift.StartsAt), clock.Today)}, {Times(shift, clock)}";

    /// <summary>"16:30–21:00".</summary>
    public static string Times(Shift shift, GroupClock clock) => $"{Time(shift.StartsAt, clock)}–{Time(shift.EndsAt, clock)}";

    public static string Time(DateTime utc, GroupClock clock) => clock.ToLocal(utc).ToString("HH:mm", CultureInfo.InvariantCulture);

    public static string State(ShiftState state) => state switch
    {
        ShiftState.OnBreak => "on a break",
        ShiftState.NoCallsToday => "no calls today",
        _ => "free",
    };

    /// <summary>"facilitator, at home".</summary>
    public static string Place(ShiftPlace place, Texts texts) =>
        (place.Role, place.AtHome) switch
        {
            (ShiftRole.Facilitator, true) => texts["facilitator, at home"],
            (ShiftRole.Facilitator, false) => texts["facilitator, in the building"],
            (_, true) => texts["at home"],
            _ => texts["in the building"],
        };

    /// <summary>"2 have a place, 1 more is needed".</summary>
    public static string Cover(RotaShift shift, DateTime now, Texts texts)
    {
        var missing = shift.Missing(now);
        if (shift.Places.Count == 0 && missing > 0)
            return texts.Count(missing, "Nobody yet. {0} peer is needed.", "Nobody yet. {0} peers are needed.");
        return missing > 0 ? texts.Count(missing, "{0} more is needed.", "{0} more are needed.") : texts["Enough peers."];
    }

    /// <summary>Why a change of the rota could not be.</summary>
    public static string Sentence(RotaChange change) => change switch
    {
        RotaChange.NoSuchShift => "This shift is not there, or it begins later. You can sign on from two hours before.",
        RotaChange.Over => "This shift is over.",
        RotaChange.CalledOff => "This shift does not take place.",
        RotaChange.OnAnother => "There is a place on another shift at that time already. Give that up first.",
        RotaChange.NotAFacilitator => "Only a facilitator can be in charge of the desk.",
        RotaChange.SignedOn => "They are signed on. Sign off instead.",
        _ => "This account is closed, or does not take calls.",
    };
}
