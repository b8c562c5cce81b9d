using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;
using SafeSpace.Core.Access;
using SafeSpace.Web.Infrastructure.Security;

namespace SafeSpace.Web.Tests.Access.Matrix;

/// <summary>One thing that can be asked for: how, where, and the rule it bears.</summary>
internal sealed record Door(string Methods, string Pattern, string Rule, IReadOnlySet<Permission>? Needed, bool Open, bool ForPrograms)
{
    /// <summary>An address that fits the pattern; of records that are not there.</summary>
    public string Address => "/" + string.Join('/', RoutePatternFactory.Parse(Pattern).PathSegments.Select(s => string.Concat(s.Parts.Select(Part))));

    /// <summary>In no group: public, and asked for there.</summary>
    public bool AtRoot => Pattern.Split('/', StringSplitOptions.RemoveEmptyEntries) is ["welcome" or "healthz" or "readyz" or "openapi", ..];

    public bool MayBeAskedBy(Role role) => Open || Needed is null || Needed.IsSubsetOf(Permissions.Of([role]));

    private static string Part(RoutePatternPart part) => part switch
    {
        RoutePatternLiteralPart literal => literal.Content,
        RoutePatternSeparatorPart separator => separator.Content,
        RoutePatternParameterPart parameter => Sample(parameter),
        _ => "",
    };

    private static string Sample(RoutePatternParameterPart parameter)
    {
        var policies = parameter.ParameterPolicies.Select(p => p.Content).ToList();
        if (policies.Contains("guid") || parameter.Name is "id")
            return "00000000-0000-7000-8000-00000000dead";
        if (policies.Contains("int") || policies.Contains("long"))
            return "404";
        return parameter.Name switch { "list" => "Factor", "reference" => "SS9999", "rest" => "never/was", "format" => "json", _ => "x" };
    }
}

/// <summary>Every door of the application, read from its endpoints; and the table that people read.</summary>
internal static class AccessTable
{
    /// <summary>Each page as it is when somebody asked for it: only then does it say who may.</summary>
    public static async Task<IReadOnlyList<Endpoint>> EndpointsOfAsync(WebApplication app)
    {
        var loader = app.Services.GetRequiredService<PageLoader>();
        var ready = new List<Endpoint>();
        foreach (var endpoint in app.Services.GetRequiredService<EndpointDataSource>().Endpoints)
            ready.Add(endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } page ? (await loader.LoadAsync(page, EndpointMetadataCollection.Empty)).Endpoint! : endpoint);
        return ready;
    }

    public static IReadOnlyList<Door> DoorsOf(IEnumerable<Endpoint> endpoints) =>
        [.. endpoints.OfType<RouteEndpoint>().Select(Of).DistinctBy(d => (d.Methods, d.Pattern)).OrderBy(d => d.Pattern, StringComparer.Ordinal).ThenBy(d => d.Methods, StringComparer.Ordinal)];

    /// <summary>Endpoints that say nothing of who may ask for them. What is signed-in only by default says so by name too.</summary>
    public static IEnumerable<string> WithoutRule(IEnumerable<Endpoint> endpoints) =>
        endpoints.OfType<RouteEndpoint>()
            .Where(e => e.DisplayName?.StartsWith("nothing there", StringComparison.Ordinal) != true)
            .Where(e => e.Metadata.GetMetadata<IAllowAnonymous>() is null && e.Metadata.GetMetadata<NeedsAttribute>() is null)
            .Select(e => $"{e.DisplayName} ({e.RoutePattern.RawText})");

    public static string Write(IEnumerable<(Door Door, IReadOnlyDictionary<string, bool> Seen)> rows)
    {
        var roles = Enum.GetNames<Role>();
        var text = new StringBuilder();
        text.Append("# Who may open what\n\n");
        text.Append("Written by a test that asks the running application for every address in every role (`SAFESPACE_WRITE_DOCS=1` writes it anew; otherwise a difference fails). ");
        text.Append("Somebody with several roles may open what any of them may. Who may not gets the same answer as for an address that never was: 404; who is not signed in is sent to sign in, a program gets 401. ");
        text.Append("Addresses under `/api` are for programs: their role is the token's.\n\n");
        text.Append(CultureInfo.InvariantCulture, $"| address | how | needs | nobody | {string.Join(" | ", roles.Select(r => r.ToLowerInvariant()))} |\n");
        text.Append(CultureInfo.InvariantCulture, $"| --- | --- | --- |{string.Concat(Enumerable.Repeat(" --- |", roles.Length + 1))}\n");
        foreach (var (door, seen) in rows)
            text.Append(CultureInfo.InvariantCulture, $"| `{(door.AtRoot ? "" : "/<group>")}/{door.Pattern.Trim('/').Replace("|", "\\|", StringComparison.Ordinal)}` | {door.Methods} | {door.Rule} | {Mark(seen["nobody"])} | {string.Join(" | ", roles.Select(r => Mark(seen[r])))} |\n");
        return text.ToString();
    }

    private static string Mark(bool seen) => seen ? "yes" : "–";

    private static Door Of(RouteEndpoint endpoint)
    {
        var open = endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null;
        var needed = endpoint.Metadata.GetOrderedMetadata<NeedsAttribute>().Select(n => n.Permission).ToHashSet();
        var methods = endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods is { Count: > 0 } given
            ? string.Join(", ", given.Order(StringComparer.Ordinal))
            : endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not null ? "page" : "any";
        var programs = endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>().Any(a => a.AuthenticationSchemes is "Token");
        var rule = open ? "nothing" : needed.Count > 0 ? string.Join(", ", needed.Order()) : "to be signed in";
        return new Door(methods, endpoint.RoutePattern.RawText ?? "", rule, needed.Count > 0 ? needed : null, open, programs);
    }
}
