using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Template;
using Microsoft.Extensions.DependencyInjection;
using SafeSpace.Web.Infrastructure.Security;

namespace SafeSpace.Testing;

/// <param name="Template">As the page writes it: "/people/{reference}".</param>
/// <param name="ShowsPeople">Names stand on it: it must be left with one tap.</param>
/// <param name="Forms">What can be sent to it, by the name of what handles it; "" for the page's own form.</param>
public sealed record PageRoute(string Template, bool ShowsPeople, IReadOnlyList<string> Forms)
{
    private readonly TemplateMatcher matcher = new(TemplateParser.Parse(Template.TrimStart('/')), new RouteValueDictionary());

    public int Parameters { get; } = TemplateParser.Parse(Template.TrimStart('/')).Parameters.Count;

    public bool Fits(string path) => matcher.TryMatch(path, new RouteValueDictionary());
}

/// <summary>Every Razor page the running application has, by its address.</summary>
public sealed class PageMap
{
    private PageMap(IReadOnlyList<PageRoute> routes) => Routes = routes;

    public IReadOnlyList<PageRoute> Routes { get; }

    public static async Task<PageMap> OfAsync(WebApplication app)
    {
        var loader = app.Services.GetRequiredService<PageLoader>();
        var routes = new List<PageRoute>();
        foreach (var endpoint in app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
        {
            if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not { } page)
                continue;
            var compiled = await loader.LoadAsync(page, EndpointMetadataCollection.Empty);
            if (compiled.ModelTypeInfo?.GetCustomAttribute<UnattendedAttribute>() is not null)
                continue; // a piece of another page, which asks for it again
            routes.Add(new PageRoute("/" + endpoint.RoutePattern.RawText?.TrimStart('/'), compiled.ModelTypeInfo?.GetCustomAttribute<ShowsPeopleAttribute>() is not null,
                [.. compiled.HandlerMethods.Where(h => h.HttpMethod == "Post").Select(h => h.Name ?? "")]));
        }

        return new PageMap([.. routes.DistinctBy(r => r.Template).OrderBy(r => r.Parameters).ThenByDescending(r => r.Template.Length)]);
    }

    /// <summary>The page behind an address inside the group; null when it is a download, the API or nothing.</summary>
    public PageRoute? Find(string path)
    {
        var bare = path.Split('?', '#')[0];
        return Routes.FirstOrDefault(r => r.Fits(bare.Length == 0 ? "/" : bare));
    }

    /// <summary>The page, and which of its filters are set: addresses of one kind show the same page with other data.</summary>
    public string KindOf(string path)
    {
        var parts = path.Split('?', 2);
        var template = Find(parts[0])?.Template ?? parts[0];
        IEnumerable<string> keys = parts.Length < 2 ? [] : parts[1].Split('&').Select(p => p.Split('=')[0]).Distinct().Order();
        return template + "?" + string.Join('&', keys);
    }
}
