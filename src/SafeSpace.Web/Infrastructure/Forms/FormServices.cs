using Microsoft.AspNetCore.Mvc;
using SafeSpace.Core.Data;
using SafeSpace.Web.Infrastructure.Forms.Idempotency;
using SafeSpace.Web.Infrastructure.Forms.KeptPosts;

namespace SafeSpace.Web.Infrastructure.Forms;

/// <summary>Nothing typed is lost, nothing sent twice is done twice.</summary>
public static class FormServices
{
    public static IServiceCollection AddForms(this IServiceCollection services)
    {
        services.AddScoped<Drafts>();
        services.AddScoped<KeptPosts.KeptPosts>();
        services.AddScoped<Idempotency.Idempotency>();
        services.AddScoped<GiveBackFilter>();
        services.Configure<MvcOptions>(o =>
        {
            o.Filters.Add<NoSuchFormFilter>();
            o.Filters.AddService<GiveBackFilter>();
            o.Filters.Add<PutBackFilter>();
        });
        return services;
    }

    /// <summary>Before anything asks what is in a form.</summary>
    public static void UseReadableForms(this WebApplication app) => app.UseMiddleware<UnreadableFormMiddleware>();

    /// <summary>Between authentication and authorization, which would send an expired post away.</summary>
    public static void UseExpiredPosts(this WebApplication app) => app.UseMiddleware<ExpiredPostMiddleware>();

    /// <summary>After authorization: a key belongs to its caller.</summary>
    public static void UseIdempotency(this WebApplication app) => app.UseMiddleware<IdempotencyMiddleware>();
}
