using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.WebEncoders;
using SafeSpace.Web.Infrastructure.Binding;
using SafeSpace.Web.Infrastructure.Words;

namespace SafeSpace.Web.Infrastructure;

/// <summary>Registers how pages look and speak.</summary>
public static class LookExtensions
{
    /// <summary>Words, the layout's facts, and form binding. Needs a scoped <see cref="Core.Shared.GroupClock"/> from the host.</summary>
    public static IServiceCollection AddLook(this IServiceCollection services)
    {
        services.TryAddSingleton(_ => new LanguageFiles());
        services.AddScoped<Texts>();
        services.AddScoped<GroupLook>();
        // Names of every alphabet are written as themselves; what HTML needs escaped is escaped all the same.
        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.Configure<MvcOptions>(options =>
        {
            options.ModelBinderProviders.Insert(0, new LookBinders());
            // Nothing is required unless a page says so: a missing word must never stop a crisis being written down.
            options.SuppressImplicitRequiredAttributeForNonNullableReferenceTypes = true;
            PlainBindingMessages.Use(options.ModelBindingMessageProvider);
        });
        return services;
    }

    /// <summary>Whole pages are kept by no cache and no back button: the next person at this screen must not see them.</summary>
    public static WebApplication UseLook(this WebApplication app)
    {
        app.Use((context, next) =>
        {
            context.Response.OnStarting(() =>
            {
                var response = context.Response;
                if (response.ContentType?.StartsWith("text/html", StringComparison.OrdinalIgnoreCase) == true)
                    response.Headers.CacheControl = "no-store";
                return Task.CompletedTask;
            });
            return next(context);
        });
        return app;
    }
}
