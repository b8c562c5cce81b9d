using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using SafeSpace.Core.Access;
using SafeSpace.Web.Infrastructure.Security;

namespace SafeSpace.Web.Modules.Access.SignIn;

/// <summary>The first step: e-mail address and password, or a passkey. A remembered device goes on to its PIN.</summary>
[AllowAnonymous]
[EnableRateLimiting(Throttle.Door)]
public sealed class IndexModel(SignIns signIns, HalfTickets half, ComingIn comingIn, DeviceCookie device, DoorLog log) : DoorModel
{
    [BindProperty]
    public string? Email { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    /// <summary>"Use my password instead": do not offer the PIN.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Whole { get; set; }

    public async Task<IActionResult> OnGetAsync()
    {
        var pin = HttpContext.Features.Get<PausedSession>() is { HasPin: true } || (await device.FindAllAsync()).Count > 0;
        return pin && !Whole ? RedirectToPage("Pin", new { Next }) : Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var (outcome, user) = await signIns.TakePasswordAsync(Email, Password);
        switch (outcome)
        {
            case PasswordOutcome.AskCode:
                half.Give(user!, WayIn.PasswordAndCode);
                return RedirectToPage("Code", new { Next });
            case PasswordOutcome.SetUpCode:
                half.Give(user!, WayIn.PasswordAndCode);
                return RedirectToPage("SecondStep", new { Next });
            case PasswordOutcome.ComeIn:
                await comingIn.InAsync(user!, WayIn.Password);
                return GoOn();
            default:
                log.Say(Turned.WrongPassword, user?.Id);
                return Again(nameof(Email), "This e-mail address and password do not go together. Please try again. After several wrong tries we wait ten minutes.");
        }
    }
}
