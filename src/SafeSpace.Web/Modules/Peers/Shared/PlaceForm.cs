using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using SafeSpace.Core.Peers;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure.Words;
using SafeSpace.Web.TagHelpers;

namespace SafeSpace.Web.Modules.Peers.Shared;

/// <summary>In which role, from where, and how to be reached: asked when a place is taken, given or signed on to.</summary>
public sealed class PlaceForm
{
    private const int LongestNumber = 60;

    [BindProperty]
    public ShiftRole Role { get; set; }

    /// <summary>"home" or "building".</summary>
    [BindProperty]
    public string? From { get; set; }

    [BindProperty]
    public string? ReachOn { get; set; }

    public PlaceDetails Details => new(Role, From == "home", ReachOn);

    public static PlaceForm Of(ShiftPlace? place, PeerProfile? profile) => new()
    {
        Role = place?.Role ?? ShiftRole.Peer,
        From = place is { AtHome: true } ? "home" : place is null ? null : "building",
        ReachOn = place?.ReachOn ?? profile?.ReachOn,
    };

    public static IReadOnlyList<Choice> Froms(Texts texts) => [new("building", texts["In the building"]), new("home", texts["At home"])];

    public static IReadOnlyList<Choice> Roles(Texts texts) => [new(nameof(ShiftRole.Peer), texts["Peer"]), new(nameof(ShiftRole.Facilitator), texts["Facilitator"])];

    public void Check(ModelStateDictionary state, string prefix, Texts texts)
    {
        if (From is not ("home" or "building"))
            state.AddModelError($"{prefix}.{nameof(From)}", texts["In the building, or at home?"]);
        if (WrittenText.Check(nameof(ReachOn), ReachOn, LongestNumber) is { } mistake)
            state.AddModelError($"{prefix}.{nameof(ReachOn)}", texts[mistake.Sentence, [.. mistake.Values]]);
    }
}
