using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Web.Infrastructure.Groups;

namespace SafeSpace.Web.Infrastructure.Security;

/// <summary>
/// <c>Authorization: Bearer ss_…</c>. Tokens lie in the group's own store, so one group's token is unknown to another.
/// What a token does is recorded under the token's own id and name.
/// </summary>
internal sealed class TokenScheme(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string Name = "Token";
    private const string Bearer = "Bearer ";
    private const int LongestSecret = 200;

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization.ToString();
        var group = Context.RequestServices.GetRequiredService<CurrentGroup>();
        if (!header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) || header.Length > LongestSecret || !group.IsKnown)
            return AuthenticateResult.NoResult();
        var db = Context.RequestServices.Whole();
        if (await ApiTokenService.FindAsync(db, header[Bearer.Length..].Trim()) is not { } token)
        {
            Context.RequestServices.GetRequiredService<DoorLog>().Say(Turned.UnknownToken);
            return AuthenticateResult.Fail("This token is not known here, or was revoked.");
        }

        var identity = new ClaimsIdentity(Name);
        identity.AddClaim(new Claim(ClaimTypes.NameIdentifier, token.Id.ToString()));
        identity.AddClaim(new Claim(Tickets.NameClaim, token.Name));
        identity.AddClaim(new Claim(Tickets.GroupClaim, group.Store.Slug));
        identity.AddClaim(new Claim(Tickets.RoleClaim, token.Role.ToString()));
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), Name));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.StatusCode = StatusCodes.Status401Unauthorized;
        Response.Headers[HeaderNames.WWWAuthenticate] = "Bearer";
        return Task.CompletedTask;
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties)
    {
        Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }
}
