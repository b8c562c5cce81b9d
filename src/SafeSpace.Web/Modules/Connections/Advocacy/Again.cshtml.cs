using Microsoft.AspNetCore.Mvc;
using SafeSpace.Core.Access;
using SafeSpace.Core.Connections.Advocacy;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Modules.Connections.Shared;

namespace SafeSpace.Web.Modules.Connections.Advocacy;

/// <summary>It was no end after all.</summary>
[Needs(Permission.LogContacts)]
public sealed class AgainModel(DoorTools tools, AdvocacyService advocacy) : CausePage(tools)
{
    public override bool GoesOn => false;

    public async Task<IActionResult> OnGetAsync() => await LoadAsync(open: false) ?? (Cause.EndedOn is null ? LocalRedirect(Url.Content(Back)) : Page());

    public async Task<IActionResult> OnPostAsync()
    {
        if (await LoadAsync(open: false) is { } answer)
            return answer;
        return ReadNext() is { } next && ModelState.IsValid ? Answer(await advocacy.OpenAgainAsync(Id, Version, next, Viewer.Actor), Back) : Mistaken();
    }
}
