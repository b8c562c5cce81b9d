using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing.Matching;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace SafeSpace.Web.Infrastructure;

/// <summary>
/// A page is made ready when somebody first asks for it: the program starts with the addresses of its pages alone, and remembers nothing of those
/// that nobody opens. What a page says of itself (who may see it) is known once it is ready, so it is put in its place before anything asks.
/// </summary>
internal sealed class PagesOnDemand(PageLoader pages) : MatcherPolicy, IEndpointSelectorPolicy
{
    /// <summary>Should a page ever be reached that was not made ready: nobody comes in.</summary>
    private static readonly AuthorizationPolicy Shut = new AuthorizationPolicyBuilder().RequireAssertion(_ => false).Build();

    /// <summary>Before every policy that looks at what a page says of itself.</summary>
    public override int Order => int.MinValue + 100;

    /// <summary>Before the pages are added: where this provider is there, none comes that makes them all ready at once.</summary>
    public static void Add(IServiceCollection services)
    {
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IActionDescriptorProvider, PageActionDescriptorProvider>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<MatcherPolicy, PagesOnDemand>());
    }

    public static void Map(IEndpointRouteBuilder app) => app.MapRazorPages().Add(page => page.Metadata.Add(Shut));

    public bool AppliesToEndpoints(IReadOnlyList<Endpoint> endpoints) => endpoints.Any(e => PageOf(e) is not null);

    public async Task ApplyAsync(HttpContext httpContext, CandidateSet candidates)
    {
        for (var i = 0; i < candidates.Count; i++)
        {
            if (candidates.IsValidCandidate(i) && PageOf(candidates[i].Endpoint) is { } page)
                candidates.ReplaceEndpoint(i, (await pages.LoadAsync(page, EndpointMetadataCollection.Empty)).Endpoint, candidates[i].Values);
        }
    }

    private static PageActionDescriptor? PageOf(Endpoint endpoint) => endpoint.Metadata.GetMetadata<PageActionDescriptor>();
}
