using SafeSpace.Core;
using SafeSpace.Core.Network;
using SafeSpace.Web.Infrastructure;
using SafeSpace.Web.Infrastructure.Api;
using SafeSpace.Web.Infrastructure.Forms;
using SafeSpace.Web.Infrastructure.Groups;
using SafeSpace.Web.Infrastructure.Jobs;
using SafeSpace.Web.Infrastructure.Reminders;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Modules.Import;

namespace SafeSpace.Web;

/// <param name="DataFolder">Keys, uploaded files; on SQLite also the stores.</param>
/// <param name="Database">A PostgreSQL connection string, or null for SQLite.</param>
public sealed record WebHostOptions(string DataFolder, string? Database)
{
    public string? Urls { get; init; }

    public string Environment { get; init; } = Environments.Production;

    public TimeProvider Time { get; init; } = TimeProvider.System;
}

/// <summary>Puts the web application together. The command line and the tests build it the same way.</summary>
public static class WebHost
{
    public static async Task<WebApplication> BuildAsync(WebHostOptions options, Action<WebApplicationBuilder>? adjust = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(WebHost).Assembly.GetName().Name,
            EnvironmentName = options.Environment,
            ContentRootPath = ContentFolder(),
            // Settings are read once, when the program starts: nobody watches files for them.
            Args = ["--hostBuilder:reloadConfigOnChange=false"],
        });
        if (options.Urls is not null)
            builder.WebHost.UseUrls(options.Urls);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        // An address says what somebody searched for: the libraries' lines about requests and commands are not kept.
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning).AddFilter("Microsoft.EntityFrameworkCore", LogLevel.Warning);
        // They are sealed where they lie, which the library does not see (CookieKeys).
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection.KeyManagement.XmlKeyManager", LogLevel.Error);
        // That the start failed is one sentence of the command; the host would print it whole, trace and all.
        var started = false;
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", level => started && level >= LogLevel.Warning);
        builder.Services.AddSingleton(options);
        builder.Services.AddSingleton(options.Time);
        builder.Services.AddSingleton(_ => House.Open(options.DataFolder, options.Database, options.Time));
        builder.Services.Configure<ForwardedHeadersOptions>(proxies => Proxies.Set(proxies, builder.Configuration[Proxies.Setting]));
        builder.Services.AddGroups();
        builder.Services.AddDoors();
        builder.Services.AddPages();
        builder.Services.AddApiDocument();
        builder.Services.AddLook();
        builder.Services.AddForms();
        builder.Services.AddImports();
        builder.Services.AddReminders(builder.Configuration);
        builder.Services.AddJobs(builder.Configuration);
        adjust?.Invoke(builder);
        Stopping.Add(builder.Services, builder.Configuration);
        builder.Services.AddTelemetry(builder.Configuration);

        var app = builder.Build();
        app.Lifetime.ApplicationStarted.Register(() => started = true);
        await app.Services.GetRequiredService<Stores>().PrepareAsync();
        await app.Services.GetRequiredService<CookieKeys>().PrepareAsync();
        app.UseHeldLines();
        app.UseForwardedHeaders();
        app.UseHeaders();
        app.UseErrorPages();
        app.UseGroups();
        app.UseResponseCompression();
        app.UseAssets();
        app.UseRouting();
        app.UseRateLimiter();
        app.UseReadableForms();
        app.UseAuthentication();
        app.Use(StoreAway.StopAtTheDoorAsync);
        app.UseDoorLog();
        app.UseExpiredPosts();
        app.UseAuthorization();
        app.UseIdempotency();
        app.UseMiddleware<GroupLookFiller>();
        app.UseAntiforgery();
        app.MapPages();
        return app;
    }

    /// <summary>Beside the program when published; in the source tree when built.</summary>
    private static string ContentFolder()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (Directory.Exists(Path.Combine(folder.FullName, "wwwroot")))
                return folder.FullName;
            var source = Path.Combine(folder.FullName, "src", "SafeSpace.Web");
            if (Directory.Exists(Path.Combine(source, "wwwroot")))
                return source;
        }

        return AppContext.BaseDirectory;
    }
}
