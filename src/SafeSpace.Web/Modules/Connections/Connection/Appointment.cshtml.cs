using Microsoft.AspNetCore.Mvc;
using SafeSpace.Core.Access;
using SafeSpace.Core.Connections;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Modules.Connections.Shared;
using SafeSpace.Web.Modules.FollowUp.Shared;
using SafeSpace.Web.TagHelpers;

namespace SafeSpace.Web.Modules.Connections.Connection;

/// <summary>An appointment: a free slot of our own counsellors, or whatever time the service offers. A first one that comes too late says why.</summary>
[Needs(Permission.LogContacts)]
public sealed class AppointmentModel(DoorTools tools, AppointmentService appointments) : ConnectionPage(tools)
{
    private const string TheirTime = "";

    [BindProperty]
    public string? Slot { get; set; }

    [BindProperty]
    public DateOnly? On { get; set; }

    [BindProperty]
    public string? Time { get; set; }

    [BindProperty]
    public string? LateWhy { get; set; }

    public IReadOnlyList<Choice> Slots { get; private set; } = [];

    public bool Late => Connection.FirstOfferedOn is null && Connection.OfferDueOn < Clock.Today;

    public IReadOnlyList<Choice> Whys => Labels.Choices(GroupList.LateWhy);

    public async Task<IActionResult> OnGetAsync() => await LoadAllAsync() ?? Page();

    public async Task<IActionResult> OnPostAsync()
    {
        if (await LoadAllAsync() is { } answer)
            return answer;
        var slot = Guid.TryParse(Slot, out var chosen) ? chosen : (Guid?)null;
        var at = slot is null ? ReadTime() : Clock.Now;
        if (Late)
            CheckChosen(nameof(LateWhy), LateWhy, Whys, needed: true);
        if (!ModelState.IsValid || at is not { } moment)
            return Mistaken();
        return Answer(await appointments.OfferAsync(Id, Version, new AppointmentOffer(NewId, moment, slot, string.IsNullOrEmpty(LateWhy) ? Late ? TheirTime : null : LateWhy), Viewer.Actor), Back);
    }

    private DateTime? ReadTime()
    {
        var time = this.ReadTime(nameof(Time), Time, T);
        if (On is null && ModelState.IsValid)
            ModelState.AddModelError(nameof(On), T["Please choose a slot, or say which day."]);
        if (On is not { } day)
            return null;
        if (time is null && ModelState.IsValid)
            ModelState.AddModelError(nameof(Time), T["Please say at what time."]);
        this.CheckPromised(nameof(On), nameof(Time), day, time, Clock, T);
        return ModelState.IsValid ? Clock.ToUtc(new LocalMoment(day, time!.Value)) : null;
    }

    private async Task<IActionResult?> LoadAllAsync()
    {
        if (await LoadAsync() is { } answer)
            return answer;
        Slots = Connection.Kind == Core.Connections.Connection.Counselling ? await FreeSlots.ChoicesAsync(Tools) : [];
        return null;
    }
}
