using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.Desk.KeepingApart;
using SafeSpace.Core.Diary;
using SafeSpace.Core.FollowUp;
using SafeSpace.Core.Peers;
using SafeSpace.Core.Register;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Desk.Directing;

/// <summary>A peer who is on now, and what speaks for them. Facts beside each other; a person chooses.</summary>
/// <param name="Knows">The person is theirs, or they spoke before.</param>
/// <param name="LastSpoke">UTC; null when they never did.</param>
/// <param name="Quiet">Nobody heard from them for a while: they may be free, and nobody knows.</param>
/// <param name="FitsGender">The person asked for something, and what this peer says of themself fits it; null when nothing can be said. So are the next two.</param>
public sealed record CouldRing(PeerOn Peer, bool InACall, bool Knows, DateTime? LastSpoke, bool? FitsGender, bool? FitsLanguage, bool? MaybeNeighbour, bool Quiet)
{
    /// <summary>Nobody is pressed: on a break, or not up to calls today.</summary>
    public bool RatherNot => Peer.State != ShiftState.Free;

    public bool IsFree => !RatherNot && !InACall && !Quiet;

    internal int Fits => (FitsGender == true ? 1 : 0) + (FitsLanguage == true ? 1 : 0) - (FitsGender == false ? 1 : 0) - (MaybeNeighbour == true ? 1 : 0);
}

/// <summary>Who could ring somebody now: never one who must be kept apart from them, nor one who is not let through their wall.</summary>
public static class WhoCouldRing
{
    private const int NewestContacts = 200;

    /// <param name="whole">The whole store: what is hidden must be kept apart too.</param>
    /// <param name="person">Null for a caller nobody knows.</param>
    public static async Task<IReadOnlyList<CouldRing>> ReadAsync(GroupDb whole, GroupClock clock, PersonId? person)
    {
        var on = await OnShift.ReadAsync(whole, clock);
        var settings = await DeskSettings.ReadAsync(whole);
        var calls = (await whole.CallsUnderWay.AsNoTracking().Where(c => c.EndedAt == null).Select(c => c.PeerId).ToListAsync()).ToHashSet();
        if (person is not { } who)
            return Order(on.Select(p => new CouldRing(p, calls.Contains(p.PeerId), false, null, null, null, null, IsQuiet(p))));
        var may = await WhoMayRing.ReadAsync(whole, who);
        var asked = await AskedForService.Newest(whole, who).AsNoTracking().FirstOrDefaultAsync();
        var spoke = (await whole.StandingContacts.Where(c => c.PersonId == who && c.PeerId != null && DirectedPeople.Spoken.Contains(c.Kind)).OrderByDescending(c => c.At).Take(NewestContacts)
            .Select(c => new { Peer = c.PeerId!.Value, c.At }).ToListAsync()).GroupBy(c => c.Peer).ToDictionary(g => g.Key, g => g.Max(c => c.At));
        var ties = (await whole.PeerTies.Where(t => t.PersonId == who && t.Until == null).Select(t => t.PeerId).ToListAsync()).ToHashSet();
        var where = await whole.PeopleWithMerged.Where(p => p.Id == who).Select(p => new { p.Address, p.Postcode }).SingleOrDefaultAsync();
        return Order(on.Where(p => may.May(p.PeerId)).Select(p => new CouldRing(
            p,
            calls.Contains(p.PeerId),
            ties.Contains(p.PeerId) || spoke.ContainsKey(p.PeerId),
            spoke.TryGetValue(p.PeerId, out var at) ? at : null,
            Says(asked?.Gender, p.Profile?.Gender),
            Says(asked?.Language, p.Profile?.Languages),
            asked is { NotANeighbour: true } && p.Profile?.Neighbourhood is { Length: > 0 } near ? Says(near, $"{where?.Address} {where?.Postcode}") : null,
            IsQuiet(p))));

        bool IsQuiet(PeerOn peer) => settings.IsQuiet(peer.HeardAt, clock.Now);
    }

    /// <summary>Does one text name a word of the other: "a woman" and "woman", "Polish" and "English, Polish"? Null when either says nothing.</summary>
    public static bool? Says(string? asked, string? said)
    {
        if (string.IsNullOrWhiteSpace(asked) || string.IsNullOrWhiteSpace(said))
            return null;
        var words = Words(asked).Where(w => w.Length > 2).ToList();
        return words.Count == 0 ? null : words.Intersect(Words(said)).Any();
    }

    private static string[] Words(string text) =>
        new string([.. text.ToLowerInvariant().Select(c => char.IsLetterOrDigit(c) ? c : ' ')]).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static IReadOnlyList<CouldRing> Order(IEnumerable<CouldRing> peers) =>
        [.. peers.OrderBy(p => p.RatherNot).ThenByDescending(p => p.IsFree).ThenByDescending(p => p.Fits).ThenByDescending(p => p.Knows).ThenByDescending(p => p.LastSpoke)];
}
