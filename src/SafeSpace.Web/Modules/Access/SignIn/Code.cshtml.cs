using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using SafeSpace.Core.Access;
using SafeSpace.Web.Infrastructure.Security;

namespace SafeSpace.Web.Modules.Access.SignIn;

/// <summary>The second step: the code from the app. Ticking "remember this phone" asks only for a PIN from then on.</summary>
[AllowAnonymous]
[EnableRateLimiting(Throttle.Door)]
public sealed class CodeModel(HalfTickets half, SecondFactors factors, ComingIn comingIn, Devices devices, DeviceCookie device, DoorLog log) : DoorModel
{
    [BindProperty]
    public string? Code { get; set; }

    [BindProperty]
    public bool Remember { get; set; }

    public async Task<IActionResult> OnGetAsync() => await half.ReadAsync() is null ? RedirectToPage("Index", new { Next }) : Page();

    public async Task<IActionResult> OnPostAsync()
    {
        if (await half.ReadAsync() is not { } who)
            return RedirectToPage("Index", new { Next });
        if (!await factors.TakeCodeAsync(who.User.UserId, Code))
        {
            log.Say(Turned.WrongCode, who.User.Id);
            return Again(nameof(Code), "This code is not right, or was used already. Wait for the next one in your app and write that.");
        }

        await comingIn.InAsync(who.User, who.Way);
        if (!Remember)
            return GoOn();
        await device.GiveAsync(who.User.UserId, await devices.RememberAsync(who.User.UserId, device.Label));
        return who.User.PinHash is null ? RedirectToPage("/Access/Me/Pin", new { Next }) : GoOn();
    }
}
