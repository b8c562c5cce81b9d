using Microsoft.AspNetCore.Mvc;
using SafeSpace.Core.Access;
using SafeSpace.Core.Connections;
using SafeSpace.Core.Connections.Hospital;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Modules.Connections.Shared;

namespace SafeSpace.Web.Modules.Connections.Hospital;

[Needs(Permission.LogContacts)]
public sealed class NewModel(DoorTools tools, HospitalService hospital) : DoorPage(tools)
{
    [BindProperty]
    public string? Where { get; set; }

    [BindProperty]
    public LocalMoment? Since { get; set; }

    public override bool GoesOn => false;

    public async Task<IActionResult> OnGetAsync()
    {
        if (await FindLivingAsync("hospital") is { } answer)
            return answer;
        NextOn = Clock.Today.AddDays(1);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await FindLivingAsync("hospital") is { } answer)
            return answer;
        Need(nameof(Where), Where, "Please write where they are. A word is enough.");
        var since = Since is { } moment ? Clock.ToUtc(moment) : Clock.Now;
        if (since > Clock.Now)
            ModelState.AddModelError(nameof(Since), T["This time has not come yet."]);
        if (ReadNext() is not { } next || !ModelState.IsValid)
            return Mistaken();
        var id = NewId;
        var change = await hospital.AdmitAsync(id, Person.Id, Where!, since, next, Viewer.Actor);
        if (change != DoorChange.Taken)
            return Answer(change, $"~/hospital/{id}");
        ModelState.AddModelError("", T["It is noted already that they are in hospital. Look under other doors."]);
        return Mistaken(StatusCodes.Status409Conflict);
    }
}
