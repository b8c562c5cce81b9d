using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using SafeSpace.Core.Access;
using SafeSpace.Web.Infrastructure.Security;

namespace SafeSpace.Web.Modules.Access.SignIn;

/// <summary>The second step without the phone: one of the ten printed codes.</summary>
[AllowAnonymous]
[EnableRateLimiting(Throttle.Door)]
public sealed class RecoveryModel(HalfTickets half, SecondFactors factors, ComingIn comingIn, DoorLog log) : DoorModel
{
    [BindProperty]
    public string? Code { get; set; }

    public async Task<IActionResult> OnGetAsync() => await half.ReadAsync() is null ? RedirectToPage("Index", new { Next }) : Page();

    public async Task<IActionResult> OnPostAsync()
    {
        if (await half.ReadAsync() is not { } who)
            return RedirectToPage("Index", new { Next });
        if (!await factors.TakeRecoveryCodeAsync(who.User.UserId, Code))
        {
            log.Say(Turned.WrongRecoveryCode, who.User.Id);
            return Again(nameof(Code), "This is not one of your recovery codes, or it was used already. Try another one from your list.");
        }

        await comingIn.InAsync(who.User, WayIn.RecoveryCode);
        return GoOn();
    }
}
