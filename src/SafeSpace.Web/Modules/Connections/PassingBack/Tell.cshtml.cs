using Microsoft.AspNetCore.Mvc;
using SafeSpace.Core.Access;
using SafeSpace.Core.Connections.PassingBack;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Modules.Connections.Shared;

namespace SafeSpace.Web.Modules.Connections.PassingBack;

[Needs(Permission.LogContacts)]
public sealed class TellModel(DoorTools tools, PassingBackService passing) : PassedPage(tools)
{
    public async Task<IActionResult> OnGetAsync() => await LoadAsync() ?? Page();

    public async Task<IActionResult> OnPostAsync()
    {
        if (await LoadAsync() is { } answer)
            return answer;
        return ReadTold(NewId) is { } told ? Answer(await passing.TellAsync(Id, told, Viewer.Actor), Back) : Mistaken();
    }
}
