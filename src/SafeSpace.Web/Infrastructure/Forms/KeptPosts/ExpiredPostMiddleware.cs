using System.Security.Claims;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure.Groups;
using SafeSpace.Web.Infrastructure.Security;

namespace SafeSpace.Web.Infrastructure.Forms.KeptPosts;

/// <summary>
/// Somebody typed for an hour, and meanwhile their sign-in ran out. The old ticket still says who they are, though it opens nothing:
/// what they typed is kept for them before they are led to sign in again. Not where they had signed off, nor a day later.
/// </summary>
internal sealed class ExpiredPostMiddleware(RequestDelegate next, IOptionsMonitor<CookieAuthenticationOptions> cookies)
{
    public async Task InvokeAsync(HttpContext context, CurrentGroup group)
    {
        if (HttpMethods.IsPost(context.Request.Method) && group.IsKnown && context.User.Identity is not { IsAuthenticated: true }
            && context.GetEndpoint()?.Metadata is { } endpoint && endpoint.GetMetadata<PageActionDescriptor>() is not null && endpoint.GetMetadata<IAllowAnonymous>() is null
            && await OwnerAsync(context, group.Store.Slug) is { } owner)
            await context.RequestServices.GetRequiredService<KeptPosts>().KeepAsync(context, owner);
        await next(context);
    }

    /// <summary>Longer ago than that, nobody comes back to a form that lies open.</summary>
    private static readonly TimeSpan Late = TimeSpan.FromDays(1);

    private async Task<UserId?> OwnerAsync(HttpContext context, string slug)
    {
        var options = cookies.Get(IdentityConstants.ApplicationScheme);
        var cookie = options.CookieManager.GetRequestCookie(context, options.Cookie.Name!);
        var whole = string.IsNullOrEmpty(cookie) ? null : options.TicketDataFormat.Unprotect(cookie);
        if (whole is null || whole.Properties.ExpiresUtc + Late < context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow())
            return null;
        var ticket = whole.Principal;
        if (ticket.FindFirstValue(Tickets.GroupClaim) != slug || !Guid.TryParse(ticket.FindFirstValue(Tickets.SessionClaim), out var session) || !Guid.TryParse(ticket.FindFirstValue(ClaimTypes.NameIdentifier), out var id))
            return null;
        var db = context.RequestServices.GetRequiredService<GroupDb>();
        var stands = await db.Users.AnyAsync(u => u.Id == id && u.RetiredAt == null) && await db.Sessions.AnyAsync(s => s.Id == session && !s.SignedOff);
        return stands ? new UserId(id) : null;
    }
}
