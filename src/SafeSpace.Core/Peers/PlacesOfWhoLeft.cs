using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Peers;

/// <summary>
/// An account that is closed is signed off where it was on, and its coming places are open again, so that too little cover shows.
/// What was begun stays: a call under way stands on the desk until somebody says what became of it.
/// </summary>
public sealed class PlacesOfWhoLeft : IAccountStep
{
    public async Task BeforeRetireAsync(Unit unit, UserId account)
    {
        var shifts = unit.Db.Shifts.Where(s => s.EndsAt > unit.Now);
        var places = await unit.Db.ShiftPlaces
            .Where(p => p.PeerId == account && p.SignedOffAt == null && p.GivenUpAt == null && shifts.Any(s => s.Id == p.ShiftId)).ToListAsync();
        foreach (var place in places)
        {
            if (place.SignedOnAt is null)
                place.GivenUpAt = unit.Now;
            else
                place.SignedOffAt = unit.Now;
        }

        foreach (var link in await unit.Db.CalendarLinks.Where(l => l.PeerId == account && l.EndedAt == null).ToListAsync())
            link.EndedAt = unit.Now;
        foreach (var fallback in await unit.Db.FallbackPeers.Where(f => f.PeerId == account && f.EndedAt == null).ToListAsync())
            fallback.EndedAt = unit.Now;
    }
}
