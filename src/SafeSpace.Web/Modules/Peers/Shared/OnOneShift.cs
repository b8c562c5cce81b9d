using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Desk.KeepingApart;
using SafeSpace.Core.Peers;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure.Words;
using SafeSpace.Web.TagHelpers;

namespace SafeSpace.Web.Modules.Peers.Shared;

/// <summary>What whoever plans is told of one shift.</summary>
internal static class OnOneShift
{
    /// <summary>Who could be placed on it too: first those who could on that day.</summary>
    public static async Task<IReadOnlyList<Choice>> OthersAsync(this RotaShift row, GroupDb db, Viewer viewer, GroupClock clock, Texts texts)
    {
        var day = clock.DayOf(row.Shift.StartsAt).DayOfWeek;
        return [.. (await PeersOfGroup.ReadAsync(db)).Where(p => row.PlaceOf(p.Id) is null && p.Id != viewer.Id).OrderByDescending(p => p.Profile?.CouldOn(day) == true)
            .Select(p => new Choice(p.Id.Value.ToString(), p.Profile?.CouldOn(day) == true ? texts["{0} (could on this day)", p.Name] : p.Name))];
    }

    /// <summary>Two who would be in the building together should not meet. Who they are and why, the supervisor knows.</summary>
    /// <param name="whole">The whole store.</param>
    public static async Task<bool> TwoShouldNotMeetAsync(this RotaShift row, GroupDb whole, DateTime now) => row.Shift.EndsAt > now
        && !(await Meeting.ReadAsync(whole)).MayAll([.. row.Places.Where(p => !p.Place.AtHome && p.Place.SignedOffAt is null).Select(p => Party.Of(p.Place.PeerId))]);
}
