using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using SafeSpace.Browser.Tests.EveryPage;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Referrals;
using SafeSpace.Core.Register.Counting;
using SafeSpace.Testing;
using SafeSpace.Testing.Build;

namespace SafeSpace.Browser.Tests.Journeys;

/// <summary>The facilitator types while the referrer talks.</summary>
public sealed class ReferByPhoneTests(Chromium chromium)
{
    [Theory, MemberData(nameof(Ways.All), MemberType = typeof(Ways))]
    public async Task Refer_SomebodyNew_IsTakenOn(EngineKind engine, bool script)
    {
        var group = await (await TestSite.OnPortAsync(engine)).NewGroupAsync();
        await using var at = await AtBrowser.SignedInAsync(chromium, group, Role.Facilitator, script);
        await at.GoAsync("/");
        await at.Link("Refer by phone").First.ClickAsync();
        await PageCheck.FitAsync(at);
        await at.Page.FillAsync("#GivenName", "Lena");
        await at.Page.FillAsync("#Surname", "Żółkowska");
        await at.Page.FillAsync("#Born", "2 4 88");
        await at.Page.GetByRole(AriaRole.Radio, new() { Name = "Crisis team" }).CheckAsync();
        await at.Page.FillAsync("#ReferrerName", "Jo on the late shift");
        await at.Page.FillAsync("#ToldUs", "Lost her flat last week.");
        await at.Page.GetByRole(AriaRole.Group, new() { Name = "From them" }).GetByRole(AriaRole.Checkbox, new() { Name = "Housing problems" }).CheckAsync();
        await at.Page.Locator("button[value=take]").ClickAsync();

        Assert.StartsWith("/people/", at.Path, StringComparison.Ordinal);
        var words = await at.WordsAsync();
        Assert.Contains("Saved", words, StringComparison.Ordinal);
        Assert.Contains("Lena Żółkowska", words, StringComparison.Ordinal);
        Assert.Contains("Housing problems", words, StringComparison.Ordinal);
        Assert.Contains("2 Apr 1988", words, StringComparison.Ordinal);
        await PageCheck.FitAsync(at);
        await using var db = group.Store.Read();
        var referral = await db.Referrals.SingleAsync();
        Assert.Equal((ReferralKind.First, ReferralOutcome.TakenOn), (referral.Kind, referral.Outcome));
    }

    [Theory, MemberData(nameof(Ways.All), MemberType = typeof(Ways))]
    public async Task Refer_SomebodyWhoIsOpen_IsTheSameCrisis(EngineKind engine, bool script)
    {
        var group = await (await TestSite.OnPortAsync(engine)).NewGroupAsync();
        var sam = await group.AddPersonAsync("Sam", "Harley", new DateOnly(1984, 3, 14), "07700 900 123");
        await using var at = await AtBrowser.SignedInAsync(chromium, group, Role.Facilitator, script);
        await at.GoAsync("/refer");
        await at.Page.FillAsync("#ToldUs", "Rang again tonight.");
        await at.Page.FillAsync("#Q", "sam harely");
        if (!script)
            await at.Button("Look").ClickAsync();
        await at.Button("This is Sam").ClickAsync();

        Assert.Equal("Rang again tonight.", await at.Page.InputValueAsync("#ToldUs"));
        Assert.True(await at.Page.GetByRole(AriaRole.Radio, new() { Name = "The same crisis" }).IsCheckedAsync());
        await PageCheck.FitAsync(at);
        await at.Page.FillAsync("#TalkedWith", "Jo");
        await at.Button("Take Sam on").ClickAsync();

        Assert.Equal($"/people/{sam.Reference}", at.Path);
        await using var db = group.Store.Read();
        Assert.Equal(ReferralKind.Double, (await db.Referrals.SingleAsync()).Kind);
        Assert.Equal(1, await db.Set<SafeSpace.Core.Register.Person>().CountAsync());
    }

    [Theory]
    [InlineData("#ReferrerName")]
    [InlineData("#Phone")]
    public async Task Enter_InAField_DoesNotForgetWhoItIs(string field)
    {
        var group = await (await TestSite.OnPortAsync(EngineKind.Sqlite)).NewGroupAsync();
        var sam = await group.AddPersonAsync("Sam", "Harley", new DateOnly(1984, 3, 14));
        await using var at = await AtBrowser.SignedInAsync(chromium, group, Role.Facilitator, script: false);
        await at.GoAsync($"/refer?person={sam.Reference}");

        await at.Page.FillAsync(field, "07700 900 555");
        await at.Page.PressAsync(field, "Enter");

        Assert.Contains(sam.Reference, await at.WordsAsync(), StringComparison.Ordinal);
        Assert.Equal("07700 900 555", await at.Page.InputValueAsync(field));
        await using var db = group.Store.Read();
        Assert.Equal(0, await db.Referrals.CountAsync());
    }
}
