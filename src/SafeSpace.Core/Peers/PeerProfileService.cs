using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Peers;

/// <summary>What a peer says of themself. Nobody else can say it for them.</summary>
public sealed class PeerProfileService(GroupStore store)
{
    public const int LongestLine = 120;

    /// <summary>Changes one part of it; the first time it is made.</summary>
    /// <param name="seen">The version the form was filled in on; null when there was nothing yet.</param>
    /// <exception cref="StaleVersionException">It was changed meanwhile, in another window.</exception>
    public Task ChangeAsync(UserId peer, Guid? seen, Action<PeerProfile> change, Actor by) => store.Write("PeerProfileChanged", by, async unit =>
    {
        var profile = await unit.Db.PeerProfiles.SingleOrDefaultAsync(p => p.PeerId == peer);
        if (profile?.Version != seen)
            throw new StaleVersionException();
        if (profile is null)
            unit.Db.PeerProfiles.Add(profile = new PeerProfile { Id = Ids.New(), PeerId = peer });
        change(profile);
    });
}
