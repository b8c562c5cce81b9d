using Microsoft.AspNetCore.Mvc;
using SafeSpace.Core.Access;
using SafeSpace.Core.Connections.Hospital;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Modules.Connections.Shared;

namespace SafeSpace.Web.Modules.Connections.Hospital;

[Needs(Permission.LogContacts)]
public sealed class HomeModel(DoorTools tools, HospitalService hospital) : StayPage(tools)
{
    [BindProperty]
    public LocalMoment? At { get; set; }

    [BindProperty]
    public string? How { get; set; }

    public async Task<IActionResult> OnGetAsync() => await LoadAsync() ?? Page();

    public async Task<IActionResult> OnPostAsync()
    {
        if (await LoadAsync() is { } answer)
            return answer;
        Check(nameof(How), How);
        var at = At is { } moment ? Clock.ToUtc(moment) : Clock.Now;
        if (at > Clock.Now)
            ModelState.AddModelError(nameof(At), T["This time has not come yet."]);
        if (at < Stay.Since)
            ModelState.AddModelError(nameof(At), T["This is before they came to hospital."]);
        return ModelState.IsValid ? Answer(await hospital.HomeAsync(Id, Version, at, How, Viewer.Actor), Back) : Mistaken();
    }
}
