using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Web.Infrastructure.Security;

namespace SafeSpace.Web.Modules.Access.SignIn;

/// <summary>The first sign-in of an account: an app on the phone is set up for codes before anything else opens.</summary>
[AllowAnonymous]
[EnableRateLimiting(Throttle.Door)]
public sealed class SecondStepModel(HalfTickets half, SecondFactors factors, ComingIn comingIn, GroupStore store) : DoorModel
{
    [BindProperty]
    public string? SecretKey { get; set; }

    [BindProperty]
    public string? Code { get; set; }

    public AuthenticatorCard Card { get; private set; } = null!;

    /// <summary>Shown once, when the code was right.</summary>
    public IReadOnlyList<string> RecoveryCodes { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync()
    {
        if (await half.ReadAsync() is not { User.TwoFactorEnabled: false } who)
            return RedirectToPage("Index", new { Next });
        Card = AuthenticatorCard.For(null, who.User, store);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await half.ReadAsync() is not { User.TwoFactorEnabled: false } who)
            return RedirectToPage("Index", new { Next });
        Card = AuthenticatorCard.For(SecretKey, who.User, store);
        if (await factors.EnrolAsync(who.User.UserId, Card.Key, Code ?? "", new Viewer(who.User.UserId, who.User.DisplayName, new HashSet<Role>()).Actor) is not { } codes)
            return Again(nameof(Code), "This code is not right. Look at the app again and write the six digits it shows now.");
        await comingIn.InAsync(who.User, who.Way);
        RecoveryCodes = codes;
        return Page();
    }
}
