using Microsoft.Playwright;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Peers;
using SafeSpace.Testing;
using SafeSpace.Testing.Build;

namespace SafeSpace.Browser.Tests.Journeys;

public sealed class DeskTests(Chromium chromium)
{
    [Fact]
    public async Task AnOpenBoard_ShowsWhatSomebodyElseChanged_ByItself()
    {
        var group = await (await TestSite.OnPortAsync(EngineKind.Sqlite)).NewGroupAsync();
        await using var desk = await AtBrowser.SignedInAsync(chromium, group, Role.Facilitator, width: 1280);
        await desk.GoAsync("/desk");
        await Assertions.Expect(desk.Page.GetByText("Nobody is waiting.")).ToBeVisibleAsync();

        await group.ReferAsync("Wanda", "Waits");

        await Assertions.Expect(desk.Page.GetByRole(AriaRole.Link, new() { Name = "Wanda W.", Exact = true })).ToBeVisibleAsync(new() { Timeout = 10_000 });
        Assert.Empty(desk.Complaints);
    }

    /// <summary>A quiet evening: nothing is written, and still the open board says that a promise became late.</summary>
    [Fact]
    public async Task AnOpenBoard_ShowsWhatTimeAloneBrought()
    {
        var group = await (await TestSite.NewOnPortAsync(EngineKind.Sqlite)).NewGroupAsync();
        await using var desk = await AtBrowser.OpenAsync(chromium, group, width: 1280);
        await desk.Page.Clock.InstallAsync();
        await desk.SignInAsync(await group.AddAccountAsync(Role.Facilitator));
        await group.PromiseAsync(await group.AddPersonAsync("Lara", "Late"), null, at: new TimeOnly(17, 20));
        await desk.GoAsync("/desk");
        await Assertions.Expect(desk.Page.Locator("#promised")).ToHaveTextAsync("Promised today (1)");

        group.Site.Folder.Clock.Advance(TimeSpan.FromMinutes(55));
        await desk.Page.Clock.FastForwardAsync(61_000);

        await Assertions.Expect(desk.Page.Locator("#late")).ToHaveTextAsync("Late (1)");
        Assert.Empty(desk.Complaints);
    }

    [Fact]
    public async Task APeerWhoHasMyPeopleOpen_SeesYours_AndSaysYes()
    {
        var group = await (await TestSite.OnPortAsync(EngineKind.Sqlite)).NewGroupAsync();
        await using var peer = await AtBrowser.SignedInAsync(chromium, group, Role.Peer);
        await group.SignOnAsync(atHome: true, ShiftState.Free, peer.Account!);
        await peer.GoAsync("/mine");
        await using var desk = await AtBrowser.SignedInAsync(chromium, group, Role.Facilitator, width: 1280);
        var person = await group.ReferAsync("Wanda", "Waits");
        await desk.GoAsync($"/desk/give/{person.Reference}");
        await desk.Page.GetByLabel(peer.Account!.DisplayName).CheckAsync();
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Give", Exact = true }).ClickAsync();
        await Assertions.Expect(desk.Page.GetByText($"given to {peer.Account.DisplayName}, no answer yet")).ToBeVisibleAsync();

        await peer.Page.GetByRole(AriaRole.Button, new() { Name = "I will" }).ClickAsync(new() { Timeout = 10_000 });

        await Assertions.Expect(peer.Page.GetByText("you said yes")).ToBeVisibleAsync();
        await Assertions.Expect(desk.Page.GetByText($"with {peer.Account.DisplayName}")).ToBeVisibleAsync(new() { Timeout = 10_000 });
        Assert.Empty(desk.Complaints.Concat(peer.Complaints));
    }

    [Fact]
    public async Task WithoutScript_AtAPhone_TheBoardIsReadAndSomebodyIsGiven()
    {
        var group = await (await TestSite.OnPortAsync(EngineKind.Sqlite)).NewGroupAsync();
        var peer = await group.AddAccountAsync(Role.Peer);
        await group.SignOnAsync(atHome: true, ShiftState.Free, peer);
        await group.ReferAsync("Wanda", "Waits");
        await using var desk = await AtBrowser.SignedInAsync(chromium, group, Role.Facilitator, script: false, width: 320);
        await desk.GoAsync("/desk");
        await desk.Page.GetByRole(AriaRole.Link, new() { Name = "Give to… Wanda W." }).ClickAsync();
        await desk.Page.GetByLabel(peer.DisplayName).CheckAsync();
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Give", Exact = true }).ClickAsync();
        await desk.Page.GetByRole(AriaRole.Link, new() { Name = "Look again" }).ClickAsync();
        await Assertions.Expect(desk.Page.GetByText($"given to {peer.DisplayName}, no answer yet")).ToBeVisibleAsync();
        Assert.Equal(320, await desk.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
    }
}
