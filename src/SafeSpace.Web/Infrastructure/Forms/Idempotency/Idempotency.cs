using System.Net.Mime;
using System.Text.Json;
using SafeSpace.Core.Data;
using SafeSpace.Web.Infrastructure.Api;

namespace SafeSpace.Web.Infrastructure.Forms.Idempotency;

/// <summary>
/// The same post sent twice to the interface does its work once. An endpoint writes:
/// <c>return await idempotency.AnswerAsync(() =&gt; service.ReferAsync(…), made =&gt; Idempotency.Created($"/api/v1/…", body), refused);</c>
/// The service must return the outcome from its unit of work; the answer is kept in that very unit.
/// Without the header <c>Idempotency-Key</c> the change is simply made.
/// </summary>
public sealed class Idempotency(GroupDb db, GroupStore store)
{
    internal KeyedPost? Post { get; set; }

    /// <summary>An answer that is kept: 201, where the new thing is, and what it is.</summary>
    public static PostAnswer Created(string location, object body) => new(StatusCodes.Status201Created, JsonSerializer.Serialize(body, ApiJson.Options), location);

    /// <summary>An answer that is kept: 200.</summary>
    public static PostAnswer Ok(object body) => new(StatusCodes.Status200OK, JsonSerializer.Serialize(body, ApiJson.Options));

    /// <param name="change">Makes the change through a service.</param>
    /// <param name="answer">What is answered to a change that was made; null for a refusal.</param>
    /// <param name="refused">What is answered to a refusal; never kept, so that a better post with the same key may follow.</param>
    public async Task<IResult> AnswerAsync<T>(Func<Task<T>> change, Func<T, PostAnswer?> answer, Func<T, IResult> refused)
    {
        if (Post is null)
        {
            var made = await change();
            return answer(made) is { } plain ? Result(plain) : refused(made);
        }

        try
        {
            PostAnswer? given = null;
            var made = await Post.RunAsync(change, result => given = answer(result)); // of the run that stands: a unit may run twice
            return given is null ? refused(made) : Result(given);
        }
        catch (Exception error) when (error is AlreadyAnsweredException or Microsoft.EntityFrameworkCore.DbUpdateException)
        {
            // Sent twice at the same moment: the other one was first, here or on another node.
            return await Post.FindAsync(db, store.Vault, store.Clock.Now) is { } first ? Result(first) : throw new StoreRacedException(error);
        }
    }

    internal static IResult Result(PostAnswer answer) => new KeptAnswer(answer);

    private sealed class KeptAnswer(PostAnswer answer) : IResult
    {
        public async Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.StatusCode = answer.Status;
            if (answer.Location is { } location)
                httpContext.Response.Headers.Location = httpContext.Request.PathBase + location;
            if (answer.Body.Length == 0)
                return;
            httpContext.Response.ContentType = MediaTypeNames.Application.Json;
            await httpContext.Response.WriteAsync(answer.Body);
        }
    }
}

/// <summary>A change that failed in the store although nobody else had answered the same post.</summary>
internal sealed class StoreRacedException(Exception inner) : Exception("The change could not be saved.", inner);
