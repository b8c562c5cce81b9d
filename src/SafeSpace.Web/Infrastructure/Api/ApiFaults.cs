using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;

namespace SafeSpace.Web.Infrastructure.Api;

/// <summary>A fault inside the interface is answered as problem details; a page's is left to the error page.</summary>
internal sealed class ApiFaults(IProblemDetailsService problems) : IExceptionHandler
{
    public ValueTask<bool> TryHandleAsync(HttpContext context, Exception exception, CancellationToken cancellationToken)
    {
        // The request's own path is the error page's by now.
        if (context.Features.Get<IExceptionHandlerPathFeature>() is not { Path: { } asked } || !ApiGroup.IsApi(new PathString(asked)))
            return ValueTask.FromResult(false);
        context.Response.StatusCode = Faults.StatusOf(exception);
        return problems.TryWriteAsync(new ProblemDetailsContext
        {
            HttpContext = context,
            ProblemDetails = new ProblemDetails { Status = context.Response.StatusCode, Detail = Faults.WordsOf(exception) },
        });
    }
}
