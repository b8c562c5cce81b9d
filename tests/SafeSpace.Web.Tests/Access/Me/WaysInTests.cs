using System.Net;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Shared;
using SafeSpace.Testing;
using SafeSpace.Web.Tests.Access.Accounts;

namespace SafeSpace.Web.Tests.Access.Me;

/// <summary>A screen somebody left open does not give its finder a way in of their own.</summary>
public sealed class WaysInTests
{
    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Passkey_AsksForThePassword_BeforeItIsOfferedAddedOrRemoved(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var peer = await group.SignInAsync(Role.Peer);
        var info = HappenedTests.Passkey("Safari, iPhone");
        await new Passkeys(group.Store).AddAsync(peer.Account!.UserId, info, new Actor(peer.Account.UserId, "Peer"));
        var remove = await (await peer.GetAsync("/me")).FollowAsync("Remove");
        var add = await peer.GetAsync("/me/passkey");

        var added = await add.SubmitFormAsync("form[data-passkey]", ("CurrentPassword", "not it at all"), ("Credential", "{}"));
        var removed = await remove.SubmitAsync(("CurrentPassword", "not it at all"));

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.BadRequest), (added.Status, removed.Status));
        Assert.Contains("This is not your password.", added.Words(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, await OfferAsync(peer, add, "not it at all"));
        Assert.Equal(HttpStatusCode.OK, await OfferAsync(peer, add, TestSite.Password));
        await using var db = await group.Store.ReadAsync();
        Assert.Equal(1, await db.UserPasskeys.CountAsync());
        await remove.SubmitAsync(("CurrentPassword", TestSite.Password));
        Assert.Equal(0, await db.UserPasskeys.CountAsync());
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Passkey_OfSomebodyElse_IsNotThere(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var owner = await group.AddAccountAsync(Role.Peer);
        var info = HappenedTests.Passkey("Safari, iPhone");
        await new Passkeys(group.Store).AddAsync(owner.UserId, info, new Actor(owner.UserId, "Peer"));
        var stranger = await group.SignInAsync(Role.Peer);

        var answer = await stranger.GetAsync("/me/passkey?id=" + Uri.EscapeDataString(Convert.ToBase64String(info.CredentialId)));

        Assert.Equal(HttpStatusCode.NotFound, answer.Status);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task NewPassword_ForgetsDevices_AndLeavesPasskeys(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var peer = await group.SignInAsync(Role.Peer);
        var me = peer.Account!.UserId;
        await new Devices(group.Store, TestGroup.Hasher).RememberAsync(me, "Chrome, Android");
        await new Passkeys(group.Store).AddAsync(me, HappenedTests.Passkey("Safari, iPhone"), new Actor(me, "Peer"));

        await (await peer.GetAsync("/me/password")).SubmitAsync(("CurrentPassword", TestSite.Password), ("NewPassword", "a quiet lamp by the river"));

        await using var db = await group.Store.ReadAsync();
        Assert.Equal((0, 1), (await db.RememberedDevices.CountAsync(d => d.ForgottenAt == null), await db.UserPasskeys.CountAsync()));
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task FirstPin_LongAfterComingIn_AsksForThePassword(EngineKind engine)
    {
        var site = await TestSite.NewAsync(engine);
        var group = await site.NewGroupAsync();
        var peer = await group.SignInAsync(Role.Peer);
        Assert.Null((await peer.GetAsync("/me/pin")).Page.QuerySelector("[name=CurrentPassword]"));
        site.Folder.Clock.Advance(TimeSpan.FromMinutes(11));

        var page = await peer.GetAsync("/me/pin");
        var without = await page.SubmitAsync(("Pin", "7392"));
        var with = await page.SubmitAsync(("Pin", "7392"), ("CurrentPassword", TestSite.Password));

        Assert.NotNull(page.Page.QuerySelector("[name=CurrentPassword]"));
        Assert.Equal((HttpStatusCode.BadRequest, "/me"), (without.Status, with.Path));
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task OneSession_IsSignedOutFromAfar_AndNobodyElses(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var here = await group.SignInAsync(Role.Peer);
        var (there, third) = (group.Visit(), group.Visit());
        await there.SignInAsync(here.Account!);
        await third.SignInAsync(here.Account!);
        var stranger = await group.SignInAsync(Role.Peer);
        await using var db = await group.Store.ReadAsync();
        var strange = await db.Sessions.SingleAsync(s => s.UserId == stranger.Account!.UserId);

        var page = await here.GetAsync("/me");
        Assert.Contains("this screen", page.Words(), StringComparison.Ordinal);
        await page.SubmitFormAsync("form[action*='handler=Out']", ("id", strange.Id.ToString()));
        Assert.Equal("/me", (await stranger.GetAsync("/me")).Path);
        await page.SubmitFormAsync("form[action*='handler=Out']");

        var open = new[] { await there.GetAsync("/me"), await third.GetAsync("/me") }.Count(a => a.Path == "/me");
        Assert.Equal((1, "/me"), (open, (await here.GetAsync("/me")).Path));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("no JSON at all")]
    [InlineData("{\"id\":\"AA\",\"response\":7}")]
    public async Task Passkey_ThatIsNone_IsASentence_NotAFault(string credential)
    {
        var group = await (await TestSite.OnAsync(EngineKind.Sqlite)).NewGroupAsync();
        var peer = await group.SignInAsync(Role.Peer);
        var outside = await (await group.Visit().GetAsync("/sign-in?whole=true")).SubmitFormAsync("form[action$='/sign-in/passkey']", ("Credential", credential));
        var inside = await (await peer.GetAsync("/me/passkey")).SubmitFormAsync("form[data-passkey]", ("CurrentPassword", TestSite.Password), ("Credential", credential));

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.BadRequest), (outside.Status, inside.Status));
        Assert.Contains("This passkey is not known here.", outside.Words("body"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task EveryPage_HasSignOut()
    {
        var group = await (await TestSite.OnAsync(EngineKind.Sqlite)).NewGroupAsync();
        var peer = await group.SignInAsync(Role.Peer);

        await (await peer.GetAsync("/")).SubmitFormAsync("footer form[action$='/sign-out']");

        Assert.StartsWith("/sign-in", (await peer.GetAsync("/me")).Path, StringComparison.Ordinal);
    }

    private static async Task<HttpStatusCode> OfferAsync(Visitor visitor, Answer page, string password)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/me/passkeys/options") { Content = System.Net.Http.Json.JsonContent.Create(new { password }) };
        request.Headers.Add("RequestVerificationToken", page.Page.QuerySelector("meta[name=request-token]")!.GetAttribute("content"));
        return (await visitor.RawAsync(request)).StatusCode;
    }
}
