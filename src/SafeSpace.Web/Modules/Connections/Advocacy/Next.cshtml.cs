using Microsoft.AspNetCore.Mvc;
using SafeSpace.Core.Access;
using SafeSpace.Core.Connections.Advocacy;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Modules.Connections.Shared;

namespace SafeSpace.Web.Modules.Connections.Advocacy;

[Needs(Permission.LogContacts)]
public sealed class NextModel(DoorTools tools, AdvocacyService advocacy) : CausePage(tools)
{
    public async Task<IActionResult> OnGetAsync() => await LoadAsync() ?? Page();

    public async Task<IActionResult> OnPostAsync()
    {
        if (await LoadAsync() is { } answer)
            return answer;
        return ReadNext() is { } next && ModelState.IsValid ? Answer(await advocacy.LaterAsync(Id, Version, next, Viewer.Actor), Back) : Mistaken();
    }
}
