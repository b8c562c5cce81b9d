using Microsoft.AspNetCore.Mvc;
using SafeSpace.Core.Access;
using SafeSpace.Core.Connections.Advocacy;
using SafeSpace.Core.Shared;
using SafeSpace.Core.SocialValue;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Modules.Connections.Shared;
using SafeSpace.Web.TagHelpers;

namespace SafeSpace.Web.Modules.Connections.Advocacy;

[Needs(Permission.LogContacts)]
public sealed class EndModel(DoorTools tools, AdvocacyService advocacy) : CausePage(tools)
{
    [BindProperty]
    public string? Outcome { get; set; }

    [BindProperty]
    public string? Words { get; set; }

    [BindProperty]
    public string? Worth { get; set; }

    [BindProperty]
    public string? WorthWords { get; set; }

    public IReadOnlyList<Choice> Outcomes => Labels.Choices(GroupList.CauseOutcome);

    public async Task<IActionResult> OnGetAsync() => await LoadAsync() ?? Page();

    public async Task<IActionResult> OnPostAsync()
    {
        if (await LoadAsync() is { } answer)
            return answer;
        CheckChosen(nameof(Outcome), Outcome, Outcomes, needed: true);
        Check(nameof(Words), Words);
        Check(nameof(WorthWords), WorthWords);
        long? pence = null;
        if (!string.IsNullOrWhiteSpace(Worth) && (pence = MoneyText.Read(Worth, out var why)) is null)
            ModelState.AddModelError(nameof(Worth), T[why!]);
        return ModelState.IsValid ? Answer(await advocacy.EndAsync(Id, Version, new CauseEnd(Outcome ?? "", Words, pence, WorthWords), Viewer.Actor), Back) : Mistaken();
    }
}
