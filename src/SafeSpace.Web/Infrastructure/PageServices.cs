using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.ResponseCompression;
using SafeSpace.Core.Network;
using SafeSpace.Web.Modules.Register.Api;
using SafeSpace.Web.Modules.Desk;
using SafeSpace.Web.Modules.Referrals.Api;
using SafeSpace.Web.Modules.Register;
using SafeSpace.Web.Infrastructure.Api;
using SafeSpace.Web.Infrastructure.Forms;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Modules.Connections.Directory;
using SafeSpace.Web.Modules.Import;
using SafeSpace.Web.Modules.Peers.Calendar;
using SafeSpace.Web.Modules.Reports;
using SafeSpace.Web.Modules.Reports.Packs;
using SafeSpace.Web.Modules.Access;
using SafeSpace.Web.Modules.Diary;

namespace SafeSpace.Web.Infrastructure;

public static class PageServices
{
    public static IServiceCollection AddPages(this IServiceCollection services)
    {
        PagesOnDemand.Add(services);
        services.AddRazorPages(o => o.RootDirectory = "/Modules");
        services.Configure<RouteOptions>(o => o.LowercaseUrls = true);
        services.Configure<CookieTempDataProviderOptions>(o => (o.Cookie.Name, o.Cookie.SecurePolicy) = ("ss-note", CookieSecurePolicy.SameAsRequest));
        services.AddProblemDetails();
        services.AddExceptionHandler<StoreAway>();
        services.AddExceptionHandler<ApiFaults>();
        services.Configure<RouteHandlerOptions>(o => o.ThrowOnBadRequest = true); // so that ApiFaults says where
        services.ConfigureHttpJsonOptions(o => ApiJson.Set(o.SerializerOptions));
        services.AddResponseCompression(o =>
        {
            o.EnableForHttps = true;
            o.Providers.Add<BrotliCompressionProvider>();
            o.Providers.Add<GzipCompressionProvider>();
        });
        return services;
    }

    /// <summary>On every answer. Pages are never stored: the back key of a shared computer shows nothing.</summary>
    public static void UseHeaders(this WebApplication app) => app.Use((context, next) =>
    {
        context.Response.OnStarting(() =>
        {
            var headers = context.Response.Headers;
            headers.ContentSecurityPolicy = "default-src 'none'; object-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
            headers.XContentTypeOptions = "nosniff";
            if (context.Request.IsHttps)
                headers.StrictTransportSecurity = "max-age=31536000; includeSubDomains";
            headers["Referrer-Policy"] = "no-referrer";
            headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=(), payment=(), usb=()";
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            headers["Cross-Origin-Resource-Policy"] = "same-origin";
            if (string.IsNullOrEmpty(headers.CacheControl))
                headers.CacheControl = "no-store";
            return Task.CompletedTask;
        });
        return next(context);
    });

    /// <summary>Styles and scripts: kept for a year where the address carries the file's version.</summary>
    public static void UseAssets(this WebApplication app) => app.UseStaticFiles(new StaticFileOptions
    {
        OnPrepareResponse = file =>
        {
            var headers = file.Context.Response.Headers;
            headers.CacheControl = file.Context.Request.Query.ContainsKey("v") ? "public, max-age=31536000, immutable" : "public, max-age=300";
            if (file.Context.Response.ContentType is "text/css" or "text/javascript")
                headers.ContentType += "; charset=utf-8";
        },
    });

    /// <summary>What went wrong, in kind words; for programs, as problem details.</summary>
    public static void UseErrorPages(this WebApplication app)
    {
        app.Use(StoreAway.LastWordAsync);
        app.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandlingPath = "/error/500", StatusCodeSelector = Faults.StatusOf, SuppressDiagnosticsCallback = fault => Faults.StatusOf(fault.Exception) != StatusCodes.Status500InternalServerError });
        app.UseWhen(context => ApiGroup.IsApi(context.Request), api => api.UseStatusCodePages());
        app.UseWhen(context => !ApiGroup.IsApi(context.Request), pages => pages.UseStatusCodePagesWithReExecute("/error/{0}"));
    }

    public static void MapPages(this WebApplication app)
    {
        PagesOnDemand.Map(app);
        app.MapDrafts();
        app.MapAccess();
        app.MapContactsApi();
        app.MapPeopleApi();
        app.MapReferralApi();
        app.MapCaseApi();
        app.MapDeskApi();
        app.MapDeskChanges();
        app.MapCalendar();
        app.MapDirectoryFeed();
        app.MapReports();
        app.MapPacks();
        app.MapImports();
        app.MapOpenApi().AllowAnonymous();
        app.MapNothing();
        app.MapGet("/healthz", () => "alive").AllowAnonymous();
        app.MapGet("/readyz", async (Stores stores, StoresAtStart start, IHostApplicationLifetime program) =>
        {
            if (program.ApplicationStopping.IsCancellationRequested)
                return Results.Text("stopping", statusCode: StatusCodes.Status503ServiceUnavailable);
            if (start.CanServe is not true)
                return Results.Text(start.CanServe is null ? "starting" : "not ready: no group's store can be opened, the log says why", statusCode: StatusCodes.Status503ServiceUnavailable);
            try
            {
                return Results.Text($"ready: {(await stores.ListAsync()).Count} groups");
            }
            catch (Exception)
            {
                return Results.Text("not ready", statusCode: StatusCodes.Status503ServiceUnavailable);
            }
        }).AllowAnonymous();
    }
}
