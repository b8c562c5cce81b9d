using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Core.Infrastructure;
using Microsoft.AspNetCore.Mvc.Filters;
using SafeSpace.Web.Infrastructure.Groups;

namespace SafeSpace.Web.Infrastructure.Security;

/// <summary>What was refused at a door, or tried where it should not be.</summary>
public enum Turned
{
    WrongPassword,
    WrongCode,
    WrongRecoveryCode,
    WrongPin,
    WrongPasskey,
    TooMany,

    /// <summary>Signed in, and their roles do not allow it.</summary>
    NotAllowed,

    /// <summary>An address that is there, asked for with what is not there for them: another's record, or none.</summary>
    NotThere,
    FormNotOurs,
    TicketOfAnotherGroup,
    UnknownToken,
    OldLink,
}

/// <summary>
/// One line for each refusal: what, at which route, which account and session by their ids, from where by a mark. No address typed or asked for,
/// no name, no secret: a route is written as its pattern, and the mark is the network address under a key that lives as long as the process, so
/// that many tries of one place are seen as such and the place itself is not kept.
/// </summary>
public sealed class DoorLog(IHttpContextAccessor http, ILogger<DoorLog> log)
{
    private static readonly byte[] MarkKey = RandomNumberGenerator.GetBytes(32);

    /// <param name="account">Whose door it was, where nobody is signed in yet.</param>
    public void Say(Turned what, Guid? account = null)
    {
        if (http.HttpContext is not { } context)
            return;
        var group = context.RequestServices.GetRequiredService<CurrentGroup>();
        var route = (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "-";
        log.LogWarning(new EventId((int)what + 1, what.ToString()), "Refused {What} at {Method} {Route}, group {Group}, account {Account}, session {Session}, from {From}",
            what, Known(context.Request.Method), route, group.IsKnown ? group.Store.Slug : "-",
            (account?.ToString() ?? context.User.FindFirstValue(ClaimTypes.NameIdentifier)) ?? "-", context.User.FindFirstValue(Tickets.SessionClaim) ?? "-", MarkOf(context));
    }

    /// <summary>A method is a word that a stranger may choose: only those there are stand in the log.</summary>
    private static string Known(string method) => HttpMethods.IsGet(method) || HttpMethods.IsPost(method) || HttpMethods.IsHead(method) || HttpMethods.IsPut(method) || HttpMethods.IsDelete(method) ? method : "OTHER";

    private static string MarkOf(HttpContext context) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(MarkKey, Encoding.UTF8.GetBytes(context.Connection.RemoteIpAddress?.ToString() ?? "")).AsSpan(0, 4));
}

/// <summary>Tells the log of forms that were refused because their token is not ours.</summary>
internal sealed class RefusedForms(DoorLog log) : IAlwaysRunResultFilter
{
    public void OnResultExecuting(ResultExecutingContext context)
    {
        if (context.Result is IAntiforgeryValidationFailedResult)
            log.Say(Turned.FormNotOurs);
    }

    public void OnResultExecuted(ResultExecutedContext context)
    {
    }
}

internal static class DoorLogging
{
    public static IServiceCollection AddDoorLog(this IServiceCollection services)
    {
        services.AddSingleton<DoorLog>();
        services.Configure<MvcOptions>(o => o.Filters.Add<RefusedForms>(int.MinValue));
        return services;
    }

    /// <summary>After authentication: what is answered "not there" to somebody who is signed in, at an address that is there.</summary>
    public static void UseDoorLog(this WebApplication app) => app.Use(async (context, next) =>
    {
        var endpoint = context.GetEndpoint();
        await next(context);
        if (context.Response.StatusCode == StatusCodes.Status404NotFound && context.User.Identity is { IsAuthenticated: true } && !context.Items.ContainsKey(HiddenIsNotThere.Refused)
            && endpoint is RouteEndpoint { RoutePattern.RawText: { } route } && !route.Contains("**", StringComparison.Ordinal)
            && context.Features.Get<IStatusCodeReExecuteFeature>() is null && context.Features.Get<IExceptionHandlerFeature>() is null)
            context.RequestServices.GetRequiredService<DoorLog>().Say(Turned.NotThere);
    });
}
