using Microsoft.AspNetCore.Mvc;
using SafeSpace.Core.Access;
using SafeSpace.Core.Connections.Hospital;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Modules.Connections.Shared;

namespace SafeSpace.Web.Modules.Connections.Hospital;

[Needs(Permission.LogContacts)]
public sealed class ChangeModel(DoorTools tools, HospitalService hospital) : StayPage(tools)
{
    [BindProperty]
    public string? Where { get; set; }

    [BindProperty]
    public string? WayHome { get; set; }

    public async Task<IActionResult> OnGetAsync()
    {
        if (await LoadAsync() is { } answer)
            return answer;
        (Where, WayHome, NextOn) = (Place, Unsealed(HospitalWords.WayHome, Id, Stay.WayHome), Clock.Today.AddDays(1));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await LoadAsync() is { } answer)
            return answer;
        Need(nameof(Where), Where, "Please write where they are. A word is enough.");
        Check(nameof(WayHome), WayHome);
        return ReadNext() is { } next && ModelState.IsValid ? Answer(await hospital.ChangeAsync(Id, Version, Where!, WayHome, next, Viewer.Actor), Back) : Mistaken();
    }
}
