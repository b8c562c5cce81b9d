using Microsoft.AspNetCore.Mvc;
using SafeSpace.Core.Access;
using SafeSpace.Core.Connections;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Modules.Connections.Shared;

namespace SafeSpace.Web.Modules.Connections.Connection;

/// <summary>They took it on; or there is nothing new, and it is thought of on another day.</summary>
[Needs(Permission.LogContacts)]
public sealed class NextModel(DoorTools tools, ConnectionService connections) : ConnectionPage(tools)
{
    [BindProperty]
    public string? Do { get; set; }

    public async Task<IActionResult> OnGetAsync() => await LoadAsync() ?? Page();

    public async Task<IActionResult> OnPostAsync()
    {
        if (await LoadAsync() is { } answer)
            return answer;
        if (ReadNext() is not { } next || !ModelState.IsValid)
            return Mistaken();
        return Answer(Do == "taken" ? await connections.TakenAsync(Id, Version, next, Viewer.Actor) : await connections.LaterAsync(Id, Version, next, Viewer.Actor), Back);
    }
}
