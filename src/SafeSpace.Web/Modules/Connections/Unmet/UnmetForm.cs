using Microsoft.AspNetCore.Mvc;
using SafeSpace.Core.Connections.Unmet;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Modules.Connections.Shared;
using SafeSpace.Web.Modules.Register.Shared;
using SafeSpace.Web.TagHelpers;

namespace SafeSpace.Web.Modules.Connections.Unmet;

/// <summary>What nobody could give, as two pages ask for it.</summary>
public abstract class UnmetForm(DoorTools tools) : DoorPage(tools)
{
    [BindProperty]
    public string? What { get; set; }

    [BindProperty]
    public string? Words { get; set; }

    [BindProperty]
    public DateOnly? On { get; set; }

    [BindProperty]
    public string[] Beyond { get; set; } = [];

    public IReadOnlyList<Choice> Needs { get; private set; } = [];

    public IReadOnlyList<Choice> Beyonds => [new("yes", T["It is more than our contract asks"])];

    protected async Task LoadNeedsAsync() => Needs = (await ListLabels.LoadAsync(Db, GroupList.UnmetNeed)).Choices(GroupList.UnmetNeed);

    protected UnmetDetails? ReadNeed()
    {
        CheckChosen(nameof(What), What, Needs, needed: true);
        Check(nameof(Words), Words);
        if (On > Clock.Today)
            ModelState.AddModelError(nameof(On), T["This day has not come yet."]);
        return ModelState.IsValid ? new UnmetDetails(On ?? Clock.Today, What ?? "", Words, Beyond.Contains("yes")) : null;
    }
}
