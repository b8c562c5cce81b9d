using Microsoft.AspNetCore.Mvc;
using SafeSpace.Core.Access;
using SafeSpace.Core.Connections.Hospital;
using SafeSpace.Core.FollowUp;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Modules.Connections.Shared;

namespace SafeSpace.Web.Modules.Connections.Hospital;

/// <summary>A turn is a promised visit, and stands with the others.</summary>
[Needs(Permission.LogContacts)]
public sealed class TurnModel(DoorTools tools, HospitalService hospital) : StayPage(tools)
{
    public override bool GoesOn => false;

    public async Task<IActionResult> OnGetAsync() => await LoadAsync() ?? Page();

    public async Task<IActionResult> OnPostAsync()
    {
        if (await LoadAsync() is { } answer)
            return answer;
        if (ReadNext() is not { } next || !ModelState.IsValid)
            return Mistaken();
        return Answer(await hospital.TurnAsync(NewId, Id, next.By?.Peer, new PromiseDetails(next.On, next.At, Visit: true), Viewer.Actor), Back);
    }
}
