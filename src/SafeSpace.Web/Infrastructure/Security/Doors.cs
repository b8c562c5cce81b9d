using System.Security.Claims;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Web.Infrastructure.Groups;

namespace SafeSpace.Web.Infrastructure.Security;

/// <summary>Who comes in: sign-in, tickets bound to their group, one policy for each permission, closed by default.</summary>
public static class Doors
{
    public static IServiceCollection AddDoors(this IServiceCollection services)
    {
        services.AddDataProtection().SetApplicationName("Safe Space").AddKeyManagementOptions(o => o.XmlRepository = null);
        services.AddSingleton<Core.Network.CookieKeys>();
        services.AddSingleton<CookieKeyRepository>();
        services.AddOptions<Microsoft.AspNetCore.DataProtection.KeyManagement.KeyManagementOptions>()
            .Configure<CookieKeyRepository>((o, repository) => o.XmlRepository = repository);
        services.AddHttpContextAccessor();
        services.AddScoped(s => ViewerOf(s.GetRequiredService<IHttpContextAccessor>().HttpContext?.User));
        services.AddAuthentication(IdentityConstants.ApplicationScheme)
            .AddScheme<AuthenticationSchemeOptions, TokenScheme>(TokenScheme.Name, null)
            .AddIdentityCookies();
        services.AddIdentityCore<User>(IdentityRules.Set)
            .AddEntityFrameworkStores<GroupDb>()
            .AddSignInManager()
            .AddClaimsPrincipalFactory<TicketFactory>();
        services.Configure<IdentityPasskeyOptions>(IdentityRules.Set);
        services.AddOptions<DoorOptions>().BindConfiguration(DoorOptions.Section);
        services.AddOptions<PasswordHasherOptions>().Configure<IOptions<DoorOptions>>((hashing, door) => hashing.IterationCount = door.Value.PasswordIterations);
        services.ConfigureApplicationCookie(TicketRules.Set);
        services.AddOptions<CookieAuthenticationOptions>(IdentityConstants.ApplicationScheme)
            .Configure<IOptions<DoorOptions>>((ticket, door) => ticket.ExpireTimeSpan = door.Value.TicketLifetime);
        services.AddSingleton<Modules.Home.HomeDoors>();
        services.AddDoorLog();
        services.AddScoped<HalfTickets>();
        services.AddScoped<DeviceCookie>();
        services.AddScoped<ComingIn>();
        services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        services.AddSingleton<IAuthorizationPolicyProvider, PermissionPolicies>();
        services.AddSingleton<IAuthorizationMiddlewareResultHandler, HiddenIsNotThere>();
        services.AddAntiforgery(o =>
        {
            o.Cookie.Name = "ss-form";
            o.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            o.Cookie.SameSite = SameSiteMode.Strict;
            o.HeaderName = "RequestVerificationToken";
        });
        services.AddSingleton<IAntiforgeryAdditionalDataProvider, FormsBelongToTheirGroup>();
        services.AddRateLimiter(Throttle.Set);
        return services;
    }

    private static Viewer ViewerOf(ClaimsPrincipal? user)
    {
        if (user?.Identity is not { IsAuthenticated: true })
            return Viewer.Nobody;
        var id = Guid.TryParse(user.FindFirstValue(ClaimTypes.NameIdentifier), out var guid) ? new Core.Shared.UserId(guid) : (Core.Shared.UserId?)null;
        var roles = user.FindAll(Tickets.RoleClaim).Select(c => Enum.Parse<Role>(c.Value)).ToHashSet();
        return new Viewer(id, user.FindFirstValue(Tickets.NameClaim) ?? "", roles);
    }
}

/// <summary>A form made in one group is refused in another.</summary>
internal sealed class FormsBelongToTheirGroup : IAntiforgeryAdditionalDataProvider
{
    public string GetAdditionalData(HttpContext context) => SlugOf(context);

    public bool ValidateAdditionalData(HttpContext context, string additionalData) => additionalData == SlugOf(context);

    private static string SlugOf(HttpContext context)
    {
        var group = context.RequestServices.GetRequiredService<CurrentGroup>();
        return group.IsKnown ? group.Store.Slug : "";
    }
}

/// <summary>What you may not see is not there: 404, the same as what never was. Not signed in: the sign-in page, or 401 for a program.</summary>
public sealed class HiddenIsNotThere : IAuthorizationMiddlewareResultHandler
{
    /// <summary>Set on the request that was refused: the answer itself does not tell.</summary>
    public const string Refused = "refused";

    private readonly AuthorizationMiddlewareResultHandler ordinary = new();

    public Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult)
    {
        if (!authorizeResult.Forbidden)
            return ordinary.HandleAsync(next, context, policy, authorizeResult);
        context.Items[Refused] = true;
        context.RequestServices.GetRequiredService<DoorLog>().Say(Turned.NotAllowed);
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }
}
