using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure.Groups;

namespace SafeSpace.Web.Infrastructure.Forms.KeptPosts;

/// <summary>
/// Opening a page whose posts were kept: says so, and with <c>?kept=</c> and which of them fills the form in as it was. A post that went
/// well throws away what was kept of it, and the draft of its form.
/// </summary>
internal sealed class PutBackFilter : IAsyncPageFilter
{
    /// <summary>What the layout shows: a list of <see cref="KeptPost"/>.</summary>
    public const string Found = "kept-post";

    /// <summary>The <see cref="KeptPost"/> the form shows.</summary>
    public const string Shown = "kept-post-shown";

    /// <summary>The hidden field that names a form's draft.</summary>
    public const string DraftField = "DraftKey";

    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var services = context.HttpContext.RequestServices;
        if (StoreAway.Is(context.HttpContext) || !services.GetRequiredService<CurrentGroup>().IsKnown || services.GetRequiredService<Viewer>().Id is not { } owner)
        {
            await next();
            return;
        }

        var kept = services.GetRequiredService<KeptPosts>(); // now: after a change there is no connection held, and making it would wait for one with a thread
        if (HttpMethods.IsGet(context.HttpContext.Request.Method) && await kept.FindAsync(context.HttpContext, owner) is { Count: > 0 } found)
            PutBack(context, found);
        var done = await next();
        if (HttpMethods.IsPost(context.HttpContext.Request.Method) && done is { Exception: null, Result: RedirectResult or LocalRedirectResult or RedirectToPageResult or RedirectToActionResult or RedirectToRouteResult })
            await ForgetAsync(context.HttpContext, kept, owner);
    }

    private static void PutBack(PageHandlerExecutingContext context, IReadOnlyList<KeptPost> found)
    {
        context.HttpContext.Items[Found] = found;
        var query = context.HttpContext.Request.Query;
        var asked = query[KeptPosts.Asked].ToString();
        if (!query.ContainsKey(KeptPosts.Asked) || found.FirstOrDefault(k => k.Copy == asked) is not { } shown)
            return;
        context.HttpContext.Items[Shown] = shown;
        foreach (var (name, values) in shown.Fields.Values)
        {
            context.ModelState.SetModelValue(name, new ValueProviderResult(values));
            context.ModelState[name]!.ValidationState = ModelValidationState.Skipped;
        }
    }

    /// <summary>What was saved is saved: that a leftover could not be thrown away must not say otherwise.</summary>
    private static async Task ForgetAsync(HttpContext context, KeptPosts kept, UserId owner)
    {
        try
        {
            await kept.DropAsync(context, owner);
            if (context.Request.HasFormContentType && context.Request.Form[DraftField].ToString() is { Length: > 0 and <= Drafts.LongestKey } key)
            {
                await context.RequestServices.GetRequiredService<Drafts>().DropAsync(owner, key);
                BrowserNotes.Done(context, key);
            }
        }
        catch (Exception error) when (Faults.StatusOf(error) == StatusCodes.Status503ServiceUnavailable)
        {
            // It goes by itself when its time is up.
        }
    }
}
