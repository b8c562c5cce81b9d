using System.Data.Common;
using SafeSpace.Core.Data;
using SafeSpace.Core.Network;
using SafeSpace.Core.Shared;

namespace SafeSpace.Web.Infrastructure.Groups;

/// <summary>
/// Takes the first segment of the address as the group: it becomes the path base, so pages and links inside know nothing of it.
/// What is not in a group is one of the few pages at the root, or not there.
/// </summary>
internal sealed class GroupMiddleware(RequestDelegate next, Stores stores)
{
    public async Task InvokeAsync(HttpContext context, CurrentGroup group)
    {
        var path = context.Request.Path.Value ?? "/";
        var end = path.IndexOf('/', 1);
        var first = path.Length < 2 ? "" : end < 0 ? path[1..] : path[1..end];
        if (first.Length == 0)
            context.Request.Path = "/welcome";
        else if (RootAddresses.Has(first))
            context.Items[RootAddresses.Mark] = true;
        else if (first.Any(char.IsAsciiLetterUpper) && Slug.IsValid(first.ToLowerInvariant()))
        {
            context.Response.Redirect($"/{first.ToLowerInvariant()}{(end < 0 ? "" : path[end..])}{context.Request.QueryString}", permanent: true);
            return;
        }
        else if (await stores.FindAsync(first) is { } store)
        {
            group.Store = store;
            store.Used();
            context.Request.PathBase = context.Request.PathBase.Add("/" + first);
            context.Request.Path = end < 0 ? "/" : path[end..];
            if (context.Request.Path.StartsWithSegments("/welcome", StringComparison.Ordinal))
                context.Request.Path = "/not-there";
            var reading = context.RequestServices.GetRequiredService<LentContext>();
            reading.Begin(isPost: HttpMethods.IsPost(context.Request.Method));
            await OpenAsync(reading, context.RequestAborted);
        }
        else
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        await next(context);
    }

    /// <summary>A store that is away is met again where it is read, and what was typed is given back there.</summary>
    private static async Task OpenAsync(LentContext reading, CancellationToken cancel)
    {
        try
        {
            await reading.OpenAsync(cancel);
        }
        catch (Exception error) when (error is DbException || StoreTrouble.IsPassing(error))
        {
            // Said by StoreAway.
        }
    }
}

/// <summary>First segments that are no group: all of them are reserved as short names.</summary>
internal static class RootAddresses
{
    public const string Mark = "root";

    public static bool Has(string first) => Slug.Reserved.Contains(first) || first.Contains('.', StringComparison.Ordinal);
}
