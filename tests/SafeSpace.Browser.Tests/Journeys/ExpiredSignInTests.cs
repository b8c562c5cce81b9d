using Microsoft.Playwright;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Testing;
using SafeSpace.Testing.Build;

namespace SafeSpace.Browser.Tests.Journeys;

/// <summary>The sign-in ends in the middle of a note. Nothing typed is lost.</summary>
public sealed class ExpiredSignInTests(Chromium chromium)
{
    private const string Note = "Slept at her sister's. Ring before noon 👋";

    [Theory, MemberData(nameof(Ways.All), MemberType = typeof(Ways))]
    public async Task Save_AfterTheSignInEnded_GivesTheWordsBack(EngineKind engine, bool script)
    {
        var group = await (await TestSite.OnPortAsync(engine)).NewGroupAsync();
        var sam = await group.AddPersonAsync("Sam", "Harley");
        await using var at = await AtBrowser.SignedInAsync(chromium, group, Role.Peer, script);
        await at.GoAsync($"/people/{sam.Reference}/log");
        await at.Page.FillAsync("#Words", Note);
        await new Sessions(group.Store).EndAllAsync(at.Account!.UserId, keep: null, alsoDevices: false);
        await at.Button("Save").ClickAsync();

        await at.Page.Locator("#Password").WaitForAsync();
        await at.SignInHereAsync(at.Account);
        if (await at.Link("Put it back").CountAsync() > 0)
            await at.Link("Put it back").ClickAsync();
        Assert.Equal(Note, await at.Page.InputValueAsync("#Words"));
        await at.Button("Save").ClickAsync();

        Assert.Contains("Saved", await at.WordsAsync(), StringComparison.Ordinal);
        await at.GoAsync($"/people/{sam.Reference}/diary");
        Assert.Contains(Note, await at.WordsAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Open_AfterTheBrowserForgotEverything_OffersTheDraft()
    {
        var group = await (await TestSite.OnPortAsync(EngineKind.Sqlite)).NewGroupAsync();
        var sam = await group.AddPersonAsync("Sam", "Harley");
        await using var at = await AtBrowser.SignedInAsync(chromium, group, Role.Peer);
        await at.GoAsync($"/people/{sam.Reference}/log");
        await at.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        await at.Page.FillAsync("#Words", Note);
        await at.Page.Locator("form[data-draft] .saved[role=status]:not(:empty)").WaitForAsync();

        await at.ForgetSignInAsync();
        await at.SignInAsync(at.Account!);
        await at.GoAsync($"/people/{sam.Reference}/log");
        await at.Button("Use it").ClickAsync();

        Assert.Equal(Note, await at.Page.InputValueAsync("#Words"));
    }
}
