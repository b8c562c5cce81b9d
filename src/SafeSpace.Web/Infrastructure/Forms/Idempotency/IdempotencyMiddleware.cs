using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using SafeSpace.Core.Data;
using SafeSpace.Web.Infrastructure.Groups;

namespace SafeSpace.Web.Infrastructure.Forms.Idempotency;

/// <summary>Reads <c>Idempotency-Key</c> of a post to the interface: answers at once what was answered before; else lets the endpoint keep its answer.</summary>
internal sealed class IdempotencyMiddleware(RequestDelegate next)
{
    private const string Header = "Idempotency-Key";
    private const int LongestKey = 200;
    private const long LongestBody = 1024 * 1024;

    public async Task InvokeAsync(HttpContext context, CurrentGroup group)
    {
        var request = context.Request;
        if (!HttpMethods.IsPost(request.Method) || !request.Headers.TryGetValue(Header, out var keys)
            || !request.Path.StartsWithSegments("/api", StringComparison.Ordinal) || !group.IsKnown || context.User.Identity is not { IsAuthenticated: true })
        {
            await next(context);
            return;
        }

        var key = keys.Count == 1 ? keys[0]!.Trim() : "";
        if (key.Length is 0 or > LongestKey)
        {
            await ProblemAsync(context, StatusCodes.Status400BadRequest, $"Give one {Header} of 1 to {LongestKey} characters.");
            return;
        }

        if (await HashBodyAsync(request) is not { } body)
        {
            await ProblemAsync(context, StatusCodes.Status413PayloadTooLarge, "This is longer than a post may be (1 MB).");
            return;
        }

        var caller = context.User.FindFirstValue(ClaimTypes.NameIdentifier) ?? "";
        var post = new KeyedPost(SHA256.HashData(Encoding.UTF8.GetBytes($"{caller}\n{request.Path}\n{key}")), body, Guid.TryParse(caller, out var owner) ? owner : null);
        try
        {
            var store = group.Store;
            var known = await post.FindAsync(context.RequestServices.GetRequiredService<GroupDb>(), store.Vault, store.Clock.Now);
            if (known is not null)
            {
                await Idempotency.Result(known).ExecuteAsync(context);
                return;
            }
        }
        catch (OtherBodyException other)
        {
            await ProblemAsync(context, StatusCodes.Status422UnprocessableEntity, other.Message);
            return;
        }

        context.RequestServices.GetRequiredService<Idempotency>().Post = post;
        await next(context);
    }

    private static async Task<byte[]?> HashBodyAsync(HttpRequest request)
    {
        if (request.ContentLength > LongestBody)
            return null;
        request.EnableBuffering();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{request.QueryString}\n"));
        var buffer = new byte[16 * 1024];
        long length = 0;
        for (int read; (read = await request.Body.ReadAsync(buffer)) > 0;)
        {
            if ((length += read) > LongestBody)
                return null;
            hash.AppendData(buffer, 0, read);
        }

        request.Body.Position = 0;
        return hash.GetHashAndReset();
    }

    private static Task ProblemAsync(HttpContext context, int status, string sentence) =>
        Results.Problem(statusCode: status, title: sentence).ExecuteAsync(context);
}
