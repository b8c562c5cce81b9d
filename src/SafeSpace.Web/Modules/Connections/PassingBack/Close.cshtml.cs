using Microsoft.AspNetCore.Mvc;
using SafeSpace.Core.Access;
using SafeSpace.Core.Connections.PassingBack;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Modules.Connections.Shared;

namespace SafeSpace.Web.Modules.Connections.PassingBack;

[Needs(Permission.LogContacts)]
public sealed class CloseModel(DoorTools tools, PassingBackService passing) : PassedPage(tools)
{
    [BindProperty]
    public string? HowItEnded { get; set; }

    public async Task<IActionResult> OnGetAsync() => await LoadAsync() ?? Page();

    public async Task<IActionResult> OnPostAsync()
    {
        if (await LoadAsync() is { } answer)
            return answer;
        Need(nameof(HowItEnded), HowItEnded, "Please write how it ended.");
        return ModelState.IsValid ? Answer(await passing.CloseAsync(Id, Version, HowItEnded!, Viewer.Actor), Back) : Mistaken();
    }
}
