using System.Net;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Testing;

namespace SafeSpace.Web.Tests.Access.Accounts;

public sealed class AccountsTests
{
    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Invite_ShowsALinkOnce_ThatLetsThemIn(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var coordinator = await group.SignInAsync(Role.Coordinator);

        var shown = await (await coordinator.GetAsync("/accounts/new")).SubmitAsync(("Name", "Stuart"), ("Email", "stuart@test.example"), ("Roles", "Peer"), ("Roles", "Facilitator"));
        var link = new Uri(shown.Page.QuerySelector("[data-link]")!.TextContent);
        var welcome = await group.Visit().GetAsync(link.AbsolutePath[(group.Slug.Length + 1)..]);
        var list = await coordinator.GetAsync("/accounts");

        Assert.Equal("Stuart", welcome.Page.QuerySelector("#Name")!.GetAttribute("value"));
        Assert.Contains("Invited, not been here yet", list.Words(), StringComparison.Ordinal);
        Assert.Contains("Peer, Facilitator", list.Words(), StringComparison.Ordinal);
        await using var db = await group.Store.ReadAsync();
        Assert.DoesNotContain(link.Segments[^1], db.SetupLinks.Select(l => Convert.ToBase64String(l.SecretHash)));
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Invite_Mistakes_AreSaid_AndNothingIsLost(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var coordinator = await group.SignInAsync(Role.Coordinator);

        var page = await coordinator.GetAsync("/accounts/new");
        var poor = await page.SubmitAsync(("Name", ""), ("Email", "no address"));
        var taken = await page.SubmitAsync(("Name", "Again"), ("Email", "COORDINATOR1@test.example"), ("Roles", "Peer"));

        Assert.Equal(HttpStatusCode.BadRequest, poor.Status);
        Assert.Equal(3, poor.Page.QuerySelectorAll(".error-summary a").Length);
        Assert.Equal("no address", poor.Page.QuerySelector("#Email")!.GetAttribute("value"));
        Assert.Contains("already", taken.Words(".error-summary"), StringComparison.Ordinal);
        Assert.True(taken.Page.QuerySelector("input[value=Peer]")!.HasAttribute("checked"));
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Roles_Change_AtTheNextPage(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var coordinator = await group.SignInAsync(Role.Coordinator);
        var peer = await group.SignInAsync(Role.Peer);
        Assert.Equal(HttpStatusCode.NotFound, (await peer.GetAsync("/lists")).Status);

        await (await coordinator.GetAsync($"/accounts/{peer.Account!.Id}")).SubmitAsync(("Roles", "Peer"), ("Roles", "Coordinator"));

        Assert.Equal(HttpStatusCode.OK, (await peer.GetAsync("/lists")).Status);
        await using var db = await group.Store.ReadAsync();
        Assert.Equal(1, await db.Operations.CountAsync(o => o.Kind == "RolesChanged"));
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task LastOneWhoManagesAccounts_Stays(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var coordinator = await group.SignInAsync(Role.Coordinator);
        var address = $"/accounts/{coordinator.Account!.Id}";

        var demoted = await (await coordinator.GetAsync(address)).SubmitAsync(("Roles", "Peer"));
        var closed = await (await coordinator.GetAsync(address)).SubmitFormAsync("form[action*='handler=Close']");

        Assert.Equal(HttpStatusCode.BadRequest, demoted.Status);
        Assert.Contains("Nobody else here can manage accounts", closed.Words(), StringComparison.Ordinal);
        await group.AddAccountAsync(Role.Coordinator);
        Assert.StartsWith("/sign-in", (await (await coordinator.GetAsync(address)).SubmitFormAsync("form[action*='handler=Close']")).Path, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Close_AndOpenAgain(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var coordinator = await group.SignInAsync(Role.Coordinator);
        var peer = await group.SignInAsync(Role.Peer);
        var address = $"/accounts/{peer.Account!.Id}";

        await (await coordinator.GetAsync(address)).SubmitFormAsync("form[action*='handler=Close']");
        Assert.StartsWith("/sign-in", (await peer.GetAsync("/me")).Path, StringComparison.Ordinal);
        await (await coordinator.GetAsync(address)).SubmitFormAsync("form[action*='handler=Open']");

        await peer.SignInAsync(peer.Account!);
        Assert.Equal("/me", (await peer.GetAsync("/me")).Path);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task AccountOfAnotherGroup_IsNotThere(EngineKind engine)
    {
        var site = await TestSite.OnAsync(engine);
        var coordinator = await (await site.NewGroupAsync()).SignInAsync(Role.Coordinator);
        var stranger = await (await site.NewGroupAsync()).AddAccountAsync(Role.Peer);

        Assert.Equal(HttpStatusCode.NotFound, (await coordinator.GetAsync($"/accounts/{stranger.Id}")).Status);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Token_IsShownOnce_AndCanBeStopped(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var coordinator = await group.SignInAsync(Role.Coordinator);

        var poor = await (await coordinator.GetAsync("/tokens")).SubmitAsync(("Name", ""));
        var shown = await (await coordinator.GetAsync("/tokens")).SubmitFormAsync("form:has(#Name)", ("Name", "Hospital"), ("Role", "Referrer"));
        var secret = shown.Page.QuerySelector("[data-token]")!.TextContent;
        var before = await group.Visit().AskAsync("GET", "/api/v1/nothing", secret);
        var list = await coordinator.GetAsync("/tokens");
        await list.SubmitFormAsync("form[action*='handler=Revoke']");
        var after = await group.Visit().AskAsync("GET", "/api/v1/nothing", secret);

        Assert.Equal(HttpStatusCode.BadRequest, poor.Status);
        Assert.DoesNotContain(secret, list.Text, StringComparison.Ordinal);
        Assert.Equal(404, before.Response.StatusCode);
        Assert.Equal(401, after.Response.StatusCode);
    }
}
