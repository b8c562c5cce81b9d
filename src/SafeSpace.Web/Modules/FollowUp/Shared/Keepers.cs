using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Desk.Directing;
using SafeSpace.Core.FollowUp;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure.Words;
using SafeSpace.Web.TagHelpers;

namespace SafeSpace.Web.Modules.FollowUp.Shared;

/// <summary>Who can keep a promise or do a task: anybody, oneself, another peer.</summary>
/// <param name="may">Who can be chosen for this very person; null where nobody is chosen.</param>
public sealed class Keepers(IReadOnlyDictionary<UserId, string> peers, UserId? me, Texts texts, WhoMayRing? may = null)
{
    public const string Anybody = "anybody";

    /// <summary>For a select whose first line is "me": anybody, then the others by name.</summary>
    public IReadOnlyList<Choice> BesidesMe => [new(Anybody, texts["Anybody"]), .. Others];

    /// <summary>For a select whose first line is "anybody": oneself, then the others by name.</summary>
    public IReadOnlyList<Choice> BesidesAnybody => me is { } id && MayI && peers.TryGetValue(id, out var name) ? [new(id.Value.ToString(), texts["{0} (me)", name]), .. Others] : Others;

    /// <summary>Who chooses can have it themselves.</summary>
    public bool MayI => me is not { } id || May(id);

    private IReadOnlyList<Choice> Others => [.. peers.Where(p => p.Key != me && May(p.Key)).Select(p => new Choice(p.Key.Value.ToString(), p.Value))];

    /// <summary>To say who has something.</summary>
    public static async Task<Keepers> ReadAsync(GroupDb db, Viewer viewer, Texts texts) => new(await PeersWhoRing.NamesAsync(db), viewer.Id, texts);

    /// <summary>To choose who does something for this person: nobody who must be kept apart from them is offered, or taken.</summary>
    /// <param name="whole">The whole store.</param>
    public static async Task<Keepers> ForAsync(GroupDb whole, Viewer viewer, Texts texts, PersonId person) =>
        new(await PeersWhoRing.NamesAsync(whole), viewer.Id, texts, await WhoMayRing.ReadAsync(whole, person));

    /// <summary>Null when it is nobody of the list.</summary>
    public PromiseKeeper? Read(string? chosen) => string.IsNullOrEmpty(chosen) || chosen == Anybody ? new PromiseKeeper(null)
        : Guid.TryParse(chosen, out var id) && peers.ContainsKey(new UserId(id)) && May(new UserId(id)) ? new PromiseKeeper(new UserId(id)) : null;

    /// <summary>"you", a name, "anybody"; null when it is somebody who cannot ring any more.</summary>
    public string? Of(UserId? peer) => peer is not { } id ? texts["anybody"] : id == me ? texts["you"] : peers.GetValueOrDefault(id);

    private bool May(UserId peer) => may?.May(peer) != false;
}
