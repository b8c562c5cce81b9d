using SafeSpace.Core.Access;
using SafeSpace.Core.Desk.Wall;
using SafeSpace.Core.Peers;
using SafeSpace.Core.Register;
using SafeSpace.Core.Shared;

namespace SafeSpace.Testing.Build;

public static class OnShiftNow
{
    /// <summary>A shift that goes on now, with these peers signed on.</summary>
    public static Task SignOnAsync(this TestGroup group, bool atHome, ShiftState state, params User[] peers) =>
        group.Store.Write("ShiftMade", Actor.CommandLine, unit =>
        {
            var shift = new Shift { Id = Ids.New(), StartsAt = unit.Now.AddHours(-1), EndsAt = unit.Now.AddHours(4), LeastPeers = 1 };
            unit.Db.Shifts.Add(shift);
            foreach (var peer in peers)
                unit.Db.ShiftPlaces.Add(new ShiftPlace { Id = Ids.New(), ShiftId = shift.Id, PeerId = peer.UserId, AtHome = atHome, State = state, SignedOnAt = unit.Now, HeardAt = unit.Now });
            return Task.CompletedTask;
        });

    /// <summary>The record is this colleague's own, and these hold the key.</summary>
    public static async Task WallAsync(this TestGroup group, Person person, User whose, params User[] keyholders)
    {
        await new WallService(group.Store).LinkAsync(person.Id, whose.UserId, Actor.CommandLine);
        await new KeyholderService(group.Store).SetAsync(whose.UserId, [.. keyholders.Select(k => k.UserId)], Actor.CommandLine);
    }
}
