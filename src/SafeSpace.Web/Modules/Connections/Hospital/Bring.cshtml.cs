using Microsoft.AspNetCore.Mvc;
using SafeSpace.Core.Access;
using SafeSpace.Core.Connections.Hospital;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Modules.Connections.Shared;

namespace SafeSpace.Web.Modules.Connections.Hospital;

[Needs(Permission.LogContacts)]
public sealed class BringModel(DoorTools tools, HospitalService hospital) : StayPage(tools)
{
    [BindProperty]
    public string? What { get; set; }

    [BindProperty]
    public DateOnly? By { get; set; }

    public override bool GoesOn => false;

    public async Task<IActionResult> OnGetAsync() => await LoadAsync() ?? Page();

    public async Task<IActionResult> OnPostAsync()
    {
        if (await LoadAsync() is { } answer)
            return answer;
        return ReadTask(nameof(What), What, nameof(By), By) is { } task ? Answer(await hospital.BringAsync(NewId, Id, task, Viewer.Actor), Back) : Mistaken();
    }
}
