using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure.Forms;

namespace SafeSpace.Web.Infrastructure.Security;

/// <summary>
/// The last step of every way in: a session begins, and the browser gets its ticket. And the way out. What scripts keep in the browser is
/// sealed with its owner's key, so that it may wait there while somebody else uses the computer; signing off deletes it.
/// </summary>
public sealed class ComingIn(
    IHttpContextAccessor http, Sessions sessions, IUserClaimsPrincipalFactory<User> tickets, DeviceCookie device, HalfTickets half, GroupStore store, Drafts drafts,
    IOptions<DoorOptions> options, ILogger<ComingIn> log)
{
    private HttpContext Context => http.HttpContext!;

    public async Task InAsync(User user, WayIn way)
    {
        var before = await SessionBeforeAsync();
        var session = await sessions.BeginAsync(user.UserId, way, device.Label, before?.Session);
        half.Drop();
        await GiveTicketAsync(user, session.Id);
        log.LogInformation("Account {Account} came in by {Way}, session {Session}", user.Id, way, session.Id);
    }

    /// <summary>The right PIN on a locked screen.</summary>
    public async Task BackAsync(User user, PausedSession paused)
    {
        await sessions.UnlockAsync(paused.SessionId);
        await GiveTicketAsync(user, paused.SessionId);
    }

    public async Task OutAsync()
    {
        if (await SessionBeforeAsync() is { } before)
        {
            await sessions.SignOffAsync(before.Session);
            BrowserNotes.Off(Context, (await drafts.BrowserKeyAsync(new UserId(before.User))).Tag);
        }

        half.Drop();
        await Context.SignOutAsync(IdentityConstants.ApplicationScheme);
    }

    public Guid? SessionId => Guid.TryParse(Context.User.FindFirstValue(Tickets.SessionClaim), out var id) ? id : Context.Features.Get<PausedSession>()?.SessionId;

    private Task<(Guid Session, Guid User)?> SessionBeforeAsync()
    {
        if (Context.Features.Get<PausedSession>() is { } paused)
            return Task.FromResult<(Guid, Guid)?>((paused.SessionId, paused.UserId.Value));
        return Task.FromResult<(Guid, Guid)?>(
            Guid.TryParse(Context.User.FindFirstValue(Tickets.SessionClaim), out var session) && Guid.TryParse(Context.User.FindFirstValue(ClaimTypes.NameIdentifier), out var user)
                ? (session, user)
                : null);
    }

    private async Task GiveTicketAsync(User user, Guid session)
    {
        var principal = await tickets.CreateAsync(user);
        ((ClaimsIdentity)principal.Identity!).AddClaim(new Claim(Tickets.SessionClaim, session.ToString()));
        var properties = new AuthenticationProperties { IsPersistent = false, ExpiresUtc = store.Clock.Now + options.Value.TicketLifetime };
        TicketRules.MarkSeen(properties, store.Clock.Now);
        await Context.SignInAsync(IdentityConstants.ApplicationScheme, principal, properties);
        Context.User = principal;
    }
}
