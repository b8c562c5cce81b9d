using System.Globalization;
using SafeSpace.Core.Desk.Directing;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure.Words;
using SafeSpace.Web.TagHelpers;

namespace SafeSpace.Web.Modules.Desk.Give;

/// <summary>Who could ring, as something to choose from: what speaks for each, in words.</summary>
public static class PeerChoices
{
    public static IReadOnlyList<Choice> Of(IEnumerable<CouldRing> peers, GroupClock clock, Texts texts) =>
        [.. peers.Where(p => !p.RatherNot).Select(p => new Choice(p.Peer.PeerId.Value.ToString(), p.Peer.Name, string.Join(" · ", Words(p, clock, texts))))];

    /// <summary>Those nobody presses, by name.</summary>
    public static string NotTonight(IEnumerable<CouldRing> peers) => string.Join(", ", peers.Where(p => p.RatherNot).Select(p => p.Peer.Name));

    private static IEnumerable<string> Words(CouldRing peer, GroupClock clock, Texts texts)
    {
        yield return peer.InACall ? texts["in a call"] : !peer.Quiet ? texts["free"]
            : texts["not heard since {0}", peer.Peer.HeardAt is { } heard ? clock.ToLocal(heard).ToString("HH:mm", CultureInfo.InvariantCulture) : "—"];
        yield return peer.Peer.AtHome ? texts["at home"] : texts["here"];
        if (peer.LastSpoke is { } at)
            yield return texts["spoke with them {0}", Spoken.Ago(at, clock, texts)];
        else if (peer.Knows)
            yield return texts["knows them"];
        if (peer.FitsGender == true || peer.FitsLanguage == true)
            yield return texts["fits what they asked for"];
        if (peer.Peer.Profile?.Gender is { } gender)
            yield return gender;
        if (peer.Peer.Profile?.Languages is { } languages)
            yield return languages;
        if (peer.MaybeNeighbour == true)
            yield return texts["may be a neighbour: they asked for none"];
        if (peer.Peer.HadEnough == true)
            yield return texts["has had enough this week"];
    }
}
