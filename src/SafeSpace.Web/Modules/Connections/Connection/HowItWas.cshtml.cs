using Microsoft.AspNetCore.Mvc;
using SafeSpace.Core.Access;
using SafeSpace.Core.Connections;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Modules.Connections.Shared;
using SafeSpace.Web.TagHelpers;

namespace SafeSpace.Web.Modules.Connections.Connection;

/// <summary>They were there, they were not, or it does not take place. Said wrongly, it is said again.</summary>
[Needs(Permission.LogContacts)]
public sealed class HowItWasModel(DoorTools tools, AppointmentService appointments) : ConnectionPage(tools)
{
    [BindProperty]
    public AppointmentState? How { get; set; }

    public DateTime At { get; private set; }

    /// <summary>What was said of it before; null for the first time.</summary>
    public AppointmentState? Was { get; private set; }

    public IReadOnlyList<Choice> Hows => [.. All.Where(h => h.Value != Was?.ToString())];

    private IReadOnlyList<Choice> All =>
    [
        .. At <= Clock.Now ? [new Choice(nameof(AppointmentState.Kept), T["They were there"]), new Choice(nameof(AppointmentState.Missed), T["They were not there"], T["Nobody is told off. Ask how they are."])] : Array.Empty<Choice>(),
        new(nameof(AppointmentState.GivenBack), T["It does not take place"], T["A slot of ours is free again."]),
    ];

    public async Task<IActionResult> OnGetAsync(Guid appointment) => await LoadAllAsync(appointment) ?? Page();

    public async Task<IActionResult> OnPostAsync(Guid appointment)
    {
        var seen = Version;
        if (await LoadAllAsync(appointment) is { } answer)
            return answer;
        if (How is not { } how || Hows.All(h => h.Value != how.ToString()))
            ModelState.AddModelError(nameof(How), T["Please choose one of these."]);
        return ReadNext() is { } next && ModelState.IsValid ? Answer(await appointments.SayAsync(appointment, seen, How!.Value, next, Viewer.Actor), Back) : Mistaken();
    }

    private async Task<IActionResult?> LoadAllAsync(Guid appointment)
    {
        if (await LoadAsync() is { } answer)
            return answer;
        if (await Db.Appointments.FindAsync(appointment) is not { } row || row.ConnectionId != Id)
            return NotFound();
        At = row.At;
        if (HttpMethods.IsGet(Request.Method))
            Version = row.Version;
        Was = row.State == AppointmentState.Offered ? null : row.State;
        // One that is still to come and was given back is offered anew.
        return Was is null || At <= Clock.Now ? null : LocalRedirect(Url.Content(Back));
    }
}
