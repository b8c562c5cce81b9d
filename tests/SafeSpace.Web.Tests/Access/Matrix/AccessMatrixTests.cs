using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Shared;
using SafeSpace.Testing;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Tests.Look;

namespace SafeSpace.Web.Tests.Access.Matrix;

public sealed class AccessMatrixTests
{
    private const string Document = "docs/access-matrix.md";

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres, Traits = ["Part", "Long"])]
    public async Task EveryEndpoint_InEveryRole_AnswersAsTheTableSays(EngineKind engine)
    {
        var site = await TestSite.OnAsync(engine);
        var group = await site.NewGroupAsync();
        var people = new Dictionary<Role, (Visitor Visitor, string Token)>();
        foreach (var role in Enum.GetValues<Role>())
            people[role] = (await group.SignInAsync(role), (await new ApiTokenService(group.Store).AddAsync(role.ToString(), role, Actor.CommandLine)).Secret);
        var wrong = new List<string>();
        var rows = new List<(Door, IReadOnlyDictionary<string, bool>)>();
        foreach (var door in AccessTable.DoorsOf(await AccessTable.EndpointsOfAsync(site.App)))
        {
            if (door.AtRoot)
            {
                var outside = await LetsInAsync(door, new Visitor(site, ""), null);
                rows.Add((door, Enum.GetNames<Role>().Append("nobody").ToDictionary(name => name, _ => outside)));
                continue;
            }

            var seen = new Dictionary<string, bool> { ["nobody"] = await LetsInAsync(door, group.Visit(), null) };
            foreach (var (role, (visitor, token)) in people)
                seen[role.ToString()] = door.ForPrograms ? await LetsInAsync(door, group.Visit(), token) : await LetsInAsync(door, visitor, null);
            rows.Add((door, seen));
            wrong.AddRange(seen.Where(s => s.Value != (s.Key == "nobody" ? door.Open : door.MayBeAskedBy(Enum.Parse<Role>(s.Key))))
                .Select(s => $"{door.Methods} {door.Pattern}: {s.Key} {(s.Value ? "came in" : "was refused")}"));
        }

        Assert.Empty(wrong);
        var file = Repository.Path(Document);
        var text = AccessTable.Write(rows);
        if (Environment.GetEnvironmentVariable("SAFESPACE_WRITE_DOCS") == "1")
            await File.WriteAllTextAsync(file, text);
        Assert.True(File.Exists(file) && await File.ReadAllTextAsync(file) == text, $"{Document} is not what the application does. Look at the difference; SAFESPACE_WRITE_DOCS=1 writes it anew.");
    }

    [Fact]
    public async Task EveryEndpoint_SaysWhoMayAskForIt()
    {
        var site = await TestSite.OnAsync(EngineKind.Sqlite);

        Assert.Empty(AccessTable.WithoutRule(await AccessTable.EndpointsOfAsync(site.App)));
    }

    /// <summary>What a page says of itself is known once it is ready: until then it lets nobody in, whoever asks.</summary>
    [Fact]
    public async Task PageThatWasNotMadeReady_LetsNobodyIn()
    {
        var site = await TestSite.OnAsync(EngineKind.Sqlite);
        var (policies, rules) = (site.App.Services.GetRequiredService<IAuthorizationPolicyProvider>(), site.App.Services.GetRequiredService<IAuthorizationService>());
        var pages = site.App.Services.GetRequiredService<EndpointDataSource>().Endpoints.Where(e => e.Metadata.GetMetadata<PageActionDescriptor>() is not null and not CompiledPageActionDescriptor).ToList();
        Assert.True(pages.Count > 200);
        var everybody = new ClaimsPrincipal(new ClaimsIdentity(Enum.GetNames<Role>().Select(r => new Claim(ClaimTypes.Role, r)), "test"));
        foreach (var page in pages)
        {
            var policy = await AuthorizationPolicy.CombineAsync(policies, page.Metadata.GetOrderedMetadata<IAuthorizeData>(), page.Metadata.GetOrderedMetadata<AuthorizationPolicy>());
            Assert.True(policy is not null && !(await rules.AuthorizeAsync(everybody, page, policy)).Succeeded, page.DisplayName);
            Assert.Null(page.Metadata.GetMetadata<IAllowAnonymous>());
        }
    }

    [Fact]
    public void EndpointWithoutARule_IsFound()
    {
        var planted = new RouteEndpointBuilder(_ => Task.CompletedTask, RoutePatternFactory.Parse("/planted"), 0) { DisplayName = "planted" }.Build();

        Assert.Equal(["planted (/planted)"], AccessTable.WithoutRule([planted]));
    }

    private static async Task<bool> LetsInAsync(Door door, Visitor visitor, string? token)
    {
        string[] methods = door.Methods switch { "page" => ["GET", "POST"], "any" => ["GET", "POST", "DELETE"], _ => door.Methods.Split(", ") };
        var answers = new List<bool>();
        foreach (var method in methods)
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
            var context = await visitor.AskAsync(method, door.Address, token, patience.Token);
            answers.Add(CameIn(context));
        }

        return Assert.Single(answers.Distinct());
    }

    private static bool CameIn(HttpContext context)
    {
        if (context.Items.ContainsKey(HiddenIsNotThere.Refused) || context.Response.StatusCode == StatusCodes.Status401Unauthorized)
            return false;
        var sentAway = context.Response.StatusCode == StatusCodes.Status302Found && context.Response.Headers.Location.ToString().Contains("/sign-in?next=", StringComparison.Ordinal);
        return !sentAway;
    }
}
