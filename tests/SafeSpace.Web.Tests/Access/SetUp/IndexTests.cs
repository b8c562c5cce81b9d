using System.Net;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using OtpNet;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Shared;
using SafeSpace.Testing;

namespace SafeSpace.Web.Tests.Access.SetUp;

public sealed class IndexTests
{
    private const string Password = "a quiet lamp by the river";

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task FirstLinkOfAGroup_MakesItsCoordinator_Once(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var secret = await new SetupLinks(group.Store, TestGroup.Hasher).MakeAsync(null, Actor.CommandLine);
        var visitor = group.Visit();

        var phone = await (await visitor.GetAsync("/set-up/" + secret)).SubmitAsync(("Name", "Wendy"), ("Email", "wendy@test.example"), ("Password", Password));
        Assert.Equal("/sign-in/second-step", phone.Path);
        var key = phone.Page.QuerySelector("[data-key]")!.TextContent.Replace(" ", "", StringComparison.Ordinal);
        await phone.SubmitAsync(("Code", new Totp(Base32Encoding.ToBytes(key)).ComputeTotp(group.Site.Folder.Clock.GetUtcNow().UtcDateTime)));
        var accounts = await visitor.GetAsync("/accounts");
        var again = await group.Visit().GetAsync("/set-up/" + secret);

        Assert.Contains("Wendy", accounts.Words(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Gone, again.Status);
        Assert.Contains("Ask whoever sent it", again.Words(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Mistakes_AreSaidBesideTheField_AndTheLinkStaysGood(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        await group.AddAccountAsync(Role.Peer);
        var secret = await new SetupLinks(group.Store, TestGroup.Hasher).MakeAsync(null, Actor.CommandLine);
        var page = await group.Visit().GetAsync("/set-up/" + secret);

        var poor = await page.SubmitAsync(("Name", " "), ("Email", "nonsense"), ("Password", "short"));
        var taken = await page.SubmitAsync(("Name", "Wendy"), ("Email", "PEER1@test.example"), ("Password", Password));

        Assert.Equal(HttpStatusCode.BadRequest, poor.Status);
        Assert.Equal(3, poor.Page.QuerySelectorAll(".error-summary a").Length);
        Assert.Equal("nonsense", poor.Page.QuerySelector("#Email")!.GetAttribute("value"));
        Assert.Contains("already", taken.Words(".error-summary"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await group.Visit().GetAsync("/set-up/" + secret)).Status);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task LinkForWhoLostTheirPhone_StartsAfresh_AndOldWaysInAreGone(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var old = await group.SignInAsync(Role.Peer);
        await group.Store.Write("PasskeyAdded", Actor.CommandLine, unit =>
        {
            var data = new IdentityPasskeyData { Name = "the lost phone", PublicKey = [4], AttestationObject = [5], ClientDataJson = [6], CreatedAt = group.Store.Clock.Now };
            unit.Db.UserPasskeys.Add(new IdentityUserPasskey<Guid> { UserId = old.Account!.Id, CredentialId = [1, 2, 3], Data = data });
            return Task.CompletedTask;
        });
        var secret = await new SetupLinks(group.Store, TestGroup.Hasher).MakeAsync(old.Account!.UserId, Actor.CommandLine);

        var page = await group.Visit().GetAsync("/set-up/" + secret);
        Assert.Null(page.Page.QuerySelector("#Email"));
        var phone = await page.SubmitAsync(("Password", Password));

        Assert.Equal("/sign-in/second-step", phone.Path);
        Assert.StartsWith("/sign-in", (await old.GetAsync("/me")).Path, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await group.Visit().GivePasswordAsync(old.Account!)).Status);
        Assert.Equal("/sign-in/second-step", (await group.Visit().GivePasswordAsync(old.Account!, Password)).Path.Split('?')[0]);
        await using var db = await group.Store.ReadAsync();
        Assert.False(await db.UserPasskeys.AnyAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Link_AfterThreeDays_OrReplaced_OrOfAnotherGroup_IsNotGood(EngineKind engine)
    {
        var site = await TestSite.NewAsync(engine);
        var group = await site.NewGroupAsync();
        var there = await site.NewGroupAsync();
        var links = new SetupLinks(group.Store, TestGroup.Hasher);
        var first = await links.MakeAsync(null, Actor.CommandLine);
        var second = await links.MakeAsync(null, Actor.CommandLine);

        Assert.Equal(HttpStatusCode.Gone, (await group.Visit().GetAsync("/set-up/" + first)).Status);
        Assert.Equal(HttpStatusCode.Gone, (await there.Visit().GetAsync("/set-up/" + second)).Status);
        Assert.Equal(HttpStatusCode.OK, (await group.Visit().GetAsync("/set-up/" + second)).Status);
        site.Folder.Clock.Advance(SetupLinks.GoodFor + TimeSpan.FromMinutes(1));
        Assert.Equal(HttpStatusCode.Gone, (await group.Visit().GetAsync("/set-up/" + second)).Status);
    }
}
