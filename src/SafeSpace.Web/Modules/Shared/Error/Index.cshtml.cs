using System.Globalization;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure;
using SafeSpace.Web.Infrastructure.Forms.KeptPosts;
using SafeSpace.Web.Infrastructure.Groups;

namespace SafeSpace.Web.Modules.Shared.Error;

/// <summary>What went wrong, in kind words. What is hidden and what never was say exactly the same.</summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true)]
public sealed class IndexModel(CurrentGroup group, IModelMetadataProvider metadata) : PageModel
{
    public string Heading { get; private set; } = "";

    public string Words { get; private set; } = "";

    /// <summary>Words of the fault itself, where they were written for people.</summary>
    public string? Said { get; private set; }

    /// <summary>Where the form was that could not be taken; null when going back there helps nobody.</summary>
    public string? Back { get; private set; }

    public bool InGroup => group.IsKnown;

    public void OnGet() => Show(Code());

    /// <summary>The store was away before the page that was posted to could be asked: what was typed is given back here.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        Show(Code());
        var fault = HttpContext.Features.Get<IExceptionHandlerPathFeature>();
        return fault is not null && InGroup && StoreAway.Is(HttpContext)
            && await GiveBackFilter.ResultAsync(metadata, HttpContext, fault.Path, Response.StatusCode, Said ?? Words, again: true) is { } given ? given : Page();
    }

    /// <summary>From the address alone: a form that cannot be read must not stop the page that says so.</summary>
    private int Code() => int.TryParse(RouteData.Values["code"] as string, NumberStyles.None, CultureInfo.InvariantCulture, out var code) && code is >= 400 and <= 599
        ? code
        : StatusCodes.Status404NotFound;

    private void Show(int code)
    {
        var fault = HttpContext.Features.Get<IExceptionHandlerPathFeature>();
        var asked = HttpContext.Features.Get<IStatusCodeReExecuteFeature>();
        // Opened by its own address: there is nothing to tell.
        var status = fault is not null ? Response.StatusCode : asked is not null ? code : StatusCodes.Status404NotFound;
        Response.StatusCode = status;
        Said = Faults.WordsOf(fault?.Error);
        var form = HttpMethods.IsPost(Request.Method);
        var path = fault?.Path ?? asked?.OriginalPath;
        if (form && status is 400 or 409 or 503 && path is not null)
            Back = (asked?.OriginalPathBase ?? Request.PathBase.Value) + path;
        (Heading, Words) = status switch
        {
            400 when Said is not null => ("We could not take that", "Nothing was half-saved."),
            400 when form => ("This page was open too long", "What you typed was not saved yet. Go back to the page: what we could keep of it is waiting there."),
            400 => ("We could not read that", "Please check the address, or go back and try again."),
            404 => ("This page is not there", "The address may be wrong, or it is something you are not meant to see."),
            405 => ("That does not work here", "Please go back and try another way."),
            409 => ("Somebody changed this while you were typing", "Nothing was overwritten. Go back and look at both."),
            413 => ("This is too big", "Please send something smaller."),
            429 => ("Too many tries", "Please wait a minute, then try again."),
            503 when fault?.Error is StoreShutException => ("This cannot be opened just now", "Nothing was half-saved."),
            503 => ("Very busy just now", "Nothing was half-saved. Please try again in a moment."),
            _ => ("That did not work", "Nothing was half-saved. Please go back and try again."),
        };
    }
}
