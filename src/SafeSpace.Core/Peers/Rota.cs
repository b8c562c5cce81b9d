using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Peers;

/// <param name="Left">Their account is closed: what they did stands.</param>
public sealed record RotaPlace(ShiftPlace Place, string Name, bool Left);

/// <summary>One shift of the rota and who is on it.</summary>
public sealed record RotaShift(Shift Shift, IReadOnlyList<RotaPlace> Places)
{
    /// <summary>Who has a place and may still come, or is on.</summary>
    public int Planned => Places.Count(p => p.Place.SignedOffAt is null);

    public int SignedOn => Places.Count(p => p.Place is { SignedOnAt: not null, SignedOffAt: null });

    public bool IsCalledOff => Shift.CancelledAt is not null;

    /// <summary>How many more it takes. Nothing is missing from a shift that is over or called off.</summary>
    public int Missing(DateTime now) => IsCalledOff || Shift.EndsAt <= now ? 0 : Math.Max(0, Shift.LeastPeers - Planned);

    public bool IsRunning(DateTime now) => !IsCalledOff && Shift.StartsAt <= now && now < Shift.EndsAt;

    public RotaPlace? PlaceOf(UserId? peer) => Places.FirstOrDefault(p => p.Place.PeerId == peer);
}

/// <summary>Reads shifts and places by their time.</summary>
public static class Rota
{
    /// <summary>Shifts that touch a stretch of time, the earliest first; called-off ones among them.</summary>
    public static Task<IReadOnlyList<RotaShift>> ReadAsync(GroupDb db, DateTime from, DateTime to)
    {
        var longest = from - ShiftDetails.Longest;
        return ReadAsync(db, db.Shifts.Where(s => s.EndsAt > from && s.EndsAt < to + ShiftDetails.Longest && s.StartsAt < to && s.StartsAt > longest));
    }

    public static async Task<RotaShift?> FindAsync(GroupDb db, Guid id) => (await ReadAsync(db, db.Shifts.Where(s => s.Id == id))).SingleOrDefault();

    /// <summary>Too little cover within the days the group wants to see it ahead.</summary>
    public static async Task<IReadOnlyList<RotaShift>> ShortAsync(GroupDb db, GroupClock clock, CoverSettings settings) =>
        [.. (await ReadAsync(db, clock.Now, clock.StartOf(clock.Today.AddDays(settings.ShowDays + 1)))).Where(s => s.Missing(clock.Now) > 0)];

    private static async Task<IReadOnlyList<RotaShift>> ReadAsync(GroupDb db, IQueryable<Shift> which)
    {
        var shifts = await which.AsNoTracking().OrderBy(s => s.StartsAt).ThenBy(s => s.Id).ToListAsync();
        var ids = shifts.Select(s => s.Id).ToList();
        var places = await db.ShiftPlaces.AsNoTracking().Where(p => ids.Contains(p.ShiftId) && p.GivenUpAt == null).ToListAsync();
        var accounts = places.Select(p => p.PeerId.Value).Distinct().ToList();
        var names = await db.Users.AsNoTracking().Where(u => accounts.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => new { u.DisplayName, u.RetiredAt });
        var byShift = places.ToLookup(p => p.ShiftId, p => new RotaPlace(p, names[p.PeerId.Value].DisplayName, names[p.PeerId.Value].RetiredAt is not null));
        return [.. shifts.Select(s => new RotaShift(s, [.. byShift[s.Id].OrderByDescending(p => p.Place.Role).ThenBy(p => p.Name, StringComparer.CurrentCulture)]))];
    }
}
