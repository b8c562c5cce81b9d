using System.Runtime.ExceptionServices;
using Microsoft.AspNetCore.Diagnostics;

namespace SafeSpace.Web.Infrastructure;

/// <summary>
/// The store is away or takes no more: says when to come again, and marks the request, so that the page that tells of it does not ask the store
/// who is looking. One line in the log, not a page for each request of an outage.
/// </summary>
internal sealed class StoreAway(ILogger<StoreAway> log) : IExceptionHandler
{
    public const string RetryAfter = "5";
    private const string Mark = "store-away";
    private const string AtTheDoor = "store-away-at-the-door";

    public static bool Is(HttpContext context) => context.Items.ContainsKey(Mark);

    public ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (Faults.StatusOf(exception) == StatusCodes.Status503ServiceUnavailable)
        {
            httpContext.Items[Mark] = true;
            httpContext.Response.Headers.RetryAfter = RetryAfter;
            log.LogWarning("The store is away or takes no more: {Error}", exception.GetBaseException().GetType().Name);
        }

        return ValueTask.FromResult(false);
    }

    /// <summary>Who comes could not be looked up: remembered instead of thrown, since authentication answers once for a request, its error page included.</summary>
    public static void RememberAtTheDoor(HttpContext context, Exception error) => context.Items[AtTheDoor] = ExceptionDispatchInfo.Capture(error);

    /// <summary>Right after authentication: nobody passes who was not looked up. Only the page that says the store is away goes on.</summary>
    public static Task StopAtTheDoorAsync(HttpContext context, RequestDelegate next)
    {
        if (!Is(context) && context.Items.TryGetValue(AtTheDoor, out var error))
            ((ExceptionDispatchInfo)error!).Throw();
        return next(context);
    }

    /// <summary>When even the page that says so cannot be made: the bare sentence.</summary>
    public static async Task LastWordAsync(HttpContext context, RequestDelegate next)
    {
        try
        {
            await next(context);
        }
        catch (Exception error) when (Faults.StatusOf(error) == StatusCodes.Status503ServiceUnavailable && !context.Response.HasStarted)
        {
            context.Response.Clear();
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            context.Response.Headers.RetryAfter = RetryAfter;
            context.Response.Headers.CacheControl = "no-store";
            context.Response.ContentType = "text/plain; charset=utf-8";
            await context.Response.WriteAsync(Core.Data.StoreTrouble.Sentence);
        }
    }
}
