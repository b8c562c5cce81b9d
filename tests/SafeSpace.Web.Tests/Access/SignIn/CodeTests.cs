using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using OtpNet;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Shared;
using SafeSpace.Testing;

namespace SafeSpace.Web.Tests.Access.SignIn;

public sealed class CodeTests
{
    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Get_WithoutThePasswordFirst_LeadsBack(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();

        foreach (var page in new[] { "/sign-in/code", "/sign-in/recovery", "/sign-in/second-step" })
            Assert.Equal("/sign-in", (await group.Visit().GetAsync(page)).Path.Split('?')[0]);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Post_WrongCode_IsAskedAgain_AndNothingOpens(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var visitor = group.Visit();
        var page = await visitor.GivePasswordAsync(await group.AddAccountAsync(Role.Peer));

        var answer = await page.SubmitAsync(("Code", "000000"));

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Contains("This code is not right", answer.Words(), StringComparison.Ordinal);
        Assert.StartsWith("/sign-in", (await visitor.GetAsync("/me")).Path, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Post_TheSameCodeTwice_WorksOnce(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var account = await group.AddAccountAsync(Role.Peer);
        var code = group.Visit().CodeOf(account);

        var first = await (await group.Visit().GivePasswordAsync(account)).SubmitAsync(("Code", code));
        var second = await (await group.Visit().GivePasswordAsync(account)).SubmitAsync(("Code", code));

        Assert.Equal("/", first.Path);
        Assert.Equal(HttpStatusCode.BadRequest, second.Status);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Post_RecoveryCode_WorksOnce(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var account = await group.AddAccountAsync(Role.Peer);
        var codes = await new SecondFactors(group.Store).NewRecoveryCodesAsync(account.UserId, Actor.CommandLine);
        Assert.Equal(10, codes.Distinct().Count());

        async Task<Answer> TryAsync(string code)
        {
            var page = await (await group.Visit().GivePasswordAsync(account)).FollowAsync("I don't have my phone");
            return await page.SubmitAsync(("Code", code));
        }

        Assert.Equal("/", (await TryAsync(codes[3].ToUpperInvariant().Replace("-", " ", StringComparison.Ordinal))).Path);
        Assert.Equal(HttpStatusCode.BadRequest, (await TryAsync(codes[3])).Status);
        Assert.Equal("/", (await TryAsync(codes[4])).Path);
        await using var db = await group.Store.ReadAsync();
        Assert.Equal(2, await db.Operations.CountAsync(o => o.Kind == "RecoveryCodeUsed"));
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task FirstSignIn_SetsUpThePhone_BeforeAnythingElseOpens(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var account = await group.AddBareAccountAsync(Role.Coordinator);
        var visitor = group.Visit();

        var page = await visitor.GivePasswordAsync(account);
        Assert.Equal("/sign-in/second-step", page.Path.Split('?')[0]);
        Assert.StartsWith("/sign-in", (await visitor.GetAsync("/accounts")).Path, StringComparison.Ordinal);
        Assert.NotNull(page.Page.QuerySelector(".qr svg"));
        Assert.Empty(page.Page.QuerySelectorAll(".qr [style]"));
        var key = page.Page.QuerySelector("[data-key]")!.TextContent.Replace(" ", "", StringComparison.Ordinal);

        var wrong = await page.SubmitAsync(("Code", "123456"));
        Assert.Equal(key, wrong.Page.QuerySelector("[data-key]")!.TextContent.Replace(" ", "", StringComparison.Ordinal));
        var right = await wrong.SubmitAsync(("Code", CodeFor(group, key)));

        Assert.Equal(10, right.Page.QuerySelectorAll(".codes li").Length);
        Assert.Equal("/accounts", (await visitor.GetAsync("/accounts")).Path);
        await using var db = await group.Store.ReadAsync();
        var factor = await db.SecondFactors.SingleAsync();
        Assert.Equal(key, group.Store.Vault.Open(SecondFactor.KeyColumn, factor.Id, factor.Key));
        Assert.Equal(1, await db.Operations.CountAsync(o => o.Kind == "SecondStepEnrolled"));
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task HalfTicket_AfterTenMinutes_OrInAnotherGroup_IsWorthNothing(EngineKind engine)
    {
        var site = await TestSite.NewAsync(engine);
        var group = await site.NewGroupAsync();
        var there = await site.NewGroupAsync();
        var visitor = group.Visit();
        var page = await visitor.GivePasswordAsync(await group.AddAccountAsync(Role.Peer));
        Assert.Equal("/sign-in/code", page.Path.Split('?')[0]);
        var thief = there.Visit();
        thief.TakeCookiesOf(visitor, "/" + there.Slug);

        Assert.Equal("/sign-in", (await thief.GetAsync("/sign-in/code")).Path.Split('?')[0]);
        site.Folder.Clock.Advance(TimeSpan.FromMinutes(11));
        Assert.Equal("/sign-in", (await visitor.GetAsync("/sign-in/code")).Path.Split('?')[0]);
    }

    private static string CodeFor(TestGroup group, string key) =>
        new Totp(Base32Encoding.ToBytes(key)).ComputeTotp(group.Site.Folder.Clock.GetUtcNow().UtcDateTime);
}
