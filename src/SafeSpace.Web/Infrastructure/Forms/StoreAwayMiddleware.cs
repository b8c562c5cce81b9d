using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Antiforgery;
using SafeSpace.Core.Data;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure.Api;
using SafeSpace.Web.Infrastructure.Forms.KeptPosts;
using SafeSpace.Web.Infrastructure.Groups;
using SafeSpace.Web.Infrastructure.Words;
using SafeSpace.Web.Modules.Shared.GiveBack;

namespace SafeSpace.Web.Infrastructure.Forms;

/// <summary>
/// The database is away for a minute. Nobody can be asked who is signed in, so nothing is shown but what this very request brought:
/// a clear sentence, and a form that holds every typed word and sends it again. It works again by itself when the database is back.
/// </summary>
internal sealed class StoreAwayMiddleware(RequestDelegate next, ILogger<StoreAwayMiddleware> log)
{
    private const string Sentence = "We cannot reach our records just now. Nothing you typed is lost: it is still here. Please try again in a minute.";

    public async Task InvokeAsync(HttpContext context, CurrentGroup group)
    {
        try
        {
            await next(context);
        }
        catch (Exception error) when (!context.Response.HasStarted && (StoreAway.Is(error) || error is StoreBusyException { InnerException: { } inner } && StoreAway.Is(inner)))
        {
            log.LogWarning("The store of {Group} cannot be reached: {Kind}", group.IsKnown ? group.Store.Slug : "(no group)", error.GetBaseException().GetType().Name);
            await AnswerAsync(context, group);
        }
    }

    private static async Task AnswerAsync(HttpContext context, CurrentGroup group)
    {
        context.Response.Clear();
        context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        context.Response.Headers.RetryAfter = "10";
        if (ApiGroup.IsApi(context.Request) || !context.Request.Headers.Accept.ToString().Contains("html", StringComparison.Ordinal) && context.Request.ContentType?.Contains("json", StringComparison.Ordinal) == true)
        {
            await Results.Problem(Sentence, statusCode: StatusCodes.Status503ServiceUnavailable).ExecuteAsync(context);
            return;
        }

        if (group.IsKnown)
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(group.Store.Profile.Language);
        context.Response.ContentType = "text/html; charset=utf-8";
        await context.Response.WriteAsync(await PageAsync(context, group, context.RequestServices.GetRequiredService<Texts>()));
    }

    private static async Task<string> PageAsync(HttpContext context, CurrentGroup group, Texts t)
    {
        static string Safe(string? text) => WebUtility.HtmlEncode(text ?? "");
        var path = context.Request.PathBase + context.Request.Path + context.Request.QueryString;
        var html = new StringBuilder();
        html.Append(CultureInfo.InvariantCulture, $"""
            <!DOCTYPE html>
            <html lang="{(group.IsKnown ? group.Store.Profile.Language : "en")}">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><meta name="robots" content="noindex">
            <title>{Safe(t["Not just now"])}</title><link rel="stylesheet" href="{Safe(context.Request.PathBase)}/site.css"></head>
            <body class="door"><header class="top"><a class="home" href="{Safe(context.Request.PathBase)}/">{Safe(group.IsKnown ? group.Store.Profile.Name : "Safe Space")}</a></header>
            <main id="main"><h1>{Safe(HttpMethods.IsPost(context.Request.Method) ? t["Not saved yet"] : t["Not just now"])}</h1>
            <p class="know" role="alert">{Safe(t[Sentence])}</p>

            """);
        if (await PostedFields.ReadAsync(context) is { } fields)
            AppendForm(html, context, path, fields, t);
        else if (HttpMethods.IsGet(context.Request.Method))
            html.Append(CultureInfo.InvariantCulture, $"<p><a class=\"button main\" href=\"{Safe(path)}\">{Safe(t["Try again"])}</a></p>\n");
        if (group.IsKnown && group.Store.Profile.Phone is { } phone)
            html.Append(CultureInfo.InvariantCulture, $"<p>{Safe(t["Something not working? Ring"])} <a href=\"tel:{Safe(phone.Replace(" ", "", StringComparison.Ordinal))}\">{Safe(phone)}</a></p>\n");
        return html.Append("</main></body></html>\n").ToString();
    }

    /// <summary>The same form, filled in as it was, with its own token: pressing the button is sending it again.</summary>
    private static void AppendForm(StringBuilder html, HttpContext context, string path, PostedFields fields, Texts t)
    {
        static string Safe(string? text) => WebUtility.HtmlEncode(text ?? "");
        var token = context.RequestServices.GetRequiredService<IAntiforgery>().GetTokens(context).FormFieldName;
        html.Append(CultureInfo.InvariantCulture, $"<form method=\"post\" action=\"{Safe(path)}\">\n");
        foreach (var (name, values) in fields.Values.Append(new(token, [context.Request.Form[token].ToString()])))
            foreach (var value in values)
                html.Append(CultureInfo.InvariantCulture, $"<input type=\"hidden\" name=\"{Safe(name)}\" value=\"{Safe(value).Replace("\r", "&#13;", StringComparison.Ordinal).Replace("\n", "&#10;", StringComparison.Ordinal)}\">\n");
        html.Append(CultureInfo.InvariantCulture, $"<div class=\"buttons\"><button class=\"main\">{Safe(t["Save again"])}</button></div></form>\n");
        var readable = new GivenBack(Sentence, path, path, fields, Again: true).Readable.ToList();
        if (readable.Count == 0)
            return;
        html.Append(CultureInfo.InvariantCulture, $"<h2>{Safe(t["What you typed"])}</h2>\n<dl class=\"facts\">\n");
        foreach (var (name, words, ours) in readable)
            html.Append(CultureInfo.InvariantCulture, $"<dt>{Safe(t[name])}</dt><dd class=\"as-typed\">{Safe(ours ? t[words] : words)}</dd>\n");
        html.Append("</dl>\n");
    }
}
