using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;

namespace SafeSpace.Web.Infrastructure.Security;

/// <summary>Too many tries from one address, at the sign-in or at the entrance: 429. Reading the page is free.</summary>
internal static class Throttle
{
    public const string Door = "door";

    /// <summary>The tablet at the centre's entrance: many people one after the other, and card numbers nobody should try in order.</summary>
    public const string Visitors = "visitors";

    public static void Set(RateLimiterOptions limiter)
    {
        limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limiter.AddPolicy(Door, context => Limit(context, door => door.TriesPerMinute));
        limiter.AddPolicy(Visitors, context => Limit(context, door => door.VisitorsPerMinute));
        limiter.OnRejected = (context, _) =>
        {
            context.HttpContext.Response.Headers.RetryAfter = "60";
            context.HttpContext.RequestServices.GetRequiredService<DoorLog>().Say(Turned.TooMany);
            return ValueTask.CompletedTask;
        };
    }

    private static RateLimitPartition<string> Limit(HttpContext context, Func<DoorOptions, int> perMinute)
    {
        if (HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method))
            return RateLimitPartition.GetNoLimiter("reading");
        var most = perMinute(context.RequestServices.GetRequiredService<IOptions<DoorOptions>>().Value);
        return RateLimitPartition.GetSlidingWindowLimiter(
            context.Connection.RemoteIpAddress?.ToString() ?? "unknown",
            _ => new SlidingWindowRateLimiterOptions { PermitLimit = most, Window = TimeSpan.FromMinutes(1), SegmentsPerWindow = 6 });
    }
}
