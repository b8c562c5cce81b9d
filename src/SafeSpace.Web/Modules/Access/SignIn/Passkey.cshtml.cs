using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using SafeSpace.Core.Access;
using SafeSpace.Web.Infrastructure.Security;

namespace SafeSpace.Web.Modules.Access.SignIn;

/// <summary>What the browser answers with a passkey. The passkey is looked for in this group's store alone.</summary>
[AllowAnonymous]
[EnableRateLimiting(Throttle.Door)]
public sealed class PasskeyModel(SignInManager<User> signIn, ComingIn comingIn, DoorLog log) : DoorModel
{
    [BindProperty]
    public string? Credential { get; set; }

    public IActionResult OnGet() => RedirectToPage("Index", new { Next, Whole = true });

    public async Task<IActionResult> OnPostAsync()
    {
        if (await AcceptAsync() is not { } user)
        {
            log.Say(Turned.WrongPasskey);
            return Again(nameof(Credential), "This passkey is not known here. Sign in with your password.");
        }

        await comingIn.InAsync(user, WayIn.Passkey);
        return GoOn();
    }

    private async Task<User?> AcceptAsync()
    {
        if (string.IsNullOrEmpty(Credential))
            return null; // a browser without script, or a program
        try
        {
            var answer = await signIn.PerformPasskeyAssertionAsync(Credential);
            if (!answer.Succeeded || answer.User.RetiredAt is not null)
                return null;
            await signIn.UserManager.AddOrUpdatePasskeyAsync(answer.User, answer.Passkey);
            return answer.User;
        }
        catch (InvalidOperationException)
        {
            return null; // nothing was asked for, or too long ago
        }
    }
}
