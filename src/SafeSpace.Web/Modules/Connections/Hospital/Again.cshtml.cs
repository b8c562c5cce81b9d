using Microsoft.AspNetCore.Mvc;
using SafeSpace.Core.Access;
using SafeSpace.Core.Connections.Hospital;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Modules.Connections.Shared;

namespace SafeSpace.Web.Modules.Connections.Hospital;

/// <summary>They are not home after all.</summary>
[Needs(Permission.LogContacts)]
public sealed class AgainModel(DoorTools tools, HospitalService hospital) : StayPage(tools)
{
    public override bool GoesOn => false;

    public async Task<IActionResult> OnGetAsync() => await LoadAsync(open: false) ?? (Stay.HomeAt is null ? LocalRedirect(Url.Content(Back)) : Page());

    public async Task<IActionResult> OnPostAsync()
    {
        if (await LoadAsync(open: false) is { } answer)
            return answer;
        return ReadNext() is { } next && ModelState.IsValid ? Answer(await hospital.NotHomeAsync(Id, Version, next, Viewer.Actor), Back) : Mistaken();
    }
}
