using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.FollowUp;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure.Words;
using SafeSpace.Web.TagHelpers;

namespace SafeSpace.Web.Modules.FollowUp.Shared;

/// <summary>Who can keep a promise or do a task: anybody, oneself, another peer.</summary>
public sealed class Keepers(IReadOnlyDictionary<UserId, string> peers, UserId? me, Texts texts)
{
    public const string Anybody = "anybody";

    /// <summary>For a select whose first line is "me": anybody, then the others by name.</summary>
    public IReadOnlyList<Choice> BesidesMe => [new(Anybody, texts["Anybody"]), .. Others];

    /// <summary>For a select whose first line is "anybody": oneself, then the others by name.</summary>
    public IReadOnlyList<Choice> BesidesAnybody => me is { } id && peers.TryGetValue(id, out var name) ? [new(id.Value.ToString(), texts["{0} (me)", name]), .. Others] : Others;

    private IReadOnlyList<Choice> Others => [.. peers.Where(p => p.Key != me).Select(p => new Choice(p.Key.Value.ToString(), p.Value))];

    public static async Task<Keepers> ReadAsync(GroupDb db, Viewer viewer, Texts texts) => new(await PeersWhoRing.NamesAsync(db), viewer.Id, texts);

    /// <summary>Null when it is nobody of the list.</summary>
    public PromiseKeeper? Read(string? chosen) => string.IsNullOrEmpty(chosen) || chosen == Anybody ? new PromiseKeeper(null)
        : Guid.TryParse(chosen, out var id) && peers.ContainsKey(new UserId(id)) ? new PromiseKeeper(new UserId(id)) : null;

    /// <summary>"you", a name, "anybody"; null when it is somebody who cannot ring any more.</summary>
    public string? Of(UserId? peer) => peer is not { } id ? texts["anybody"] : id == me ? texts["you"] : peers.GetValueOrDefault(id);
}
