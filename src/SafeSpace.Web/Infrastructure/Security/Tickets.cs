using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure.Groups;

namespace SafeSpace.Web.Infrastructure.Security;

/// <summary>What a sign-in ticket carries: the account, its name, its roles, its session, and the group it holds for.</summary>
public static class Tickets
{
    public const string GroupClaim = "group";
    public const string RoleClaim = "role";
    public const string NameClaim = "display-name";
    public const string SessionClaim = "session";
}

internal sealed class TicketFactory(UserManager<User> users, IOptions<IdentityOptions> options, GroupStore store)
    : UserClaimsPrincipalFactory<User>(users, options)
{
    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(User user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        identity.AddClaim(new Claim(Tickets.GroupClaim, store.Slug));
        return identity;
    }
}

internal static class TicketRules
{
    private const string Seen = "seen";
    private static readonly TimeSpan SeenEvery = TimeSpan.FromMinutes(1);

    public static void Set(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = "ss-ticket";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.LoginPath = "/sign-in";
        options.AccessDeniedPath = "/not-there";
        options.ReturnUrlParameter = "next";
        options.SlidingExpiration = true;
        options.Events.OnValidatePrincipal = CheckOrRememberAsync;
        options.Events.OnRedirectToLogin = context =>
        {
            if (context.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal))
                context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            else if (!context.HttpContext.RequestServices.GetRequiredService<CurrentGroup>().IsKnown)
                context.Response.StatusCode = StatusCodes.Status404NotFound;
            else
                context.Response.Redirect(context.RedirectUri);
            return Task.CompletedTask;
        };
    }

    public static void MarkSeen(AuthenticationProperties properties, DateTime now) =>
        properties.Items[Seen] = now.Ticks.ToString(CultureInfo.InvariantCulture);

    /// <summary>The store is away: nobody is let in, and the page that says so can still give back what was typed, to whose ticket it is.</summary>
    private static async Task CheckOrRememberAsync(CookieValidatePrincipalContext context)
    {
        try
        {
            await CheckAsync(context);
        }
        catch (Exception error) when (Faults.StatusOf(error) == StatusCodes.Status503ServiceUnavailable
            && context.Principal?.FindFirstValue(Tickets.GroupClaim) == context.HttpContext.RequestServices.GetRequiredService<CurrentGroup>().Store.Slug)
        {
            StoreAway.RememberAtTheDoor(context.HttpContext, error);
        }
    }

    /// <summary>
    /// At every request: the ticket is of this group, its session and its account still stand, and its roles are those it has now.
    /// A session nobody touched for the group's idle minutes is locked; one that is older than the group's hours has ended.
    /// </summary>
    private static async Task CheckAsync(CookieValidatePrincipalContext context)
    {
        var services = context.HttpContext.RequestServices;
        var group = services.GetRequiredService<CurrentGroup>();
        // Only the page that says the store is away is shown to it; it gives back what they typed, and nothing else.
        if (StoreAway.Is(context.HttpContext) && group.IsKnown && context.Principal?.FindFirstValue(Tickets.GroupClaim) == group.Store.Slug)
            return;
        if (group.IsKnown && context.Principal is { } ticket && ticket.FindFirstValue(Tickets.GroupClaim) == group.Store.Slug
            && await StandingAsync(services.Whole(), ticket) is { } standing && await IsYoungAsync(services, group.Store, standing))
        {
            var now = group.Store.Clock.Now;
            var seen = new DateTime(long.Parse(context.Properties.Items[Seen] ?? "0", CultureInfo.InvariantCulture), DateTimeKind.Utc);
            var idle = now - seen > TimeSpan.FromMinutes(group.Store.Profile.IdleMinutes);
            if (standing.LockedAt is null && !idle)
            {
                if (now - seen > SeenEvery && context.HttpContext.GetEndpoint()?.Metadata.GetMetadata<UnattendedAttribute>() is null)
                {
                    MarkSeen(context.Properties, now);
                    context.ShouldRenew = true;
                }

                context.ReplacePrincipal(Now(ticket, standing));
                return;
            }

            if (standing.LockedAt is null)
                await services.GetRequiredService<Sessions>().LockAsync(standing.SessionId);
            context.HttpContext.Features.Set(new PausedSession(standing.SessionId, standing.UserId, standing.Name, standing.HasPin));
            context.RejectPrincipal();
            return;
        }

        var ours = group.IsKnown && context.Principal?.FindFirstValue(Tickets.GroupClaim) == group.Store.Slug;
        var whose = Guid.TryParse(context.Principal?.FindFirstValue(ClaimTypes.NameIdentifier), out var account) ? account : (Guid?)null;
        context.RejectPrincipal();
        // A ticket of this group opens nothing any more, and stays in the browser: it says whose a form is that lies open and is sent later.
        // What a page asks for by itself meanwhile (a draft, the board) must not take that away.
        if (ours)
            return;
        if (group.IsKnown)
            services.GetRequiredService<DoorLog>().Say(Turned.TicketOfAnotherGroup, whose);
        await context.HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
    }

    /// <summary>Used or not, a session ends after the group's hours: a ticket somebody copied is of no use for longer than a shift.</summary>
    private static async Task<bool> IsYoungAsync(IServiceProvider services, GroupStore store, Standing standing)
    {
        if (store.Clock.Now - standing.BeganAt < store.Profile.LongestSession)
            return true;
        await services.GetRequiredService<Sessions>().EndAsync(standing.SessionId);
        return false;
    }

    private static async Task<Standing?> StandingAsync(GroupDb db, ClaimsPrincipal ticket)
    {
        if (!Guid.TryParse(ticket.FindFirstValue(ClaimTypes.NameIdentifier), out var id) || !Guid.TryParse(ticket.FindFirstValue(Tickets.SessionClaim), out var sessionId))
            return null;
        var userId = new UserId(id);
        var accounts = db.Users.Where(u => u.Id == id && u.RetiredAt == null);
        var sessions = db.Sessions.Where(s => s.Id == sessionId && s.UserId == userId && s.EndedAt == null);
        var roles = db.UserRoles.Where(r => r.UserId == userId).Select(r => (Role?)r.Role);
        var rows = await (
            from account in accounts
            from session in sessions
            from role in roles.DefaultIfEmpty()
            select new { account.DisplayName, HasPin = account.PinHash != null, session.LockedAt, session.BeganAt, Role = role }).ToListAsync();
        return rows is [var first, ..]
            ? new Standing(sessionId, userId, first.DisplayName, first.HasPin, [.. rows.Select(r => r.Role).OfType<Role>()], first.LockedAt, first.BeganAt)
            : null;
    }

    private static ClaimsPrincipal Now(ClaimsPrincipal ticket, Standing standing) => new(new ClaimsIdentity(
        ticket.Claims.Where(c => c.Type is not (Tickets.RoleClaim or Tickets.NameClaim))
            .Append(new Claim(Tickets.NameClaim, standing.Name))
            .Concat(standing.Roles.Select(r => new Claim(Tickets.RoleClaim, r.ToString()))),
        ticket.Identity!.AuthenticationType));

    private sealed record Standing(Guid SessionId, UserId UserId, string Name, bool HasPin, IReadOnlyList<Role> Roles, DateTime? LockedAt, DateTime BeganAt);
}
