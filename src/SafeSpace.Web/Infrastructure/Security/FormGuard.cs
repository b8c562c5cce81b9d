using Microsoft.AspNetCore.Antiforgery;

namespace SafeSpace.Web.Infrastructure.Security;

/// <summary>Endpoints that scripts post to: the request token comes in the header or the form, as on every page.</summary>
public static class FormGuard
{
    /// <summary>Without the page's request token: 400.</summary>
    public static RouteHandlerBuilder RequireFormToken(this RouteHandlerBuilder endpoint) => endpoint.AddEndpointFilter(async (call, next) =>
    {
        var services = call.HttpContext.RequestServices;
        if (await services.GetRequiredService<IAntiforgery>().IsRequestValidAsync(call.HttpContext))
            return await next(call);
        services.GetRequiredService<DoorLog>().Say(Turned.FormNotOurs);
        return Results.StatusCode(StatusCodes.Status400BadRequest);
    }).DisableAntiforgery();
}
