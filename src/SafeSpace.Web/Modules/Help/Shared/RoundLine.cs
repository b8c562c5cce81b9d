using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.Help;

namespace SafeSpace.Web.Modules.Help.Shared;

/// <summary>A round as lists show it: who brings it, how many doors there are and how many are done.</summary>
public sealed record RoundLine(DeliveryRound Round, string? Driver, int Doors, int Done, int NotAtHome)
{
    public static async Task<IReadOnlyList<RoundLine>> ReadAsync(GroupDb db, IQueryable<DeliveryRound> rounds)
    {
        var rows = await rounds.AsNoTracking().ToListAsync();
        if (rows.Count == 0)
            return [];
        var ids = rows.ConvertAll(r => r.Id);
        var stops = (await db.DeliveryStops.AsNoTracking().Where(s => ids.Contains(s.RoundId) && s.State != StopState.CalledOff).Select(s => new { s.RoundId, s.State }).ToListAsync()).ToLookup(s => s.RoundId, s => s.State);
        var drivers = rows.Where(r => r.DriverId is not null).Select(r => r.DriverId!.Value.Value).Distinct().ToList();
        var names = await db.Users.AsNoTracking().Where(u => drivers.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.DisplayName);
        return rows.ConvertAll(r => new RoundLine(r, r.DriverId is { } driver ? names.GetValueOrDefault(driver.Value) : null,
            stops[r.Id].Count(), stops[r.Id].Count(s => s == StopState.Done), stops[r.Id].Count(s => s == StopState.NotAtHome)));
    }
}
