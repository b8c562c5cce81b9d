using System.Data.Common;
using System.Text.Json;
using Microsoft.AspNetCore.Antiforgery;
using SafeSpace.Core.Data;
using SafeSpace.Core.Shared;

namespace SafeSpace.Web.Infrastructure;

/// <summary>Which status an exception that reached nobody is answered with.</summary>
public static class Faults
{
    public static int StatusOf(Exception? error) => error switch
    {
        StaleVersionException => StatusCodes.Status409Conflict,
        StoreBusyException or StoreShutException => StatusCodes.Status503ServiceUnavailable,
        SafeSpaceException => StatusCodes.Status400BadRequest,
        AntiforgeryValidationException => StatusCodes.Status400BadRequest,
        BadHttpRequestException bad => bad.StatusCode,
        _ when CannotBeKept(error) => StatusCodes.Status400BadRequest,
        _ when StoreTrouble.IsPassing(error) => StatusCodes.Status503ServiceUnavailable,
        _ => StatusCodes.Status500InternalServerError,
    };

    /// <summary>What may be said of it: only messages that were written for people.</summary>
    public static string? WordsOf(Exception? error) => error switch
    {
        StoreShutException => "The records of this group cannot be opened just now. Whoever looks after this computer has to see to it: please tell them.",
        SafeSpaceException said => said.Message,
        BadHttpRequestException { InnerException: JsonException { Path: { Length: > 1 } path } } => $"Please look at {path[2..]}: its name or what stands in it is not as it should be. /openapi/v1.json names every field.",
        BadHttpRequestException { InnerException: JsonException } => "The body is not JSON as we can read it.",
        _ when CannotBeKept(error) => "There is a sign in this that we cannot keep. Please write it again without it.",
        _ when StoreTrouble.IsPassing(error) => StoreTrouble.Sentence,
        _ => null,
    };

    /// <summary>A null character in what was asked for or said: PostgreSQL takes it in no text, not even to look for it.</summary>
    private static bool CannotBeKept(Exception? error) => error?.GetBaseException() is DbException { SqlState: "22021" };
}
