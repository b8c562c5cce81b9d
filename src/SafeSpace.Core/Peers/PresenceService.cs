using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Peers;

/// <summary>Signs on, says how one is, signs off. No reason is asked, and no lateness is kept.</summary>
public sealed class PresenceService(GroupStore store)
{
    /// <summary>So long before its start somebody can sign on to a shift.</summary>
    public static readonly TimeSpan Early = TimeSpan.FromHours(2);

    /// <summary>Signs on, with or without a planned place. Who is on elsewhere is signed off there: one peer is in one place.</summary>
    public async Task<RotaChange> SignOnAsync(Guid shiftId, UserId peer, PlaceDetails details, Actor by)
    {
        try
        {
            return await WriteAsync();
        }
        catch (StaleVersionException)
        {
            return await WriteAsync(); // the same tap from two windows
        }

        Task<RotaChange> WriteAsync() => store.Write("SignedOn", by, async unit =>
        {
            if (await unit.Db.Shifts.FindAsync(shiftId) is not { } shift || shift.StartsAt > unit.Now + Early)
                return RotaChange.NoSuchShift;
            if (shift.EndsAt <= unit.Now)
                return RotaChange.Over;
            if (shift.CancelledAt is not null)
                return RotaChange.CalledOff;
            if (await Presence.PlaceAsync(unit, peer) is { } elsewhere && elsewhere.ShiftId != shiftId)
                elsewhere.SignedOffAt = unit.Now;
            if (await RotaService.TakeAsync(unit, shift, peer, details, now: true) is var taken and not RotaChange.Done)
                return taken;
            var place = unit.Db.ShiftPlaces.Local.Single(p => p.ShiftId == shiftId && p.PeerId == peer && p.GivenUpAt == null);
            if (place.SignedOnAt is null || place.SignedOffAt is not null)
                (place.SignedOnAt, place.SignedOffAt, place.State) = (place.SignedOnAt ?? unit.Now, null, ShiftState.Free);
            place.HeardAt = unit.Now;
            return RotaChange.Done;
        });
    }

    /// <returns>False when they are not on.</returns>
    public Task<bool> SayAsync(UserId peer, ShiftState state, Actor by) => ChangeAsync("PeerSaidHowTheyAre", peer, by, place => place.State = state);

    public Task<bool> MoveAsync(UserId peer, bool atHome, string? reachOn, Actor by) => ChangeAsync("PeerMoved", peer, by, place =>
        (place.AtHome, place.ReachOn) = (atHome, string.IsNullOrWhiteSpace(reachOn) ? null : reachOn.Trim()));

    public Task<bool> SignOffAsync(UserId peer, Actor by) => store.Write("SignedOff", by, async unit =>
    {
        if (await Presence.PlaceAsync(unit, peer) is not { } place)
            return false;
        (place.SignedOffAt, place.HeardAt) = (unit.Now, unit.Now);
        return true;
    });

    private Task<bool> ChangeAsync(string kind, UserId peer, Actor by, Action<ShiftPlace> change) => store.Write(kind, by, async unit =>
    {
        if (await Presence.PlaceAsync(unit, peer) is not { } place)
            return false;
        change(place);
        place.HeardAt = unit.Now;
        return true;
    });
}
