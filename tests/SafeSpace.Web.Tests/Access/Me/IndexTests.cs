using System.Net;
using Microsoft.EntityFrameworkCore;
using OtpNet;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Testing;

namespace SafeSpace.Web.Tests.Access.Me;

public sealed class IndexTests
{
    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Name_IsChanged_AtOnce(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var visitor = await group.SignInAsync(Role.Peer);

        var empty = await (await visitor.GetAsync("/me")).SubmitFormAsync("form[action*='handler=Name']", ("Name", "  "));
        await (await visitor.GetAsync("/me")).SubmitFormAsync("form[action*='handler=Name']", ("Name", "Bea O’Hara 🙂"));

        Assert.Equal(HttpStatusCode.BadRequest, empty.Status);
        Assert.Contains("Hello Bea O’Hara 🙂", (await visitor.GetAsync("/")).Words(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task NewPassword_EndsOtherSessions_AndKeepsThisOne(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var here = await group.SignInAsync(Role.Peer);
        var elsewhere = group.Visit();
        await elsewhere.SignInAsync(here.Account!);

        var wrong = await (await here.GetAsync("/me/password")).SubmitAsync(("CurrentPassword", "not it at all, no"), ("NewPassword", "a quiet lamp by the river"));
        var common = await (await here.GetAsync("/me/password")).SubmitAsync(("CurrentPassword", TestSite.Password), ("NewPassword", "password1234"));
        var right = await (await here.GetAsync("/me/password")).SubmitAsync(("CurrentPassword", TestSite.Password), ("NewPassword", "a quiet lamp by the river"));

        Assert.Equal(HttpStatusCode.BadRequest, wrong.Status);
        Assert.Equal(HttpStatusCode.BadRequest, common.Status);
        Assert.Equal("/me", right.Path);
        Assert.StartsWith("/sign-in", (await elsewhere.GetAsync("/me")).Path, StringComparison.Ordinal);
        Assert.Equal("/me", (await here.GetAsync("/me")).Path);
        Assert.Equal(HttpStatusCode.BadRequest, (await group.Visit().GivePasswordAsync(here.Account!)).Status);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task SignOutEverywhere_LeavesOnlyThisScreen(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var here = await group.SignInAsync(Role.Peer);
        var elsewhere = group.Visit();
        await elsewhere.SignInAsync(here.Account!);

        await (await here.GetAsync("/me")).SubmitFormAsync("form[action*='handler=Everywhere']");

        Assert.StartsWith("/sign-in", (await elsewhere.GetAsync("/me")).Path, StringComparison.Ordinal);
        Assert.Equal("/me", (await here.GetAsync("/me")).Path);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Forget_OwnDeviceOnly(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var owner = await group.SignInAsync(Role.Peer);
        var other = await group.SignInAsync(Role.Peer);
        var devices = new Devices(group.Store, TestGroup.Hasher);
        await devices.RememberAsync(owner.Account!.UserId, "Chrome, Android");
        await devices.RememberAsync(other.Account!.UserId, "Firefox, Linux");
        await using var db = await group.Store.ReadAsync();
        var others = await db.RememberedDevices.SingleAsync(d => d.UserId == other.Account!.UserId);

        var page = await owner.GetAsync("/me");
        await page.SubmitFormAsync("form[action*='handler=Forget']", ("id", others.Id.ToString()));
        Assert.Equal(2, await db.RememberedDevices.CountAsync(d => d.ForgottenAt == null));
        await page.SubmitFormAsync("form[action*='handler=Forget']");

        Assert.Equal("Firefox, Linux", (await db.RememberedDevices.AsNoTracking().SingleAsync(d => d.ForgottenAt == null)).Label);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task AnotherPhone_AsksForThePassword_AndReplacesTheKey(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var visitor = await group.SignInAsync(Role.Peer);
        var page = await visitor.GetAsync("/me/code");
        var key = page.Page.QuerySelector("[data-key]")!.TextContent.Replace(" ", "", StringComparison.Ordinal);
        var code = new Totp(Base32Encoding.ToBytes(key)).ComputeTotp(group.Site.Folder.Clock.GetUtcNow().UtcDateTime);

        Assert.Equal(HttpStatusCode.BadRequest, (await page.SubmitAsync(("Code", code), ("CurrentPassword", "no"))).Status);
        var done = await page.SubmitAsync(("Code", code), ("CurrentPassword", TestSite.Password));

        Assert.Equal(10, done.Page.QuerySelectorAll(".codes li").Length);
        var old = await (await group.Visit().GivePasswordAsync(visitor.Account!)).SubmitAsync(("Code", visitor.CodeOf(visitor.Account!)));
        Assert.Equal(HttpStatusCode.BadRequest, old.Status);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task NewRecoveryCodes_ReplaceTheOldOnes(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var visitor = await group.SignInAsync(Role.Peer);

        var refused = await (await visitor.GetAsync("/me/recovery-codes")).SubmitAsync(("CurrentPassword", "no"));
        var shown = await (await visitor.GetAsync("/me/recovery-codes")).SubmitAsync(("CurrentPassword", TestSite.Password));

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Equal(10, shown.Page.QuerySelectorAll(".codes li").Length);
        await using var db = await group.Store.ReadAsync();
        Assert.Equal(10, await db.RecoveryCodes.CountAsync());
    }

    [Fact]
    public async Task Start_ShowsWhatThisPersonMayDo_AndNothingElse()
    {
        var group = await (await TestSite.OnAsync(EngineKind.Sqlite)).NewGroupAsync();

        var peer = (await (await group.SignInAsync(Role.Peer)).GetAsync("/")).Page.QuerySelectorAll(".doors a").Select(a => a.TextContent).ToList();
        var both = await (await group.SignInAsync(Role.Peer, Role.Coordinator)).GetAsync("/");

        Assert.Contains("Me", peer);
        Assert.DoesNotContain("Accounts", peer);
        Assert.Equal("/accounts", (await both.FollowAsync("Accounts")).Path);
        foreach (var role in Enum.GetValues<Role>())
        {
            var start = await (await group.SignInAsync(role)).GetAsync("/");
            Assert.Equal((role, start.Page.QuerySelectorAll(".doors a").Length == 1), (role, start.Words().Contains("There is nothing else here for you yet.", StringComparison.Ordinal)));
        }
    }
}
