using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Shared;
using SafeSpace.Testing;

namespace SafeSpace.Web.Tests.Access.Tokens;

public sealed class BearerTests
{
    private const string Nothing = "/api/v1/nothing-here";

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Api_NoToken_IsUnauthorized_WithProblemDetails(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();

        using var answer = await AskAsync(group, null);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("Bearer", answer.Headers.WwwAuthenticate.Single().Scheme);
        using var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        Assert.Equal(401, problem.RootElement.GetProperty("status").GetInt32());
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Api_GoodToken_ComesIn_AndARevokedOneDoesNot(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var tokens = new ApiTokenService(group.Store);
        var made = await tokens.AddAsync("Hospital", Role.Referrer, Actor.CommandLine);

        using var before = await AskAsync(group, made.Secret);
        Assert.True(await tokens.RevokeAsync(made.Token.Id, Actor.CommandLine));
        using var after = await AskAsync(group, made.Secret);

        Assert.Equal(HttpStatusCode.NotFound, before.StatusCode);
        Assert.Equal("application/problem+json", before.Content.Headers.ContentType!.MediaType);
        Assert.Equal(HttpStatusCode.Unauthorized, after.StatusCode);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Api_AnotherGroupsToken_IsRefused(EngineKind engine)
    {
        var site = await TestSite.OnAsync(engine);
        var here = await site.NewGroupAsync();
        var there = await site.NewGroupAsync();
        var made = await new ApiTokenService(here.Store).AddAsync("Hospital", Role.Referrer, Actor.CommandLine);

        using var answer = await AskAsync(there, made.Secret);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Api_SignedInWithoutToken_IsUnauthorized(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var visitor = await group.SignInAsync(Role.Facilitator);

        using var answer = await visitor.RawAsync(new HttpRequestMessage(HttpMethod.Get, Nothing));

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Page_WithToken_IsNotOpened(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var made = await new ApiTokenService(group.Store).AddAsync("Hospital", Role.Coordinator, Actor.CommandLine);

        using var answer = await AskAsync(group, made.Secret, "/");

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    [Fact]
    public async Task Document_IsAtTheRoot_AndSaysHowToComeIn()
    {
        var site = await TestSite.OnAsync(EngineKind.Sqlite);
        using var answer = await new Visitor(site, "").RawAsync(new HttpRequestMessage(HttpMethod.Get, "/openapi/v1.json"));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        using var document = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        Assert.Equal("bearer", document.RootElement.GetProperty("components").GetProperty("securitySchemes").GetProperty("token").GetProperty("scheme").GetString());
    }

    private static async Task<HttpResponseMessage> AskAsync(TestGroup group, string? secret, string path = Nothing)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (secret is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", secret);
        return await group.Visit().RawAsync(request);
    }
}
