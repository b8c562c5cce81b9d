using System.Net;
using System.Net.Http.Headers;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Testing;

namespace SafeSpace.Web.Tests.Cli;

/// <summary>group add, group list, user add, token add: what they print opens the front door.</summary>
public sealed class AccountCommandTests
{
    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task User_add_makes_an_account_that_can_sign_in(EngineKind engine)
    {
        var site = await TestSite.OnAsync(engine);
        var group = await site.NewGroupAsync();

        var run = await Run.OfAsync(site.Folder, "user", "add", "ola@test.example", "--group", group.Slug, "--role", "Peer", "--role", "Facilitator", "--name", "Ola", "--password", TestSite.Password, "--json");

        Assert.Equal(0, run.Code);
        Assert.Equal("ola@test.example", run.Json.GetProperty("email").GetString());
        await using var db = await group.Store.ReadAsync();
        var user = await db.Users.SingleAsync(u => u.Email == "ola@test.example");
        var visitor = group.Visit();
        Assert.StartsWith("/sign-in/", (await visitor.GivePasswordAsync(user)).Path, StringComparison.Ordinal);
        Assert.Equal([Role.Peer, Role.Facilitator], (await db.UserRoles.Where(r => r.UserId == user.UserId).Select(r => r.Role).ToListAsync()).Order());
        (await Run.OfAsync(site.Folder, "user", "add", "OLA@test.example", "--group", group.Slug, "--role", "Peer")).IsRefused(1, "There is an account with the address");
    }

    [Fact]
    public async Task User_add_without_a_password_prints_a_link_that_works_once()
    {
        var site = await TestSite.OnAsync(EngineKind.Sqlite);
        var group = await site.NewGroupAsync();

        var run = await Run.OfAsync(site.Folder, "user", "add", "ola@test.example", "--group", group.Slug, "--role", "Peer", "--url", "http://localhost/", "--json");

        var link = run.Json.GetProperty("setup_link").GetString()!;
        Assert.StartsWith($"http://localhost/{group.Slug}/set-up/", link, StringComparison.Ordinal);
        var page = await group.Visit().GetAsync(new Uri(link).AbsolutePath);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.NotNull(page.Page.QuerySelector("input[name=Password]"));
    }

    [Theory]
    [InlineData("no-address", "Peer", TestSite.Password, 1, "is no e-mail address")]
    [InlineData("ola@test.example", "Peer", "short", 1, "at least 12 letters")]
    [InlineData("ola@test.example", "Peer", "password1234", 1, "easily guessed")]
    [InlineData("ola@test.example", "Boss", TestSite.Password, 2, "Boss")]
    public async Task User_add_that_cannot_be_is_one_line(string email, string role, string password, int code, string says)
    {
        var site = await TestSite.OnAsync(EngineKind.Sqlite);
        var group = await site.NewGroupAsync();

        (await Run.OfAsync(site.Folder, "user", "add", email, "--group", group.Slug, "--role", role, "--password", password)).IsRefused(code, says);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Token_add_prints_a_token_that_opens_what_its_role_may(EngineKind engine)
    {
        var site = await TestSite.OnAsync(engine);
        var group = await site.NewGroupAsync();

        var run = await Run.OfAsync(site.Folder, "token", "add", "Ward system", "--group", group.Slug, "--role", "Facilitator", "--json");

        Assert.Equal((0, "Ward system"), (run.Code, run.Json.GetProperty("name").GetString()));
        var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/people?q=nobody");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", run.Json.GetProperty("token").GetString());
        Assert.Equal(HttpStatusCode.OK, (await group.Visit().RawAsync(request)).StatusCode);
        await using var db = await group.Store.ReadAsync();
        Assert.DoesNotContain(run.Json.GetProperty("token").GetString()!, (await db.Operations.ToListAsync()).Select(o => o.Kind));
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Group_add_makes_it_once_and_list_names_it(EngineKind engine)
    {
        await using var stores = await TestStores.OpenAsync(engine);
        var slug = TestStores.NewSlug();

        var added = await Run.OfAsync(stores, "group", "add", slug, "--name", "Hill House", "--time-zone", "Europe/Warsaw", "--currency", "PLN", "--language", "pl", "--json");

        Assert.Equal((0, slug), (added.Code, added.Json.GetProperty("slug").GetString()));
        Assert.Contains($"/{slug}/set-up/", added.Json.GetProperty("setup_link").GetString(), StringComparison.Ordinal);
        var listed = await Run.OfAsync(stores, "group", "list");
        Assert.Contains($"{slug}  Hill House", listed.Output, StringComparison.Ordinal);
        (await Run.OfAsync(stores, "group", "add", slug, "--name", "Again")).IsRefused(1, slug);
        (await Run.OfAsync(stores, "group", "add", "Not A Slug", "--name", "x")).IsRefused(1, "");
        (await Run.OfAsync(stores, "group", "add", TestStores.NewSlug(), "--name", "x", "--time-zone", "Halifax")).IsRefused(1, "Halifax");
        (await Run.OfAsync(stores, "group", "add", TestStores.NewSlug(), "--name", "x", "--currency", "pounds")).IsRefused(1, "\"POUNDS\" is no currency.");
        (await Run.OfAsync(stores, "group", "add", TestStores.NewSlug(), "--name", "x", "--language", "xx")).IsRefused(1, "There is no language \"xx\".");
    }
}
