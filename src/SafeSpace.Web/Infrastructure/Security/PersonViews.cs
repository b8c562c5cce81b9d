using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SafeSpace.Core.Access;
using SafeSpace.Core.Audit;
using SafeSpace.Core.Data;
using SafeSpace.Core.Shared;

namespace SafeSpace.Web.Infrastructure.Security;

/// <summary>Writes down who looked at whom in this request, before anything is shown.</summary>
public sealed class PersonViews(ViewLog log, Viewer viewer, LentContext reading)
{
    /// <summary>Whether this request has said whom it shows.</summary>
    public bool Recorded { get; private set; }

    /// <summary>Everybody who stands on the page or in the answer. An empty list was looked at by nobody's cost: nothing is written.</summary>
    /// <param name="surface">The page's short name: "person", "register", "api/people".</param>
    public async Task AsPageAsync(string surface, params IReadOnlyCollection<PersonId> shown)
    {
        if (shown.Count > 0)
            await reading.WaitWithoutConnectionAsync(log.RecordAsync(viewer.Actor, surface, shown));
        Recorded = true;
    }
}

/// <summary>The page shows people: it must record the view before it is shown, or it is not shown at all.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ShowsPeopleAttribute : Attribute, IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var done = await next();
        if (done.Exception is null && done.Result is PageResult or PartialViewResult or ContentResult)
            Require(context.HttpContext, context.ActionDescriptor.ViewEnginePath);
    }

    /// <summary>An endpoint that shows people, held to the same.</summary>
    public static async ValueTask<object?> Guard(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var result = await next(context);
        if (result is not IStatusCodeHttpResult { StatusCode: >= 400 })
            Require(context.HttpContext, context.HttpContext.Request.Path);
        return result;
    }

    private static void Require(HttpContext context, string? what)
    {
        if (!context.RequestServices.GetRequiredService<PersonViews>().Recorded)
            throw new InvalidOperationException($"{what} shows people and did not record who looked: it is not shown.");
    }
}
