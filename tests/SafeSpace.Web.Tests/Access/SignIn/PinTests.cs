using System.Net;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Testing;

namespace SafeSpace.Web.Tests.Access.SignIn;

public sealed class PinTests
{
    private const string Pin = "7392";

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task RememberedPhone_AsksForAPinOnce_AndThenOnlyForThePin(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var visitor = group.Visit();
        await RememberAsync(group, visitor);
        visitor.CloseBrowser();

        var page = await visitor.GetAsync("/me");
        Assert.Equal("/sign-in/pin", page.Path.Split('?')[0]);
        var wrong = await page.SubmitAsync(("Pin", "1470"));
        Assert.Equal(HttpStatusCode.BadRequest, wrong.Status);
        var right = await wrong.SubmitAsync(("Pin", Pin));

        Assert.Equal("/me", right.Path);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task RememberedPhone_FiveWrongPins_IsForgotten(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var visitor = group.Visit();
        await RememberAsync(group, visitor);
        visitor.CloseBrowser();

        for (var i = 0; i < PinRules.MostWrong - 1; i++)
            Assert.Equal(HttpStatusCode.BadRequest, (await (await visitor.GetAsync("/sign-in/pin")).SubmitAsync(("Pin", "1470"))).Status);
        var fifth = await (await visitor.GetAsync("/sign-in/pin")).SubmitAsync(("Pin", "1470"));

        Assert.Equal("/sign-in", fifth.Path.Split('?')[0]);
        Assert.Equal("/sign-in", (await visitor.GetAsync("/me")).Path.Split('?')[0]);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task RememberedPhone_OfOneGroup_IsAStrangerInAnother(EngineKind engine)
    {
        var site = await TestSite.OnAsync(engine);
        var here = await site.NewGroupAsync();
        var there = await site.NewGroupAsync();
        var visitor = here.Visit();
        await RememberAsync(here, visitor);
        var thief = there.Visit();
        thief.TakeCookiesOf(visitor, "/" + there.Slug);

        Assert.Equal("/sign-in", (await thief.GetAsync("/me")).Path.Split('?')[0]);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Lock_ClosesEverything_UntilThePin(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var visitor = await group.SignInAsync(Role.Peer);
        await (await visitor.GetAsync("/me/pin")).SubmitAsync(("Pin", Pin));

        await (await visitor.GetAsync("/me")).SubmitFormAsync("form[action$='/lock']");
        var locked = await visitor.GetAsync("/me");

        Assert.Equal("/sign-in/pin", locked.Path.Split('?')[0]);
        Assert.Contains("locked", locked.Words(), StringComparison.Ordinal);
        Assert.Equal("/me", (await locked.SubmitAsync(("Pin", Pin))).Path);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Lock_ManyWrongPins_EndTheSession(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var visitor = await group.SignInAsync(Role.Peer);
        await (await visitor.GetAsync("/me/pin")).SubmitAsync(("Pin", Pin));
        var locked = await (await visitor.GetAsync("/me")).SubmitFormAsync("form[action$='/lock']");
        for (var i = 0; i < PinRules.MostWrong; i++)
            locked = await locked.SubmitAsync(("Pin", "1470"));

        var sixth = await locked.SubmitAsync(("Pin", Pin));

        Assert.Equal("/sign-in", sixth.Path.Split('?')[0]);
        Assert.Equal("/sign-in", (await visitor.GetAsync("/me")).Path.Split('?')[0]);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Lock_WithoutAPin_NeedsThePassword(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var visitor = await group.SignInAsync(Role.Peer);

        var locked = await (await visitor.GetAsync("/me")).SubmitFormAsync("form[action$='/lock']");

        Assert.Equal("/sign-in", locked.Path.Split('?')[0]);
        Assert.Equal("/sign-in", (await visitor.GetAsync("/me")).Path.Split('?')[0]);
        await visitor.SignInAsync(visitor.Account!);
        Assert.Equal("/me", (await visitor.GetAsync("/me")).Path);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Idle_TheServerLocksToo_AndUseKeepsItOpen(EngineKind engine)
    {
        var site = await TestSite.NewAsync(engine);
        var group = await site.NewGroupAsync(idleMinutes: 15);
        var visitor = await group.SignInAsync(Role.Peer);
        await (await visitor.GetAsync("/me/pin")).SubmitAsync(("Pin", Pin));
        for (var i = 0; i < 4; i++)
        {
            site.Folder.Clock.Advance(TimeSpan.FromMinutes(10));
            Assert.Equal("/me", (await visitor.GetAsync("/me")).Path);
        }

        site.Folder.Clock.Advance(TimeSpan.FromMinutes(16));
        var locked = await visitor.GetAsync("/me");
        Assert.Equal("/sign-in/pin", locked.Path.Split('?')[0]);
        Assert.Equal("/me", (await locked.SubmitAsync(("Pin", Pin))).Path);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task SomebodyElseOnALockedScreen_EndsTheFirstSession_AndClearsTheBrowser(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var visitor = await group.SignInAsync(Role.Peer);
        var first = visitor.Account!;
        await (await visitor.GetAsync("/me")).SubmitFormAsync("form[action$='/lock']");

        await visitor.SignInAsync(await group.AddAccountAsync(Role.Facilitator));

        Assert.Contains("Facilitator2", (await visitor.GetAsync("/")).Text, StringComparison.Ordinal);
        await using var db = await group.Store.ReadAsync();
        Assert.All(db.Sessions.Where(s => s.UserId == first.UserId), s => Assert.NotNull(s.EndedAt));
    }

    [Theory]
    [InlineData("12")]
    [InlineData("1234")]
    [InlineData("0000")]
    [InlineData("1984")]
    [InlineData("123456789")]
    [InlineData("12a4")]
    public async Task Choose_PinThatIsNoneOrEasilyGuessed_IsRefused(string pin)
    {
        var group = await (await TestSite.OnAsync(EngineKind.Sqlite)).NewGroupAsync();
        var visitor = await group.SignInAsync(Role.Peer);

        var answer = await (await visitor.GetAsync("/me/pin")).SubmitAsync(("Pin", pin));

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Contains("PIN", answer.Words(".error-summary"), StringComparison.Ordinal);
    }

    private static async Task RememberAsync(TestGroup group, Visitor visitor)
    {
        var account = await group.AddAccountAsync(Role.Peer);
        var page = await (await visitor.GivePasswordAsync(account)).SubmitAsync(("Code", visitor.CodeOf(account)), ("Remember", "true"));
        Assert.Equal("/me/pin", page.Path.Split('?')[0]);
        await page.SubmitAsync(("Pin", Pin));
    }
}
