using SafeSpace.Core.Access;
using SafeSpace.Core.Peers;
using SafeSpace.Core.Shared;

namespace SafeSpace.Testing.Build;

public static class PlanShift
{
    /// <summary>A shift that began so many hours ago and goes on as long, or any stretch of time.</summary>
    public static async Task<Shift> PlanShiftAsync(this TestGroup group, double fromHours = -1, double toHours = 4, int least = 2, Guid? site = null)
    {
        var now = group.Store.Clock.Now;
        var id = Ids.New();
        await new RotaService(group.Store).AddAsync(new ShiftDetails(id, site, now.AddHours(fromHours), now.AddHours(toHours), least), Actor.CommandLine);
        await using var db = await group.Store.ReadAsync();
        return (await db.Shifts.FindAsync(id))!;
    }

    public static Task<RotaChange> TakeAsync(this TestGroup group, Shift shift, User peer, ShiftRole role = ShiftRole.Peer, bool atHome = false, string? reachOn = null) =>
        new RotaService(group.Store).TakeAsync(shift.Id, peer.UserId, new PlaceDetails(role, atHome, reachOn), new Actor(peer.UserId, peer.DisplayName));

    public static Task<RotaChange> SignOnAsync(this TestGroup group, Shift shift, User peer, ShiftRole role = ShiftRole.Peer, bool atHome = false, string? reachOn = null) =>
        new PresenceService(group.Store).SignOnAsync(shift.Id, peer.UserId, new PlaceDetails(role, atHome, reachOn), new Actor(peer.UserId, peer.DisplayName));

    public static async Task<IReadOnlyList<PeerOn>> WhoIsOnAsync(this TestGroup group)
    {
        await using var db = await group.Store.ReadAsync();
        return await OnShift.ReadAsync(db, group.Store.Clock);
    }
}
