using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Peers;

/// <summary>What became of a change to the rota.</summary>
public enum RotaChange
{
    Done,
    NoSuchShift,

    /// <summary>It is over.</summary>
    Over,
    CalledOff,

    /// <summary>They are on another shift at that time.</summary>
    OnAnother,

    /// <summary>The account is closed, or takes no calls.</summary>
    NotAPeer,

    /// <summary>Only a facilitator can be in charge of the desk.</summary>
    NotAFacilitator,

    /// <summary>A shift that has begun is signed off, not given up.</summary>
    SignedOn,
}

/// <summary>A shift as somebody plans it.</summary>
/// <param name="Id">The id the form gave: sent twice, it is one shift.</param>
public sealed record ShiftDetails(Guid Id, Guid? SiteId, DateTime StartsAt, DateTime EndsAt, int LeastPeers)
{
    public static readonly TimeSpan Longest = TimeSpan.FromHours(24);
    public const int MostPeers = 50;
}

/// <param name="ReachOn">The number on this shift; null is the one they always have.</param>
public sealed record PlaceDetails(ShiftRole Role, bool AtHome, string? ReachOn);

/// <summary>Plans shifts, and who takes a place on them. Giving a place up needs no reason: it is open again.</summary>
public sealed class RotaService(GroupStore store)
{
    public Task<RotaChange> AddAsync(ShiftDetails shift, Actor by) => store.Write("ShiftPlanned", by, async unit =>
    {
        if (await unit.Db.Shifts.FindAsync(shift.Id) is not null)
            return RotaChange.Done;
        if (shift.EndsAt <= unit.Now)
            return RotaChange.Over;
        unit.Db.Shifts.Add(new Shift { Id = shift.Id, SiteId = shift.SiteId, StartsAt = shift.StartsAt, EndsAt = shift.EndsAt, LeastPeers = shift.LeastPeers });
        return RotaChange.Done;
    });

    /// <summary>Other times or another least number. Who has a place keeps it.</summary>
    public Task<RotaChange> ChangeAsync(ShiftDetails change, Guid seen, Actor by) => OnAsync("ShiftChanged", change.Id, by, (unit, shift) =>
    {
        Unit.Expect(shift, seen);
        if (change.EndsAt <= unit.Now)
            return Task.FromResult(RotaChange.Over);
        (shift.StartsAt, shift.EndsAt, shift.LeastPeers, shift.SiteId) = (change.StartsAt, change.EndsAt, change.LeastPeers, change.SiteId);
        return Task.FromResult(RotaChange.Done);
    });

    /// <summary>It does not take place. Places stay, so that it can be put back with them.</summary>
    public Task<RotaChange> CallOffAsync(Guid id, Actor by) => OnAsync("ShiftCalledOff", id, by, (unit, shift) =>
    {
        shift.CancelledAt ??= unit.Now;
        return Task.FromResult(RotaChange.Done);
    }, alsoCalledOff: true);

    public Task<RotaChange> PutBackAsync(Guid id, Actor by) => OnAsync("ShiftPutBack", id, by, (_, shift) =>
    {
        shift.CancelledAt = null;
        return Task.FromResult(RotaChange.Done);
    }, alsoCalledOff: true);

    /// <summary>Takes a place, or puts somebody else on it. Asked again, it changes the place that is there.</summary>
    public Task<RotaChange> TakeAsync(Guid id, UserId peer, PlaceDetails details, Actor by) =>
        OnAsync(by.Id == peer ? "PlaceTaken" : "PeerPlaced", id, by, (unit, shift) => TakeAsync(unit, shift, peer, details));

    /// <summary>They cannot come after all; the place is open again. Given up twice is given up.</summary>
    public Task<RotaChange> GiveUpAsync(Guid id, UserId peer, Actor by) => store.Write(by.Id == peer ? "PlaceGivenUp" : "PlaceTakenBack", by, async unit =>
    {
        if (await unit.Db.ShiftPlaces.SingleOrDefaultAsync(p => p.ShiftId == id && p.PeerId == peer && p.GivenUpAt == null) is not { } place)
            return RotaChange.Done;
        if (place.SignedOnAt is not null)
            return RotaChange.SignedOn;
        place.GivenUpAt = unit.Now;
        return RotaChange.Done;
    });

    internal static async Task<RotaChange> TakeAsync(Unit unit, Shift shift, UserId peer, PlaceDetails details, bool now = false)
    {
        if (await PeersOfGroup.FindAsync(unit, peer) is not { } who)
            return RotaChange.NotAPeer;
        if (details.Role == ShiftRole.Facilitator && !who.MayFacilitate)
            return RotaChange.NotAFacilitator;
        var place = await unit.Db.ShiftPlaces.SingleOrDefaultAsync(p => p.ShiftId == shift.Id && p.PeerId == peer && p.GivenUpAt == null);
        if (place is null && !now)
        {
            var (starts, ends, id) = (shift.StartsAt, shift.EndsAt, shift.Id);
            var others = unit.Db.Shifts.Where(s => s.Id != id && s.EndsAt > starts && s.StartsAt < ends && s.CancelledAt == null);
            if (await unit.Db.ShiftPlaces.AnyAsync(p => p.PeerId == peer && p.GivenUpAt == null && p.SignedOffAt == null && others.Any(s => s.Id == p.ShiftId)))
                return RotaChange.OnAnother;
        }

        if (place is null)
            unit.Db.ShiftPlaces.Add(place = new ShiftPlace { Id = Ids.New(), ShiftId = shift.Id, PeerId = peer });
        (place.Role, place.AtHome, place.ReachOn) = (details.Role, details.AtHome, string.IsNullOrWhiteSpace(details.ReachOn) ? null : details.ReachOn.Trim());
        return RotaChange.Done;
    }

    private Task<RotaChange> OnAsync(string kind, Guid id, Actor by, Func<Unit, Shift, Task<RotaChange>> change, bool alsoCalledOff = false) => store.Write(kind, by, async unit =>
    {
        if (await unit.Db.Shifts.FindAsync(id) is not { } shift)
            return RotaChange.NoSuchShift;
        if (shift.EndsAt <= unit.Now)
            return RotaChange.Over;
        return shift.CancelledAt is not null && !alsoCalledOff ? RotaChange.CalledOff : await change(unit, shift);
    });
}
