using System.Net;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Shared;
using SafeSpace.Testing;

namespace SafeSpace.Web.Tests.Access.SignIn;

public sealed class IndexTests
{
    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Post_RightPasswordAndCode_SaysHello(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();

        var visitor = await group.SignInAsync(Role.Facilitator);
        var start = await visitor.GetAsync("/");

        Assert.Equal(HttpStatusCode.OK, start.Status);
        Assert.Contains("Facilitator1", start.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Post_WrongPassword_AndUnknownAddress_AnswerTheSame(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var account = await group.AddAccountAsync(Role.Peer);

        var wrong = await group.Visit().GivePasswordAsync(account, "not-the-password-at-all");
        account.Email = "nobody@test.example";
        var unknown = await group.Visit().GivePasswordAsync(account);

        Assert.Equal(HttpStatusCode.BadRequest, wrong.Status);
        Assert.Equal(HttpStatusCode.BadRequest, unknown.Status);
        Assert.Equal(wrong.Words(), unknown.Words());
        Assert.Contains("do not go together", wrong.Words(), StringComparison.Ordinal);
        Assert.Equal("nobody@test.example", unknown.Page.QuerySelector("#Email")!.GetAttribute("value"));
        Assert.Null(wrong.Page.QuerySelector("#Password")!.GetAttribute("value"));
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Post_EightWrongOnes_WaitTenMinutes_AlsoForTheRightOne(EngineKind engine)
    {
        var site = await TestSite.NewAsync(engine, door => door.TriesPerMinute = 1000);
        var group = await site.NewGroupAsync();
        var account = await group.AddAccountAsync(Role.Peer);
        for (var i = 0; i < SignIns.MostWrong; i++)
            await group.Visit().GivePasswordAsync(account, "not-the-password-at-all");

        var waiting = await group.Visit().GivePasswordAsync(account);
        site.Folder.Clock.Advance(SignIns.Wait + TimeSpan.FromSeconds(1));
        var later = await group.Visit().GivePasswordAsync(account);

        Assert.Equal("/sign-in", waiting.Path.Split('?')[0]);
        Assert.Equal("/sign-in/code", later.Path.Split('?')[0]);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Post_TooManyTriesFromOneAddress_AreAskedToWait(EngineKind engine)
    {
        var group = await (await TestSite.NewAsync(engine, door => door.TriesPerMinute = 3)).NewGroupAsync();
        var account = await group.AddAccountAsync(Role.Peer);
        account.Email = "somebody-else@test.example";
        for (var i = 0; i < 3; i++)
            Assert.Equal(HttpStatusCode.BadRequest, (await group.Visit().GivePasswordAsync(account)).Status);

        var fourth = await group.Visit().GivePasswordAsync(account);

        Assert.Equal(HttpStatusCode.TooManyRequests, fourth.Status);
        Assert.Contains("wait a minute", fourth.Words(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await group.Visit().GetAsync("/sign-in")).Status);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Post_RetiredAccount_IsRefused_AndItsOpenSessionToo(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var visitor = await group.SignInAsync(Role.Peer);
        await new AccountService(group.Store, TestGroup.Hasher).RetireAsync(visitor.Account!.UserId, Actor.CommandLine);

        var open = await visitor.GetAsync("/");
        var again = await group.Visit().GivePasswordAsync(visitor.Account!);

        Assert.StartsWith("/sign-in", open.Path, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, again.Status);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Get_NotSignedIn_LeadsToSignIn_ForEveryPath(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        foreach (var path in new[] { "/", "/me", "/accounts", "/never/was/there", "/accounts/7f000000-0000-7000-8000-000000000001" })
        {
            using var answer = await group.Visit().RawAsync(new HttpRequestMessage(HttpMethod.Get, path));
            Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
            Assert.Equal($"/{group.Slug}/sign-in?next={Uri.EscapeDataString($"/{group.Slug}{path}")}", answer.Headers.Location!.PathAndQuery);
        }
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Get_HiddenAndNeverThere_AnswerWithTheSameBody(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var visitor = await group.SignInAsync(Role.Peer);

        var hidden = await visitor.GetAsync("/accounts");
        var never = await visitor.GetAsync("/never-was");

        Assert.Equal(HttpStatusCode.NotFound, hidden.Status);
        Assert.Equal(HttpStatusCode.NotFound, never.Status);
        Assert.Equal(WithoutToken(hidden), WithoutToken(never));
    }

    /// <summary>The request token is random in every answer.</summary>
    private static string WithoutToken(Answer answer) =>
        answer.Text.Replace(answer.Page.QuerySelector("meta[name=request-token]")!.GetAttribute("content")!, "", StringComparison.Ordinal);

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Ticket_OfAnotherGroup_OpensNothing(EngineKind engine)
    {
        var site = await TestSite.OnAsync(engine);
        var here = await site.NewGroupAsync();
        var there = await site.NewGroupAsync();
        var visitor = await here.SignInAsync(Role.Coordinator);
        var thief = there.Visit();
        thief.TakeCookiesOf(visitor, "/" + there.Slug);

        Assert.StartsWith("/sign-in", (await thief.GetAsync("/accounts")).Path, StringComparison.Ordinal);
        Assert.Equal("/accounts", (await visitor.GetAsync("/accounts")).Path);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Form_OfAnotherGroup_IsRefused(EngineKind engine)
    {
        var site = await TestSite.OnAsync(engine);
        var here = await site.NewGroupAsync();
        var there = await site.NewGroupAsync();
        var visitor = here.Visit();
        var form = await visitor.GetAsync("/sign-in");
        var fields = form.Page.QuerySelectorAll("form input[type=hidden]").Where(i => i.GetAttribute("name") == "__RequestVerificationToken")
            .Select(i => KeyValuePair.Create("__RequestVerificationToken", i.GetAttribute("value")!)).Take(1).ToList();
        var thief = there.Visit();
        thief.TakeCookiesOf(visitor, "/" + there.Slug);

        var there1 = await thief.PostAsync("/sign-in", [.. fields, new("Email", "a@b.example"), new("Password", "x")]);
        var here1 = await visitor.PostAsync("/sign-in", [.. fields, new("Email", "a@b.example"), new("Password", "x")]);

        Assert.Contains("open too long", there1.Words(), StringComparison.Ordinal);
        Assert.Contains("do not go together", here1.Words(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Post_GoesOnWhereSomebodyWanted_ButNeverElsewhere(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync(demonstration: true);
        var account = await group.AddBareAccountAsync(Role.Peer);

        async Task<string> AfterAsync(string next)
        {
            var page = await group.Visit().GetAsync("/sign-in?whole=true&next=" + Uri.EscapeDataString(next));
            return (await page.SubmitAsync(("Email", account.Email!), ("Password", TestSite.Password))).Path;
        }

        Assert.Equal("/me", await AfterAsync($"/{group.Slug}/me"));
        Assert.Equal("/", await AfterAsync("https://elsewhere.example/"));
        Assert.Equal("/", await AfterAsync("//elsewhere.example/"));
        Assert.Equal("/", await AfterAsync("/another-group/me"));
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Demonstration_AsksNoCode_AndSaysSoOnEveryPage(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync(demonstration: true);
        var visitor = group.Visit();
        Assert.Contains("Nobody here is real", (await visitor.GetAsync("/sign-in")).Text, StringComparison.Ordinal);

        var start = await visitor.GivePasswordAsync(await group.AddBareAccountAsync(Role.Peer));

        Assert.Equal("/", start.Path);
        Assert.Contains("Nobody here is real", start.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task SignOut_EndsTheSession_AlsoForWhoKeptTheTicket(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var visitor = await group.SignInAsync(Role.Peer);
        var thief = group.Visit();
        thief.TakeCookiesOf(visitor, "/" + group.Slug);

        await (await visitor.GetAsync("/me")).SubmitFormAsync("form[action$='/sign-out']");

        Assert.StartsWith("/sign-in", (await visitor.GetAsync("/")).Path, StringComparison.Ordinal);
        Assert.StartsWith("/sign-in", (await thief.GetAsync("/")).Path, StringComparison.Ordinal);
        await using var db = await group.Store.ReadAsync();
        Assert.NotNull((await db.Sessions.SingleAsync()).EndedAt);
    }
}
