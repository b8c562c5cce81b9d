using Microsoft.AspNetCore.Mvc;
using SafeSpace.Core.Access;
using SafeSpace.Core.Connections;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Modules.Connections.Shared;
using SafeSpace.Web.TagHelpers;

namespace SafeSpace.Web.Modules.Connections.Connection;

/// <summary>It has ended, and what came of it.</summary>
[Needs(Permission.LogContacts)]
public sealed class EndModel(DoorTools tools, ConnectionService connections) : ConnectionPage(tools)
{
    [BindProperty]
    public string? Outcome { get; set; }

    [BindProperty]
    public string? Words { get; set; }

    public IReadOnlyList<Choice> Outcomes => Labels.Choices(GroupList.ConnectionOutcome);

    public async Task<IActionResult> OnGetAsync() => await LoadAsync() ?? Page();

    public async Task<IActionResult> OnPostAsync()
    {
        if (await LoadAsync() is { } answer)
            return answer;
        CheckChosen(nameof(Outcome), Outcome, Outcomes, needed: true);
        Check(nameof(Words), Words);
        return ModelState.IsValid ? Answer(await connections.EndAsync(Id, Version, Outcome ?? "", Words, Viewer.Actor), Back) : Mistaken();
    }
}
