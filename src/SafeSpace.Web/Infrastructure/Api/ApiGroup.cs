using Microsoft.AspNetCore.Authorization;
using SafeSpace.Core.Access;
using SafeSpace.Web.Infrastructure.Security;

namespace SafeSpace.Web.Infrastructure.Api;

/// <summary>
/// The interface for programs, under <c>/&lt;group&gt;/api/v1</c>. A module maps its endpoints so:
/// <c>var people = app.MapApi("/people"); people.MapGet("/{id}", …).Needs(Permission.SeeRegister);</c>
/// Only a token opens them, never a cookie; so they need no antiforgery. Errors are problem details.
/// </summary>
public static class ApiGroup
{
    public const string Root = "/api/v1";

    /// <summary>Endpoints under <c>/api/v1</c> and <paramref name="prefix"/>; each still names the permission it needs.</summary>
    public static RouteGroupBuilder MapApi(this IEndpointRouteBuilder app, string prefix) =>
        app.MapGroup(Root + prefix)
            .RequireAuthorization(new AuthorizeAttribute { AuthenticationSchemes = TokenScheme.Name })
            .DisableAntiforgery()
            .WithTags(prefix.Trim('/'));

    /// <summary>What a caller must be allowed to do; otherwise the endpoint is not there (404).</summary>
    public static TBuilder Needs<TBuilder>(this TBuilder endpoint, Permission permission) where TBuilder : IEndpointConventionBuilder =>
        endpoint.RequireAuthorization(new NeedsAttribute(permission));

    /// <summary>Is this address one of the interface's? Asked before and after the group's segment was taken off.</summary>
    public static bool IsApi(HttpRequest request) => IsApi(request.Path);

    public static bool IsApi(PathString asked)
    {
        if (asked.StartsWithSegments("/api", StringComparison.Ordinal))
            return true;
        var path = asked.Value ?? "";
        var second = path.IndexOf('/', Math.Min(1, path.Length));
        return second > 0 && new PathString(path[second..]).StartsWithSegments("/api", StringComparison.Ordinal);
    }
}
