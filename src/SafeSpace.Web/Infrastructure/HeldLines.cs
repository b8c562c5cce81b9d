using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Features.Authentication;

namespace SafeSpace.Web.Infrastructure;

/// <summary>
/// An answer that goes on for minutes needs nothing of what signed it in. Whoever opens one says what is to be said, and goes; it is said out
/// here, when every step within has ended: of thousands of open lines none keeps a connection to the store, a cookie or a name in memory.
/// </summary>
internal static class HeldLines
{
    private sealed record Line(Func<HttpContext, Task> Speak);

    /// <summary>Answers by <paramref name="speak"/>, which may ask the request for nothing: who asked is not known there any more.</summary>
    public static void Hold(this HttpContext context, Func<HttpContext, Task> speak) => context.Features.Set(new Line(speak));

    /// <summary>Before everything else.</summary>
    public static void UseHeldLines(this WebApplication app) => app.Use(async (context, next) =>
    {
        await next(context);
        if (context.Response is not { StatusCode: StatusCodes.Status200OK, HasStarted: false } || context.Features.Get<Line>() is not { } line)
            return;
        await context.Response.StartAsync();
        await LetGoAsync(context);
        await line.Speak(context);
    });

    private static async Task LetGoAsync(HttpContext context)
    {
        var signedIn = context.Features.GetRequiredFeature<IServiceProvidersFeature>();
        context.Features.Set<IServiceProvidersFeature>(new RequestServicesFeature(context, context.RequestServices.GetRequiredService<IServiceScopeFactory>()));
        context.Features.Set<IAuthenticateResultFeature>(null);
        context.Features.Set<IHttpAuthenticationFeature>(null);
        context.Features.Set<IRequestCookiesFeature>(null);
        context.User = new ClaimsPrincipal();
        context.Items.Clear();
        context.Request.Headers.Clear();
        await ((IAsyncDisposable)signedIn).DisposeAsync();
    }
}
