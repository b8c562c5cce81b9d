using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Core.Infrastructure;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Modules.Shared.GiveBack;

namespace SafeSpace.Web.Infrastructure.Forms.KeptPosts;

/// <summary>
/// A post that could not be taken gives every typed word back: the form had grown too old (antiforgery), the store was too busy,
/// or somebody else changed the record and the page had nothing better to say.
/// </summary>
internal sealed class GiveBackFilter(IModelMetadataProvider metadata) : IAsyncExceptionFilter, IAsyncAlwaysRunResultFilter
{
    public async Task OnExceptionAsync(ExceptionContext context)
    {
        var (status, sentence, again) = context.Exception switch
        {
            StoreBusyException busy => (StatusCodes.Status503ServiceUnavailable, busy.Message, true),
            var away when StoreTrouble.IsPassing(away) => (StatusCodes.Status503ServiceUnavailable, StoreTrouble.Sentence, true),
            StaleVersionException => (StatusCodes.Status409Conflict, "Somebody changed this while you were typing. Nothing of yours was saved, and nothing of theirs was lost.", false),
            _ => (0, "", false),
        };
        if (status == 0)
            return;
        if (status == StatusCodes.Status503ServiceUnavailable)
            context.HttpContext.Response.Headers.RetryAfter = StoreAway.RetryAfter;
        context.Result = (IActionResult?)await ResultAsync(context, status, sentence, again) ?? new StatusCodeResult(status);
        context.ExceptionHandled = true;
    }

    public async Task OnResultExecutionAsync(ResultExecutingContext context, ResultExecutionDelegate next)
    {
        if (context.Result is IAntiforgeryValidationFailedResult
            && await ResultAsync(context, StatusCodes.Status400BadRequest, "This form was open for too long, so it was not saved yet. Please save it again.", again: true) is { } result)
        {
            context.Result = result;
            // Asked for only here: pages outside any group pass this filter too.
            var viewer = context.HttpContext.RequestServices.GetRequiredService<Viewer>();
            if (viewer.Id is { } owner)
                await context.HttpContext.RequestServices.GetRequiredService<KeptPosts>().KeepAsync(context.HttpContext, owner);
        }

        await next();
    }

    private Task<ViewResult?> ResultAsync(ActionContext context, int status, string sentence, bool again) =>
        ResultAsync(metadata, context.HttpContext, context.HttpContext.Request.Path, status, sentence, again);

    /// <summary>Null when nobody is signed in, or it was no form.</summary>
    /// <param name="path">Of the page the form stands on, inside the group.</param>
    public static async Task<ViewResult?> ResultAsync(IModelMetadataProvider metadata, HttpContext context, PathString path, int status, string sentence, bool again)
    {
        if (context.User.Identity is not { IsAuthenticated: true } || await PostedFields.ReadAsync(context) is not { } fields)
            return null;
        var request = context.Request;
        return new ViewResult
        {
            StatusCode = status,
            ViewName = "/Modules/Shared/GiveBack/GiveBack.cshtml",
            ViewData = new ViewDataDictionary<GivenBack>(metadata, new ModelStateDictionary())
            {
                Model = new GivenBack(sentence, request.PathBase + path + request.QueryString, request.PathBase + path, fields, again),
            },
        };
    }
}
