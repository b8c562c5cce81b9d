using Microsoft.AspNetCore.Identity;
using SafeSpace.Core.Access;
using SafeSpace.Web.Infrastructure.Security;

namespace SafeSpace.Web.Modules.Access;

/// <summary>The parts of the front door that are no pages: lock, sign out, and what a passkey's script asks for.</summary>
public static class AccessEndpoints
{
    public static void MapAccess(this IEndpointRouteBuilder app)
    {
        app.MapPost("/lock", LockAsync).RequireFormToken().RequireAuthorization(new NeedsAttribute(Permission.OwnAccount));
        app.MapPost("/switch", SwitchAsync).RequireFormToken().RequireAuthorization(new NeedsAttribute(Permission.OwnAccount));
        app.MapPost("/sign-out", SignOutAsync).RequireFormToken().AllowAnonymous();
        app.MapPost("/sign-in/passkey/options", AskForPasskeyAsync).RequireFormToken().AllowAnonymous().RequireRateLimiting(Throttle.Door);
        app.MapPost("/me/passkeys/options", OfferPasskeyAsync).RequireFormToken().RequireAuthorization(new NeedsAttribute(Permission.OwnAccount)).RequireRateLimiting(Throttle.Door);
    }

    private static async Task<IResult> LockAsync(ComingIn comingIn, Sessions sessions)
    {
        if (comingIn.SessionId is { } session)
            await sessions.LockAsync(session);
        return Results.LocalRedirect("~/sign-in");
    }

    /// <summary>Locks what one has open, and offers everybody this computer remembers: a name, a PIN.</summary>
    private static async Task<IResult> SwitchAsync(ComingIn comingIn, Sessions sessions)
    {
        if (comingIn.SessionId is { } session)
            await sessions.LockAsync(session);
        return Results.LocalRedirect("~/sign-in/pin?choose=true");
    }

    private static async Task<IResult> SignOutAsync(ComingIn comingIn)
    {
        await comingIn.OutAsync();
        return Results.LocalRedirect("~/sign-in?whole=true");
    }

    private static async Task<IResult> AskForPasskeyAsync(SignInManager<User> signIn) =>
        Results.Content(await signIn.MakePasskeyRequestOptionsAsync(null), "application/json");

    /// <summary>The password is asked before the device makes a key, so that none is made in vain; and again where the key is taken.</summary>
    private static async Task<IResult> OfferPasskeyAsync(PasskeyOffer offer, SignInManager<User> signIn, AccountService accounts, DoorLog log, HttpContext context)
    {
        if (await signIn.UserManager.GetUserAsync(context.User) is not { } user)
            return Results.NotFound();
        if (!accounts.IsPassword(user, offer.Password))
        {
            log.Say(Turned.WrongPassword);
            return Results.StatusCode(StatusCodes.Status400BadRequest);
        }

        var entity = new PasskeyUserEntity { Id = user.Id.ToString(), Name = user.Email!, DisplayName = user.DisplayName };
        return Results.Content(await signIn.MakePasskeyCreationOptionsAsync(entity), "application/json");
    }
}

/// <summary>What the script sends to be offered a passkey.</summary>
public sealed record PasskeyOffer(string? Password);
