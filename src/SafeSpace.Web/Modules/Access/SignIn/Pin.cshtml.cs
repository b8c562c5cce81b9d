using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Web.Infrastructure.Security;

namespace SafeSpace.Web.Modules.Access.SignIn;

/// <summary>The short PIN: on a screen that locked itself, or on a remembered phone.</summary>
[AllowAnonymous]
[EnableRateLimiting(Throttle.Door)]
public sealed class PinModel(GroupDb db, Devices devices, Sessions sessions, DeviceCookie device, ComingIn comingIn) : DoorModel
{
    [BindProperty]
    public string? Pin { get; set; }

    public string Name { get; private set; } = "";

    public bool Locked { get; private set; }

    private PausedSession? Paused => HttpContext.Features.Get<PausedSession>() is { HasPin: true } paused ? paused : null;

    public async Task<IActionResult> OnGetAsync() => await ShowAsync() ? Page() : RedirectToPage("Index", new { Next, Whole = true });

    public async Task<IActionResult> OnPostAsync()
    {
        if (!await ShowAsync())
            return RedirectToPage("Index", new { Next, Whole = true });
        return Paused is { } paused ? await UnlockAsync(paused) : await ComeInAsync();
    }

    private async Task<IActionResult> UnlockAsync(PausedSession paused)
    {
        var user = await db.Users.AsNoTracking().SingleAsync(u => u.Id == paused.UserId.Value);
        if (!await sessions.MayTryPinAsync(paused.SessionId))
            return RedirectToPage("Index", new { Next, Whole = true });
        if (!devices.IsPin(user, Pin))
            return Wrong();
        await comingIn.BackAsync(user, paused);
        return GoOn();
    }

    private async Task<IActionResult> ComeInAsync()
    {
        if (await device.FindAsync() is not var (known, user))
            return RedirectToPage("Index", new { Next, Whole = true });
        switch (await devices.TryPinAsync(known, user, Pin))
        {
            case PinOutcome.Right:
                await comingIn.InAsync(user, WayIn.Pin);
                return GoOn();
            case PinOutcome.Forgotten:
                device.Drop();
                return RedirectToPage("Index", new { Next, Whole = true });
            default:
                return Wrong();
        }
    }

    private IActionResult Wrong() => Again(nameof(Pin), "This PIN is not right. After five wrong ones we ask for your password.");

    private async Task<bool> ShowAsync()
    {
        Locked = Paused is not null;
        Name = Paused?.Name ?? (await device.FindAsync())?.User.DisplayName ?? "";
        return Name.Length > 0;
    }
}
