using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Playwright;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure;

namespace SafeSpace.Browser.Tests.Look;

/// <summary>
/// The living page under the strict content policy on a port of its own, with a place for drafts that remembers what it was sent,
/// a neutral page, and a lock that answers.
/// </summary>
public sealed class LivingHost : IAsyncLifetime
{
    private WebApplication app = null!;
    private IPlaywright playwright = null!;

    public IBrowser Browser { get; private set; } = null!;

    public string Root { get; private set; } = "";

    public string Page => Root + "/doncaster/look";

    /// <summary>Bodies of drafts, in the order in which they came.</summary>
    public ConcurrentQueue<string> Drafts { get; } = new();

    public ConcurrentQueue<string> Thrown { get; } = new();

    /// <summary>The fields that the place for drafts gives back, as JSON; null when it holds nothing.</summary>
    public string? Kept { get; set; }

    public async ValueTask InitializeAsync()
    {
        var source = SourceFolder();
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            EnvironmentName = Environments.Development,
            ApplicationName = typeof(LookExtensions).Assembly.GetName().Name,
            ContentRootPath = source,
        });
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddRazorPages(options => options.RootDirectory = "/Modules");
        builder.Services.AddLook();
        builder.Services.AddScoped(_ => new GroupClock(TimeProvider.System, TimeZoneInfo.FindSystemTimeZoneById("Europe/London")));
        app = builder.Build();
        app.UseLook();
        app.UsePathBase("/doncaster");
        app.Use((context, next) =>
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en-GB");
            context.Response.Headers.ContentSecurityPolicy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
            var look = context.RequestServices.GetRequiredService<GroupLook>();
            (look.LeaveTo, look.SignedInAs, look.Name, look.ProblemsPhone) = ("/neutral", "Wendy", "Doncaster Safe Space", "01302 000 000");
            return next(context);
        });
        app.UseRouting();
        app.UseStaticFiles();
        app.MapGet("/neutral", () => Results.Content("<!DOCTYPE html><title>Weather</title><p>Sunny.", "text/html"));
        app.MapGet("/drafts/browser-key", () => Results.Json(new { key = Convert.ToBase64String(new byte[32]), tag = "wendy" }));
        app.MapGet("/drafts/{key}", () => Kept is null ? Results.NoContent() : Results.Content($$"""{ "savedAt": "2026-03-14T18:04:00Z", "copy": "otherwindow", "fields": {{Kept}}, "others": [] }""", "application/json"));
        app.MapDelete("/drafts/{key}", (string key) => Thrown.Enqueue(key));
        app.MapPost("/drafts", async (HttpRequest request) =>
        {
            using var reader = new StreamReader(request.Body);
            Drafts.Enqueue(await reader.ReadToEndAsync());
            return request.Headers["RequestVerificationToken"].Count == 1 ? Results.NoContent() : Results.BadRequest();
        });
        app.MapRazorPages();
        await app.StartAsync();
        Root = app.Urls.First();
        playwright = await Playwright.CreateAsync();
        Browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = "/usr/bin/chromium", Args = ["--no-sandbox", "--disable-gpu"] });
    }

    public async ValueTask DisposeAsync()
    {
        await Browser.DisposeAsync();
        playwright.Dispose();
        await app.DisposeAsync();
    }

    private static string SourceFolder()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var source = Path.Combine(folder.FullName, "src", "SafeSpace.Web");
            if (Directory.Exists(source)) return source;
        }

        throw new DirectoryNotFoundException("src/SafeSpace.Web");
    }
}
